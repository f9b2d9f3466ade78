package org.hrcamel.connector.flatchr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.sandbox.flatchr.SimulatedFlatchr;
import org.hrcamel.sandbox.hrflow.SimulatedHrflow;
import org.hrcamel.state.Failure;
import org.hrcamel.state.JdbcState;
import org.hrcamel.state.StateFailed;
import org.hrcamel.state.StateOptions;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;

/** The incremental Flatchr workflow over several runs. Everybody was changed last long ago until a test changes somebody. */
final class IncrementalFlatchr implements AutoCloseable {

    static final String WORKFLOW = "flatchr-update-profiles-in-hrflow";
    static final String DETAIL = "GET /company/" + SimulatedFlatchr.COMPANY_ID + "/applicant/";

    final WorkflowHarness harness;

    IncrementalFlatchr(int people) {
        harness = new WorkflowHarness(WORKFLOW, people)
                .with("incremental", "true")
                .withSetting("connector.flatchr.earliest", "2024-01-01")
                .withSetting("connector.flatchr.slice-days", "3660");
        // The runs of a test follow each other faster than those of a runtime, which keeps one pace over all of them.
        flatchr().strictCvPace(false);
    }

    /** Each application a profile of its own, which HrFlow holds. */
    IncrementalFlatchr byApplicant(int people) {
        harness.withSetting("connector.flatchr.reference", "applicant");
        for (int number = 0; number < 2 * people; number++) {
            ObjectNode profile = SimulatedHrflow.profileOf(Population.person(number / 2));
            profile.put("reference", applicant(number / 2, number % 2)).put("key", "%040x".formatted(number));
            harness.sandbox().hrflow().profile(Sandbox.sourceKey("flatchr"), profile);
        }
        return this;
    }

    SimulatedFlatchr flatchr() {
        return harness.sandbox().flatchr();
    }

    /** Runs; the ledger tells of this run alone. */
    RunResult run() {
        harness.ledger().clear();
        RunResult result = harness.run();
        assertThat(harness.ledger().violations()).isEmpty();
        return result;
    }

    /** Lists everybody, as after a change of settings, and finds everybody as delivered before. */
    void assertAFullListingTellsNothingNew(int people) {
        harness.withSetting("connector.flatchr.slice-days", "3659");
        RunResult result = run();
        assertThat(count(result, Event.SKIPPED_UNCHANGED)).as("%s", result).isEqualTo(people);
        assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(people);
    }

    String candidate(int person) {
        return flatchr().reference(Population.person(person));
    }

    String applicant(int person, int which) {
        return flatchr().applicant(Population.person(person), which);
    }

    void phone(int person, String phone) {
        flatchr().edit(candidate(person), candidate -> candidate.put("phone", phone));
    }

    /** Somebody's further application, long ago. */
    String applyAgain(int person) {
        String id = "further" + person + "application";
        ObjectNode applicant = applicant(id, person, 1_705_000_100L);
        flatchr().add(applicant);
        return id;
    }

    /** An application in the shape of the detail; of a candidate that is known already it has the candidate's values. */
    ObjectNode applicant(String id, int person, long updatedAt) {
        ObjectNode applicant = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("status", 1)
                .put("created_at", 1_705_000_000L)
                .put("updated_at", updatedAt);
        applicant
                .putObject("candidate")
                .put("id", candidate(person))
                .put("email", "candidate" + person + "@example.com");
        return applicant;
    }

    JsonNode profile(int person) {
        return harness.profile("flatchr", candidate(person)).orElseThrow();
    }

    String phoneOf(int person) {
        return profile(person).path("info").path("phone").asText();
    }

    String tag(int person, String name) {
        for (JsonNode tag : profile(person).path("tags")) {
            if (tag.path("name").asText().equals(name)) {
                return tag.path("value").asText();
            }
        }
        return null;
    }

    /** Bodies of the last run's searches. */
    List<String> searches() {
        return harness.ledger().entries("flatchr").stream()
                .filter(entry -> entry.line().startsWith("POST"))
                .map(entry -> entry.body())
                .toList();
    }

    long profilesAskedFor() {
        return harness.requests("hrflow", "GET /v1/profile/indexing");
    }

    List<String> failed() throws StateFailed {
        StateOptions options = new StateOptions(
                "jdbc:sqlite:" + harness.directory().resolve("data/hrcamel.db"), "", "", Duration.ofSeconds(30));
        try (JdbcState state = new JdbcState(options)) {
            return state.failures(WORKFLOW).stream().map(Failure::reference).toList();
        }
    }

    @Override
    public void close() {
        harness.close();
    }
}
