package org.hrcamel.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrcamel.workflow.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UniqueWorkflowIdsTest {

    private static final String JAZZHR = "jazzhr-update-profiles-in-hrflow";
    private static final String FLATCHR = "flatchr-update-profiles-in-hrflow";
    private static final String GREENHOUSE = "greenhouse-update-profiles-in-hrflow";

    @TempDir
    private Path folder;

    private Project project(String settings) throws IOException {
        return Project.read(
                Files.writeString(folder.resolve("application.properties"), settings), Path.of("routes"), List.of());
    }

    private static List<Problem> shared(Project project) {
        return Rules.check(project).stream()
                .filter(problem -> problem.message().contains("a state of its own"))
                .toList();
    }

    @Test
    void theSecondOfTwoWorkflowsWithOneStateIsNamedWithTheFirst() throws IOException {
        Project project = project("""
                workflow.jazzhr-update-profiles-in-hrflow.workflow_id = acme
                workflow.greenhouse-update-profiles-in-hrflow.workflow_id = other
                workflow.flatchr-update-profiles-in-hrflow.workflow_id = acme
                """);

        List<Problem> problems = shared(project);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.position().line()).isEqualTo(3);
            assertThat(problem.message())
                    .contains("workflow." + FLATCHR + ".workflow_id is acme", "workflow." + JAZZHR + ".workflow_id")
                    .contains("application.properties:1:1");
        });
    }

    @Test
    void aNameThatAPlaceholderGivesIsComparedAsItIs() throws IOException {
        Project project = project("""
                customer = acme
                workflow.jazzhr-update-profiles-in-hrflow.workflow_id = {{customer}}
                workflow.flatchr-update-profiles-in-hrflow.workflow_id = acme
                """);

        assertThat(shared(project)).hasSize(1);
    }

    @Test
    void neitherOfTheTwoRunsAndEveryOtherDoes() throws IOException {
        Project project = project("""
                workflow.jazzhr-update-profiles-in-hrflow.workflow_id = acme
                workflow.greenhouse-update-profiles-in-hrflow.workflow_id = other
                workflow.flatchr-update-profiles-in-hrflow.workflow_id = acme
                """);

        for (String workflow : List.of(JAZZHR, FLATCHR)) {
            assertThat(problemsOf(project, workflow))
                    .as(workflow)
                    .contains(shared(project).get(0));
            assertThat(WorkflowProblems.of(project, project.workflow(workflow).orElseThrow())
                            .reason())
                    .isPresent();
        }
        assertThat(problemsOf(project, GREENHOUSE))
                .doesNotContain(shared(project).get(0));
    }

    private static List<Problem> problemsOf(Project project, String workflow) {
        return WorkflowProblems.of(project, project.workflow(workflow).orElseThrow())
                .all();
    }

    @Test
    void theShippedSettingsShareNoState() {
        Project shipped = Project.read(Path.of("application.properties"), Path.of("routes"), List.of());

        assertThat(shared(shipped)).isEmpty();
    }

    @Test
    void aKeyWithoutAWorkflowsNameIsOfNobody() throws IOException {
        Project project = project("""
                workflow.workflow_id = acme
                workflow..workflow_id = acme
                workflow.jazzhr-update-profiles-in-hrflow.workflow_id = acme
                """);

        assertThat(shared(project)).isEmpty();
    }
}
