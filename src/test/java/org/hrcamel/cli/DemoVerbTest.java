package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoVerbTest {

    @Test
    void showsANewcomerFiveWorkflowsThatMovedDataAndWhatChangedForOneProfile() {
        Program.Call call = Program.call("demo", "--once");
        assertThat(call.exitCode()).as(call.err()).isZero();
        for (String workflow : List.of(
                "jazzhr-update-profiles-in-hrflow",
                "flatchr-update-profiles-in-hrflow",
                "greenhouse-update-profiles-in-hrflow",
                "smartrecruiters-update-profiles-in-hrflow",
                "hrflow-update-profiles-in-breezyhr")) {
            assertThat(call.out()).containsPattern(workflow + " +success +12 +12 +0 +0 ");
        }
        assertThat(call.out())
                .containsPattern("field +before +after")
                .containsPattern("info\\.phone +\"\\+1999\\d+\" +\"\\+1555\\d+\"")
                .contains("hrcamel validate", "--dry-run");
    }

    @Test
    void leavesNothingBehindWhenItEnds(@TempDir Path folder) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        try (ProgramProcess demo = new ProgramProcess(folder, temporary, "demo", "--once")) {
            assertThat(demo.exitCode()).as(demo.err()).isZero();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void runsIncrementallyWhileItGoesOnAndLeavesNothingBehindWhenItIsEnded(@TempDir Path folder) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        try (ProgramProcess demo = new ProgramProcess(folder, temporary, "demo")) {
            demo.until(() -> demo.err().contains("Every workflow now runs"));
            demo.until(() -> demo.err().lines().anyMatch(line -> line.contains("run begins (incremental)")));

            demo.terminate();

            demo.exitCode();
        }
        assertThat(temporary).isEmptyDirectory();
    }
}
