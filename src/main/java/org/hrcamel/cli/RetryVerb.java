package org.hrcamel.cli;

import java.util.ArrayList;
import java.util.List;
import org.hrcamel.state.State;
import org.hrcamel.state.StateFailed;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.WorkflowProblems;
import org.hrcamel.workflow.WorkflowSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code failures retry <workflow> [<reference>…]}: the next run tries them again, however often it was tried before. */
@Command(name = "retry", description = "Lets the next run try failures again.", mixinStandardHelpOptions = true)
final class RetryVerb implements Verb {

    @Parameters(index = "0", paramLabel = "<workflow>", description = "id of the workflow")
    private String workflow;

    @Parameters(index = "1..*", paramLabel = "<reference>", description = "which ones (default: all)")
    private List<String> references = new ArrayList<>();

    @ParentCommand
    private FailuresVerb failures;

    @Override
    public Integer call() throws StateFailed {
        Project project = failures.project();
        return ListedFailures.change(
                project, workflow, references, State::retry, "will be tried again by " + when(project));
    }

    private String when(Project project) {
        String now = "hrcamel run " + workflow;
        boolean scheduled = WorkflowProblems.of(project, ProjectOptions.workflow(project, workflow))
                .isEnabled();
        return scheduled
                ? "its next run on schedule (" + WorkflowSettings.schedule(project.settings(), workflow)
                        + "), or now by " + now
                : now + "; it is not enabled, so start does not run it";
    }
}
