package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hrcamel.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real program shows of a long run, on a terminal and in a pipe. */
class ProgressTest {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";
    private static final String CTRL_C = "\u0003";
    private static final String BAR = "[##";

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private String[] arguments;

    @BeforeEach
    void start() throws IOException {
        // Many seconds of work: each test ends the run when it has seen enough.
        sandbox = new Sandbox(0, 400, Duration.ofMillis(200));
        StringBuilder settings = new StringBuilder("hrcamel.state.url = jdbc:sqlite:state.db\n");
        sandbox.settings()
                .forEach((key, value) ->
                        settings.append(key).append(" = ").append(value).append('\n'));
        Path file = Files.writeString(folder.resolve("application.properties"), settings);
        arguments = new String[] {"run", WORKFLOW, "--config", file.toString()};
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static void assertIsResult(String line) throws IOException {
        assertThat(new ObjectMapper().readTree(line).path("workflow").asText()).isEqualTo(WORKFLOW);
    }

    @Test
    void aTerminalShowsABarThatCtrlCTakesAway() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/script"))
                .as("script of util-linux makes the terminal")
                .exists();
        try (ProgramProcess program = ProgramProcess.onTerminal(folder, arguments)) {
            program.until(() -> program.out().contains(BAR));
            assertThat(program.out())
                    .containsPattern("\\[[#-]{10,35}\\] +\\d+% +\\d+/400 +\\d+:\\d\\d left +[\\d.]+/s");

            program.type(CTRL_C);
            program.exitCode();

            List<String> lines = Screen.showing(program.out()).lines();
            assertThat(lines).noneMatch(line -> line.matches(".*\\[[#-]+].*"));
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("{"))
                    .singleElement()
                    .satisfies(ProgressTest::assertIsResult);
            assertThat(lines).anyMatch(line -> line.matches("\\S+ \\S+ INFO +RunLifecycle - .*run ends.*"));
        }
    }

    @Test
    void aPipeGetsPlainLines() throws IOException, InterruptedException {
        try (ProgramProcess program = new ProgramProcess(folder, arguments)) {
            program.until(() -> program.err().contains("/400"));
            program.terminate();
            program.exitCode();
            assertThat(program.err())
                    .containsPattern(WORKFLOW + ": \\d+%, \\d+/400, \\d+:\\d\\d left, [\\d.]+/s; \\d+ read, ")
                    .doesNotContain("\u001b", BAR);
            assertIsResult(program.out().strip());
        }
    }
}
