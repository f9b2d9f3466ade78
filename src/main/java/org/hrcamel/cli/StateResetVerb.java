package org.hrcamel.cli;

import java.util.Optional;
import org.hrcamel.state.Cursor;
import org.hrcamel.state.StateFailed;
import org.hrcamel.validate.Project;
import org.hrcamel.workflow.Utc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code state reset <workflow>}: forgets the cursor and what was delivered; the next run delivers everything. */
@Command(name = "reset", description = "Forgets the cursor and what was delivered.", mixinStandardHelpOptions = true)
final class StateResetVerb implements Verb {

    @Parameters(paramLabel = "<workflow>", description = "id of the workflow")
    private String workflow;

    @ParentCommand
    private StateVerb parent;

    @Override
    public Integer call() throws StateFailed {
        Project project = parent.project();
        String id = ProjectState.workflowId(project, workflow);
        try (ProjectState state = ProjectState.of(project)) {
            Optional<Cursor> cursor = state.state().cursor(id);
            long delivered = state.state().deliveredCount(id);
            int failures = state.state().failures(id).size();
            if (cursor.isEmpty() && delivered == 0 && failures == 0) {
                System.err.println("Nothing is remembered of " + workflow + ", so there is nothing to forget");
                return SUCCESS;
            }
            if (!state.state().reset(id)) {
                System.err.println(ProjectState.underWay(project, workflow)
                        + ", and would write on: wait for its end, or end it; nothing was forgotten");
                return WITH_PROBLEMS;
            }
            System.out.println("Forgotten of " + workflow + ": "
                    + cursor.map(found -> "the cursor " + Utc.text(found.asOf()) + " UTC")
                            .orElse("no cursor")
                    + ", " + delivered + (delivered == 1 ? " delivered item" : " delivered items")
                    + "; the next run delivers everything"
                    + (failures == 0 ? "" : ", and tries " + ListedFailures.count(failures) + " again"));
            return SUCCESS;
        }
    }
}
