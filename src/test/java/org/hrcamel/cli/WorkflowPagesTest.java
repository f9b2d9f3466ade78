package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.junit.jupiter.api.Test;

class WorkflowPagesTest {

    @Test
    void thePagesOfTheWorkflowsSayWhatTheConnectorsDeclare() throws IOException {
        Project project = Project.read(Path.of("application.properties"), Path.of("routes"), List.of());
        assertThat(project.workflows()).hasSize(5);
        for (DeclaredWorkflow workflow : project.workflows()) {
            assertThat(Path.of("docs", "workflows", workflow.id() + ".md"))
                    .as("run ./hrcamel docs after changing a declaration")
                    .hasContent(WorkflowPage.of(workflow));
        }
        try (var files = Files.list(Path.of("docs", "workflows"))) {
            assertThat(files).hasSize(5);
        }
    }
}
