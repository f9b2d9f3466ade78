package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.state.JdbcState;
import org.hrcamel.state.RunLease;
import org.hrcamel.state.StateOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code runs}, {@code failures}, {@code state} and {@code list}, after real runs against the simulated vendors. */
class StateVerbsTest {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";
    private static final String KEY = "workflow." + WORKFLOW + ".";
    private static final String NAME = "acme";

    @TempDir
    private Path folder;

    private Path file;
    private Sandbox sandbox;
    private Map<String, String> settings;
    private String missing;

    @BeforeEach
    void start() {
        sandbox = new Sandbox(0, 3, Duration.ZERO);
        missing = sandbox.smartrecruiters().reference(Population.person(0));
        file = folder.resolve("state.db");
        settings = sandbox.settings();
        settings.put("hrcamel.state.url", "jdbc:sqlite:" + file);
        settings.put(KEY + "workflow_id", NAME);
        settings.put(KEY + "incremental", "true");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Program.Call call(String... arguments) {
        return Program.call(Program.with(settings, arguments));
    }

    private void loseAProfile() {
        sandbox.hrflow().remove(Sandbox.sourceKey("smartrecruiters"), missing);
    }

    private StateOptions options() {
        return new StateOptions("jdbc:sqlite:" + file, "", "", Duration.ofSeconds(30));
    }

    @Test
    void showsTheRunsNewestFirstAndAsJsonAsTheyWereTold() throws Exception {
        Program.Call first = call("run", WORKFLOW);
        loseAProfile();
        call("run", WORKFLOW, "--full");

        Program.Call table = call("runs");
        Program.Call json = call("runs", WORKFLOW, "--json");

        assertThat(table.exitCode()).as(table.err()).isZero();
        List<String> lines = table.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("started (UTC)");
        assertThat(lines.get(1)).containsPattern(WORKFLOW + " +success_with_failures +3 +0 +2 +0 +1 +\\d");
        assertThat(lines.get(2)).containsPattern(WORKFLOW + " +success +3 +3 +0 +0 +0 +\\d");
        assertThat(json.lastLine()).isEqualTo(first.lastLine());
        assertThat(json.out().lines()).hasSize(2);
    }

    @Test
    void showsNoMoreRunsThanAskedFor() {
        call("run", WORKFLOW);
        call("run", WORKFLOW);

        assertThat(call("runs", "--most", "1", "--json").out().lines()).hasSize(1);
        assertThat(call("runs", "--most", "0").exitCode()).isEqualTo(64);
    }

    @Test
    void readingTellsThatThereWasNoRunAndCreatesNothing() {
        Program.Call runs = call("runs");
        Program.Call failures = call("failures", WORKFLOW);
        Program.Call state = call("state", "show", WORKFLOW);
        Program.Call list = call("list");
        Program.Call reset = call("state", "reset", WORKFLOW);
        Program.Call retry = call("failures", "retry", WORKFLOW);
        Program.Call forget = call("failures", "forget", WORKFLOW, "--all");

        assertThat(List.of(runs, failures, state, list, reset, retry, forget)).allMatch(call -> call.exitCode() == 0);
        assertThat(runs.out()).isEmpty();
        assertThat(runs.err()).contains("No run yet");
        assertThat(state.out()).contains("no run yet", "0 items");
        assertThat(file).doesNotExist();
    }

    @Test
    void listsWhatCouldNotBeDeliveredAndWhatWaitsForTheOperator() throws Exception {
        loseAProfile();
        call("run", WORKFLOW);

        Program.Call first = call("failures", WORKFLOW);
        settings.put("hrcamel.state.max-attempts", "1");
        Program.Call waiting = call("failures", WORKFLOW);
        JsonNode json =
                new ObjectMapper().readTree(call("failures", WORKFLOW, "--json").out());

        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).containsPattern(missing + " +push +profile_not_found +1 +20");
        assertThat(waiting.out()).containsPattern(missing + " +push +profile_not_found +1, waits +20");
        assertThat(waiting.err()).contains("hrcamel failures retry " + WORKFLOW);
        assertThat(json.path("reference").asText()).isEqualTo(missing);
        assertThat(json.path("waits").asBoolean()).isTrue();
        assertThat(json.path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    void aFailureThatWaitsIsDeliveredByTheNextRunAfterRetry() throws Exception {
        settings.put("hrcamel.state.max-attempts", "1");
        var profile = sandbox.hrflow().profiles(Sandbox.sourceKey("smartrecruiters")).stream()
                .filter(known -> known.path("reference").asText().equals(missing))
                .findFirst()
                .orElseThrow();
        loseAProfile();
        call("run", WORKFLOW);
        sandbox.hrflow().profile(Sandbox.sourceKey("smartrecruiters"), profile.deepCopy());
        assertThat(written(call("run", WORKFLOW))).isZero();

        Program.Call retry = call("failures", "retry", WORKFLOW, missing);

        assertThat(retry.exitCode()).as(retry.err()).isZero();
        assertThat(retry.out()).contains("1 failure of " + WORKFLOW, "hrcamel run " + WORKFLOW);
        assertThat(written(call("run", WORKFLOW))).isEqualTo(1);
        assertThat(call("failures", WORKFLOW).out()).isEmpty();
    }

    private static long written(Program.Call run) throws Exception {
        return new ObjectMapper()
                .readTree(run.lastLine())
                .path("events")
                .path("write_success")
                .asLong();
    }

    @Test
    void namesReferencesThatAreNoFailuresAndChangesNothing() {
        loseAProfile();
        call("run", WORKFLOW);

        Program.Call retry = call("failures", "retry", WORKFLOW, missing, "nobody");
        Program.Call forget = call("failures", "forget", WORKFLOW, missing, "nobody");

        assertThat(List.of(retry, forget)).allSatisfy(call -> {
            assertThat(call.exitCode()).isEqualTo(64);
            assertThat(call.err()).contains("nobody; nothing was changed").doesNotContain(missing);
        });
        assertThat(call("failures", WORKFLOW).out()).containsPattern(missing + " .* +1 +20");
    }

    @Test
    void forgetsTheFailuresThatAreNamedOrAll() {
        loseAProfile();
        call("run", WORKFLOW);

        assertThat(call("failures", "forget", WORKFLOW).exitCode()).isEqualTo(64);
        assertThat(call("failures", "forget", WORKFLOW, missing, "--all").exitCode())
                .isEqualTo(64);
        Program.Call forgotten = call("failures", "forget", WORKFLOW, "--all");

        assertThat(forgotten.exitCode()).isZero();
        assertThat(forgotten.out()).contains("1 failure of " + WORKFLOW + " forgotten");
        assertThat(call("failures", WORKFLOW).out()).isEmpty();
    }

    @Test
    void showsHowFarAWorkflowHasComeAndWhetherItsSettingsChangedSince() {
        loseAProfile();
        call("run", WORKFLOW);

        Program.Call shown = call("state", "show", WORKFLOW);
        settings.put(KEY + "pull_parameters.tags", "java");
        Program.Call changed = call("state", "show", WORKFLOW);

        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains("jdbc:sqlite:" + file + ", under " + NAME, "2 items", "1 to be tried again by the next run")
                .containsPattern("cursor +20.* UTC\\R")
                .containsPattern("last run +20.* UTC: success_with_failures");
        assertThat(changed.out()).contains("the next run lists everything");
    }

    @Test
    void resetForgetsSoThatTheNextRunDeliversEverything() throws Exception {
        call("run", WORKFLOW);

        Program.Call reset = call("state", "reset", WORKFLOW);

        assertThat(reset.exitCode()).as(reset.err()).isZero();
        assertThat(reset.out()).contains("the cursor 20", "3 delivered items");
        assertThat(call("state", "show", WORKFLOW).out())
                .containsPattern("cursor +none")
                .contains("0 items");
        JsonNode next = new ObjectMapper().readTree(call("run", WORKFLOW).lastLine());
        assertThat(next.path("events").path("write_unchanged").asInt()).isEqualTo(3);
    }

    @Test
    void resetIsRefusedAndARunDoesNothingWhileAnotherRunIsUnderWay() throws Exception {
        call("run", WORKFLOW);
        try (JdbcState other = new JdbcState(options());
                RunLease held = other.lease(NAME, "another run").orElseThrow()) {
            Program.Call reset = call("state", "reset", WORKFLOW);
            Program.Call run = call("run", WORKFLOW);

            assertThat(held.isHeld()).isTrue();
            assertThat(reset.exitCode()).isEqualTo(1);
            assertThat(reset.err()).contains("under way");
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).contains("Another run of " + WORKFLOW + " is under way");
            assertThat(run.lastLine()).contains("\"reason\":\"already_running\"");
            assertThat(other.deliveredCount(NAME)).isEqualTo(3);
        }
    }

    @Test
    void theListTellsHowEachWorkflowsLastRunEnded() {
        loseAProfile();
        call("run", WORKFLOW);

        Program.Call list = call("list");

        assertThat(list.out().lines())
                .anyMatch(line ->
                        line.startsWith(WORKFLOW) && line.contains(":") && line.contains("success_with_failures"))
                .anyMatch(line -> line.matches("jazzhr-update-profiles-in-hrflow .* -  +not enabled"));
    }

    @Test
    void aStateThatCannotBeUsedEndsTheVerbsButNotTheList() throws Exception {
        Files.writeString(file, "This is no database, however long one makes it. ".repeat(50));

        for (Program.Call call : List.of(call("runs"), call("failures", WORKFLOW), call("state", "reset", WORKFLOW))) {
            assertThat(call.exitCode()).isEqualTo(2);
            assertThat(call.err()).contains(file.toString(), "hrcamel.state.url");
        }
        Program.Call list = call("list");
        assertThat(list.exitCode()).isZero();
        assertThat(list.out()).contains(WORKFLOW);
        assertThat(list.err().lines().filter(line -> line.contains(file.toString())))
                .hasSize(1);
    }

    @Test
    void namesAWorkflowThatDoesNotExistAndAnEmptyStateName() {
        assertThat(call("runs", "smartrecruiters-update-profile-in-hrflow").err())
                .contains("did you mean " + WORKFLOW);
        assertThat(call("failures").exitCode()).isEqualTo(64);
        assertThat(call("state").exitCode()).isEqualTo(64);
        settings.put(KEY + "workflow_id", "");
        Program.Call unnamed = call("state", "reset", WORKFLOW);
        assertThat(unnamed.exitCode()).isEqualTo(2);
        assertThat(unnamed.err()).contains(KEY + "workflow_id");
    }
}
