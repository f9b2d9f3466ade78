package org.hrcamel.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a workflow's settings. */
class WorkflowRulesTest {

    private static final String WORKFLOW = "workflow." + ProjectFolder.JAZZHR + ".";

    /** Where the value begins. */
    private static final int VALUE = (WORKFLOW + "logics[0] = ").length() + 1;

    @TempDir
    private Path folder;

    private List<String> problems(String settings) throws IOException {
        return new ProjectFolder(folder)
                .shipped().settings(settings).problemsOf("application.properties").stream()
                        .filter(problem -> problem.contains(ProjectFolder.JAZZHR))
                        .toList();
    }

    @Test
    void anEnabledWorkflowWithoutAScheduleIsToldWhenItRuns() throws IOException {
        assertThat(problems(WORKFLOW + "workflow_id = acme\n"))
                .contains("1:1: warning: " + WORKFLOW + "schedule is missing: the workflow runs at 0 0/15 * * * ?");
        assertThat(problems(WORKFLOW + "workflow_id = acme\n" + WORKFLOW + "schedule =\n"))
                .anyMatch(problem -> problem.startsWith("2:1: warning: " + WORKFLOW + "schedule is missing"));
    }

    @Test
    void oneThatIsNotEnabledNeedsNone() throws IOException {
        assertThat(problems(WORKFLOW + "enabled = false\n"))
                .noneMatch(problem -> problem.contains("schedule is missing"));
    }

    @Test
    void aJqProgramIsToldWhereItGoesWrong() throws IOException {
        assertThat(problems("""
                %1$slogics[0] = jq:select(.rating != null
                %1$slogics[1] = jq:.a ] .b
                %1$slogics[2] = jq:.a
                """.formatted(WORKFLOW)))
                .contains(
                        // The last letter, after which something is missing.
                        "1:" + (VALUE + "jq:select(.rating != nul".length()) + ": error: " + WORKFLOW
                                + "logics[0] is no jq program: it ends too early",
                        "2:" + (VALUE + "jq:.a ".length()) + ": error: " + WORKFLOW
                                + "logics[1] is no jq program: ] is not expected there")
                .noneMatch(problem -> problem.contains("logics[2]"));
    }

    @Test
    void aJqProgramInAFileIsToldInThatFile() throws IOException {
        ProjectFolder written = new ProjectFolder(folder)
                .shipped()
                .file("mine.jq", "if .a then\n  .b else\n  .c ]\n")
                .settings(WORKFLOW + "format = jq:file:mine.jq\n");
        assertThat(written.problems())
                .contains("mine.jq:3:6: error: " + WORKFLOW + "format is no jq program: ] is not expected there");
    }

    @Test
    void aProgramThatIsNotWrittenLetterByLetterIsToldWhereItBegins() throws IOException {
        assertThat(problems(WORKFLOW + "logics[0] = jq:.a == \"\\\\u00e9\" ] .b\n"))
                .anyMatch(problem -> problem.startsWith("1:" + VALUE + ": error: " + WORKFLOW + "logics[0] is no jq"));
    }

    @Test
    void aConnectorsUnsoundSettingIsToldAndHidesNothingElse() throws IOException {
        List<String> told = new ProjectFolder(folder)
                .shipped().settings("""
                                connector.jazzhr.timeout = soon
                                connector.hrflow.max-file-size = huge
                                hrcamel.state.overlp = 5m
                                """).problemsOf("application.properties").stream()
                        .filter(problem -> problem.contains(": error: "))
                        .toList();
        assertThat(told)
                .anyMatch(problem -> problem.startsWith("1:28: error: connector.jazzhr.timeout = soon is not"))
                .anyMatch(problem -> problem.startsWith("2:34: error: connector.hrflow.max-file-size = huge is not"))
                .anyMatch(problem -> problem.startsWith("3:1: error: hrcamel.state.overlp is no known setting"));
    }
}
