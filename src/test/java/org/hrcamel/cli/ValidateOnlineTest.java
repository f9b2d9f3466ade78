package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Ledger;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five shipped workflows against simulated vendors over HTTP. */
class ValidateOnlineTest {

    private static final String FLATCHR = "flatchr-update-profiles-in-hrflow";
    private static final String JAZZHR = "jazzhr-update-profiles-in-hrflow";
    private static final String BREEZYHR = "hrflow-update-profiles-in-breezyhr";
    private static final List<String> READING = List.of(
            FLATCHR, "greenhouse-update-profiles-in-hrflow", JAZZHR, "smartrecruiters-update-profiles-in-hrflow");

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Map<String, String> settings;

    @BeforeEach
    void start() {
        // More than a page, so that a second one would be asked for.
        sandbox = new Sandbox(0, 250, Duration.ZERO);
        sandbox.server().ledger().record();
        settings = new LinkedHashMap<>(sandbox.settings());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Program.Call validate(String... arguments) throws IOException {
        String text = settings.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("application.properties"), text);
        String[] all = new String[arguments.length + 3];
        all[0] = "validate";
        all[1] = "--config";
        all[2] = folder.resolve("application.properties").toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Program.call(all);
    }

    private List<String> requests(String vendor) {
        return sandbox.server().ledger().entries(vendor).stream()
                .map(Ledger.Entry::line)
                .map(line -> line.split("\\?")[0])
                .toList();
    }

    private int line(String key) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("application.properties"));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(key + " =")) {
                return i + 1;
            }
        }
        throw new AssertionError(key);
    }

    @Test
    void bothCredentialsOfEveryEnabledWorkflowAreTried() throws IOException {
        Program.Call call = validate("--online");
        assertThat(call.exitCode()).as(call.out() + call.err()).isZero();
        for (String workflow : READING) {
            assertThat(call.out().lines())
                    .anyMatch(line -> line.startsWith(workflow) && line.endsWith("(connector_auth): accepted"))
                    .contains(workflow + ": HrFlow.ai (hrflow_auth): accepted");
        }
        assertThat(call.out().lines())
                .contains(
                        BREEZYHR + ": HrFlow.ai (hrflow_auth): accepted",
                        BREEZYHR + ": Breezy HR (connector_auth): accepted");
    }

    @Test
    void eachVendorIsReadOnceAndNothingIsWrittenOrRemembered() throws IOException {
        Program.Call call = validate("--online");
        assertThat(call.exitCode()).as(call.out() + call.err()).isZero();
        for (String vendor : List.of("jazzhr", "flatchr", "smartrecruiters")) {
            assertThat(requests(vendor)).as(vendor).hasSize(1);
        }
        assertThat(requests("greenhouse")).containsExactly("POST /token", "GET /v3/candidates");
        assertThat(requests("hrflow")).hasSize(5).allMatch(line -> line.startsWith("GET "));
        assertThat(requests("breezyhr")).allMatch(line -> line.startsWith("GET ") || line.contains("/sign"));
        assertThat(requests("breezyhr").get(requests("breezyhr").size() - 1)).contains("signout");
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(sandbox.server().ledger().violations()).isEmpty();
    }

    @Test
    void aRefusedKeyIsToldWithItsPlace() throws IOException {
        String key = "workflow." + JAZZHR + ".connector_auth.api_key";
        settings.put(key, "wrong");

        Program.Call call = validate("--online");

        int at = line(key);
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out().lines())
                .anyMatch(line -> line.startsWith(JAZZHR + ": JazzHR (connector_auth): refused: "))
                .anyMatch(told -> told.contains(
                        "application.properties:" + at + ":1: error: JazzHR of " + JAZZHR + " is refused: "))
                .contains(JAZZHR + ": HrFlow.ai (hrflow_auth): accepted");
        assertThat(call.out().lines().filter(line -> line.contains(": error: ")))
                .hasSize(1);
        assertThat(call.out()).doesNotContain("wrong");
    }

    @Test
    void aTargetsRefusalIsToldToo() throws IOException {
        String key = "workflow." + BREEZYHR + ".connector_auth.password";
        settings.put(key, "not-it");
        Program.Call call = validate("--online", BREEZYHR);
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out())
                .contains(BREEZYHR + ": Breezy HR (connector_auth): refused: ")
                .contains(BREEZYHR + ": HrFlow.ai (hrflow_auth): accepted");
    }

    @Test
    void aVendorThatIsNotThereIsToldInALineAtOnce() throws IOException {
        settings.put("connector.flatchr.base-url", "http://localhost:1");
        // Waiting out the repetitions would take minutes.
        settings.put("connector.flatchr.retry-delay", "10m");

        Program.Call call = validate("--online", FLATCHR);

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out())
                .contains(FLATCHR + ": Flatchr (connector_auth): not reachable: ")
                .contains("cannot connect to localhost:1");
        assertThat(call.out() + call.err()).doesNotContain("\tat ");
    }

    @Test
    void aVendorInTroubleIsNotTakenForAnAnswer() throws IOException {
        for (String vendor : List.of("jazzhr", "flatchr")) {
            sandbox.server().faults().answer(1, Faults.request(vendor, ""), Reply.empty(503));
        }
        Program.Call call = validate("--online", JAZZHR, FLATCHR);
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out())
                .contains(JAZZHR + ": JazzHR (connector_auth): not reachable: ")
                .contains(FLATCHR + ": Flatchr (connector_auth): not reachable: ");
        assertThat(requests("jazzhr")).hasSize(1);
    }

    @Test
    void aNamedWorkflowIsTriedAloneEvenWhenItIsNotEnabled() throws IOException {
        settings.put("workflow." + JAZZHR + ".enabled", "false");
        Program.Call call = validate("--online", JAZZHR);
        assertThat(call.out()).contains(JAZZHR + ": JazzHR (connector_auth): accepted");
        assertThat(requests("flatchr")).isEmpty();
    }

    @Test
    void aWorkflowWithErrorsIsNotTried() throws IOException {
        settings.put("workflow." + JAZZHR + ".enabled", "true");
        settings.put("workflow." + JAZZHR + ".pull_parameters.ctiy", "Lyon");
        Program.Call call = validate("--online", JAZZHR);
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out()).contains(JAZZHR + ": not tried");
        assertThat(requests("jazzhr")).isEmpty();
    }

    @Test
    void jsonIsAllThatStandardOutputHolds() throws IOException {
        settings.put("workflow." + JAZZHR + ".connector_auth.api_key", "wrong");

        Program.Call call = validate("--online", "--format", "json");

        assertThat(call.exitCode()).isEqualTo(1);
        JsonNode problems = new ObjectMapper().readTree(call.out());
        assertThat(problems)
                .filteredOn(problem -> problem.path("severity").asText().equals("error"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path("file").asText())
                            .isEqualTo(folder.resolve("application.properties").toString());
                    assertThat(problem.path("line").asInt())
                            .isEqualTo(line("workflow." + JAZZHR + ".connector_auth.api_key"));
                    assertThat(problem.path("column").asInt()).isEqualTo(1);
                    assertThat(problem.path("message").asText()).contains("is refused");
                });
        assertThat(call.err()).contains(JAZZHR + ": JazzHR (connector_auth): refused");
    }
}
