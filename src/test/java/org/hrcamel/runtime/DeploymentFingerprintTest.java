package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrcamel.validate.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which edits of the settings have a workflow replaced. */
class DeploymentFingerprintTest {

    private static final String WORKFLOW = "jazzhr-update-profiles-in-hrflow";

    @TempDir
    private Path folder;

    private String fingerprint(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("application.properties"), settings);
        Project project = Project.read(file, Path.of("routes"), List.of());
        return DeploymentFingerprint.of(project, project.file(WORKFLOW).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workflow." + WORKFLOW + ".parallelism = 3",
                "connector.jazzhr.timeout = 7s",
                "connector.hrflow.timeout = 7s"
            })
    void aSettingThatItWorksWithHasItReplaced(String setting) throws IOException {
        assertThat(fingerprint(setting)).isNotEqualTo(fingerprint(""));
    }

    @Test
    void aSettingOfAnotherWorkflowOrVendorDoesNot() throws IOException {
        String others = """
                workflow.flatchr-update-profiles-in-hrflow.parallelism = 3
                workflow.jazzhr-update-profiles-in-hrflow-too.parallelism = 3
                connector.flatchr.timeout = 7s
                """;

        assertThat(fingerprint(others)).isEqualTo(fingerprint(""));
    }
}
