package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
