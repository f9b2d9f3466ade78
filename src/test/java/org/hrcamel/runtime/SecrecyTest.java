package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody may read in a log or a run result: credentials, and what the candidates told about themselves. */
class SecrecyTest {

    private static final int PEOPLE = 6;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jazzhr-update-profiles-in-hrflow",
                "flatchr-update-profiles-in-hrflow",
                "greenhouse-update-profiles-in-hrflow",
                "smartrecruiters-update-profiles-in-hrflow",
                "hrflow-update-profiles-in-breezyhr"
            })
    void noRunTellsASecretOrAPersonsDataEvenWhenEverythingFails(String workflow) {
        try (WorkflowHarness harness = new WorkflowHarness(workflow, PEOPLE)) {
            harness.withSetting("connector.flatchr.earliest", "2024-01-01");
            harness.with("logics[0]", "jq:if .id == null then error(tostring) else . end");
            String echo = "{\"code\":400,\"message\":\"" + String.join(" ", personal(0)) + "\"}";
            harness.faults().answer(2, Faults.request("hrflow", "PUT /v1/profile/indexing"), Reply.json(400, echo));
            harness.faults().answer(2, Faults.request("breezyhr", "PUT /v3/company"), Reply.json(400, echo));
            harness.faults()
                    .answer(2, request -> request.method().equals("GET"), Reply.json(500, echo))
                    .answer(1, Faults.request("hrflow", "GET /v1/profile/indexing"), Reply.json(400, echo));
            try (CapturedLog log = new CapturedLog(Level.INFO)) {
                RunResult first = harness.run();
                RunResult again = harness.with("format", "jq:error(tostring)").run();

                String told = log.text() + first + first.json() + again + again.json();
                assertThat(log.text()).contains("trying again in", "failed at ", "run ends: ");
                for (String secret : secrets(harness)) {
                    assertThat(told).doesNotContain(secret);
                }
                for (int person = 0; person < PEOPLE; person++) {
                    assertThat(told).doesNotContain(personal(person));
                }
            }
        }
    }

    private static List<String> secrets(WorkflowHarness harness) {
        return harness.sandbox().settings().entrySet().stream()
                .filter(setting ->
                        setting.getKey().matches(".*(api_key|api_secret|client_secret|x_smart_token|password)"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<String> personal(int index) {
        Person person = Population.person(index);
        return Stream.of(person.email(), person.phone(), person.lastName(), person.linkedin())
                .filter(value -> value != null)
                .toList();
    }
}
