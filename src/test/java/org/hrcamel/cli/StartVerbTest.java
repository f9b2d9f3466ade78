package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrcamel.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartVerbTest {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";
    private static final String KEY = "workflow." + WORKFLOW + ".";
    private static final String EVERY_SECOND = "* * * * * ?";

    @TempDir
    private Path folder;

    /** The project in a folder of its own, with this workflow alone, due every second. */
    private String[] start(Sandbox sandbox, Map<String, String> more) throws IOException {
        Path routes = Files.createDirectory(folder.resolve("routes"));
        String file = WORKFLOW + ".camel.yaml";
        Files.copy(Path.of("routes", file), routes.resolve(file));
        Path config = Files.createFile(folder.resolve("application.properties"));
        Map<String, String> settings = sandbox.settings();
        settings.keySet()
                .removeIf(key -> !key.startsWith(KEY)
                        && !key.startsWith("connector.hrflow")
                        && !key.startsWith("connector.smartrecruiters"));
        settings.put(KEY + "schedule", EVERY_SECOND);
        settings.putAll(more);
        return Program.with(settings, "start", "--config", config.toString(), "--routes", routes.toString());
    }

    private static List<String> runs(ProgramProcess program) {
        return program.err()
                .lines()
                .filter(line -> line.contains("run begins") || line.contains("run ends"))
                .map(line -> line.contains("run begins") ? "begins" : "ends")
                .toList();
    }

    private static JsonNode lastResult(ProgramProcess program) throws IOException {
        String last = program.err()
                .lines()
                .filter(line -> line.contains("run ends"))
                .reduce((before, after) -> after)
                .orElseThrow(() -> new AssertionError(program.err()));
        return new ObjectMapper().readTree(last).path("result");
    }

    private static long settled(JsonNode events) {
        return List.of(
                        "skipped_unchanged",
                        "skipped_archived",
                        "logics_discard",
                        "logics_failure",
                        "format_failure",
                        "write_success",
                        "write_unchanged",
                        "write_failure")
                .stream()
                .mapToLong(name -> events.path(name).asLong())
                .sum();
    }

    @Test
    void aWorkflowRunsEachTimeItIsDueAndNeverTwiceAtOnce() throws Exception {
        // A run takes longer than the second after which the next one is due.
        try (Sandbox sandbox = new Sandbox(0, 3, Duration.ofMillis(250));
                ProgramProcess program = new ProgramProcess(folder, start(sandbox, Map.of(KEY + "parallelism", "1")))) {
            program.until(() -> runs(program).stream().filter("ends"::equals).count() >= 3);
            List<String> runs = runs(program);
            for (int i = 0; i < runs.size(); i++) {
                assertThat(runs.get(i)).as("%s", runs).isEqualTo(i % 2 == 0 ? "begins" : "ends");
            }
        }
    }

    @Test
    void aWorkflowThatIsNotEnabledDoesNotRunUntilSomebodyEnablesIt() throws Exception {
        try (Sandbox sandbox = new Sandbox(0, 3, Duration.ZERO)) {
            String[] arguments = start(sandbox, Map.of(KEY + "enabled", "{{enabled}}"));
            Path config = folder.resolve("application.properties");
            Files.writeString(config, "enabled = false");
            try (ProgramProcess program = new ProgramProcess(folder, arguments)) {
                program.until(() -> program.err().contains("No workflow runs yet"));
                assertThat(program.err()).contains(WORKFLOW + " is not enabled").doesNotContain("run begins");
                assertThat(sandbox.server().ledger().requests()).isZero();

                Files.writeString(config, "enabled = true");

                program.until(() -> runs(program).contains("ends"));
            }
        }
    }

    @Test
    void aProcessThatIsAskedToEndFinishesItsItemsAndTellsTheResult() throws Exception {
        int people = 400;
        try (Sandbox sandbox = new Sandbox(0, people, Duration.ofMillis(100))) {
            sandbox.server().ledger().record();
            try (ProgramProcess program = new ProgramProcess(
                    folder, start(sandbox, Map.of(KEY + "parallelism", "4", "hrcamel.log.format", "json")))) {
                program.until(() -> writes(sandbox) > 0);

                program.terminate();

                program.exitCode();
                assertThat(runs(program)).containsExactly("begins", "ends");
                JsonNode result = lastResult(program);
                JsonNode events = result.path("events");
                assertThat(result.path("status").asText()).isEqualTo("success_with_failures");
                assertThat(result.path("reason").asText()).isEqualTo("stopped");
                assertThat(events.path("read_success").asLong()).isBetween(1L, people - 1L);
                assertThat(settled(events))
                        .isEqualTo(events.path("read_success").asLong());
                assertThat(result.path("failures")).isEmpty();
                assertThat(writes(sandbox))
                        .isEqualTo(events.path("write_success").asLong());
            }
        }
    }

    private static long writes(Sandbox sandbox) {
        return sandbox.server().ledger().entries("hrflow").stream()
                .filter(entry -> entry.line().startsWith("PUT") && entry.status() < 300)
                .count();
    }

    @Test
    void aForegroundRunThatIsAskedToEndPrintsItsResult() throws Exception {
        int people = 400;
        try (Sandbox sandbox = new Sandbox(0, people, Duration.ofMillis(100))) {
            sandbox.server().ledger().record();
            String[] arguments = start(sandbox, Map.of(KEY + "parallelism", "4"));
            arguments[0] = "run";
            List<String> command = new ArrayList<>(List.of(arguments));
            command.add(1, WORKFLOW);
            try (ProgramProcess program = new ProgramProcess(folder, command.toArray(String[]::new))) {
                program.until(() -> writes(sandbox) > 0);

                program.terminate();

                program.exitCode();
                JsonNode result = new ObjectMapper().readTree(program.out());
                assertThat(result.path("reason").asText()).isEqualTo("stopped");
                assertThat(settled(result.path("events")))
                        .isPositive()
                        .isEqualTo(result.path("events").path("read_success").asLong());
                assertThat(writes(sandbox))
                        .isEqualTo(result.path("events").path("write_success").asLong());
            }
        }
    }
}
