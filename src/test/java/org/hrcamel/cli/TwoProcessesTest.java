package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hrcamel.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";

    @TempDir
    private Path folder;

    @Test
    void ofTwoRunsOfOneWorkflowAtTheSameTimeOneRunsAndTheOtherSaysSo() throws Exception {
        try (Sandbox sandbox = new Sandbox(0, 40, Duration.ofMillis(100))) {
            Map<String, String> settings = sandbox.settings();
            settings.put("hrcamel.state.url", "jdbc:sqlite:" + folder.resolve("hrcamel.db"));
            settings.put("workflow." + WORKFLOW + ".parallelism", "2");
            String[] run = Program.with(settings, "run", WORKFLOW, "--routes", "routes");
            try (ProgramProcess one = new ProgramProcess(folder("one"), run);
                    ProgramProcess other = new ProgramProcess(folder("other"), run)) {
                assertThat(one.exitCode()).as(one.err()).isZero();
                assertThat(other.exitCode()).as(other.err()).isZero();

                List<String> results = List.of(one.out(), other.out());
                assertThat(results)
                        .filteredOn(out -> out.contains("\"write_success\":40"))
                        .hasSize(1);
                assertThat(results)
                        .filteredOn(out -> out.contains("\"status\":\"success\",\"reason\":\"already_running\""))
                        .hasSize(1);
            }
            assertThat(sandbox.server().ledger().violations()).isEmpty();
        }
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }
}
