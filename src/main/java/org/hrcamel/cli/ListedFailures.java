package org.hrcamel.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrcamel.cli.ProjectOptions.UsageMistake;
import org.hrcamel.state.Failure;
import org.hrcamel.state.State;
import org.hrcamel.state.StateFailed;
import org.hrcamel.validate.Project;

/** The references that an operator may name: those that are listed as failures. */
final class ListedFailures {

    /** What is done to failures; none named means all. */
    @FunctionalInterface
    interface Change {

        /** How many there were. */
        int to(State state, String workflowId, List<String> references) throws StateFailed;
    }

    private final String workflow;
    private final Set<String> references;

    /**
     * Does it, and says so.
     *
     * @param named the references named, each of which must be listed
     * @param done end of the sentence that says what became of them
     * @return exit code
     */
    static int change(Project project, String workflow, List<String> named, Change change, String done)
            throws StateFailed {
        String id = ProjectState.workflowId(project, workflow);
        try (ProjectState state = ProjectState.of(project)) {
            ListedFailures listed = new ListedFailures(state.state(), workflow, id);
            listed.require(named);
            if (listed.references.isEmpty()) {
                System.err.println("Nothing of " + workflow + " is listed as a failure");
            } else {
                System.out.println(count(change.to(state.state(), id, named)) + " of " + workflow + " " + done);
            }
            return Verb.SUCCESS;
        }
    }

    private ListedFailures(State state, String workflow, String workflowId) throws StateFailed {
        this.workflow = workflow;
        this.references =
                state.failures(workflowId).stream().map(Failure::reference).collect(Collectors.toSet());
    }

    /** A slip of the pen must not look as if it had been done: nothing is changed unless all are listed. */
    private void require(List<String> named) {
        List<String> strangers = named.stream()
                .filter(name -> !references.contains(name))
                .distinct()
                .toList();
        if (!strangers.isEmpty()) {
            throw new UsageMistake("Not listed as " + (strangers.size() == 1 ? "a failure" : "failures") + " of "
                    + workflow + ": " + String.join(", ", strangers) + "; nothing was changed. See: hrcamel failures "
                    + workflow);
        }
    }

    static String count(int failures) {
        return failures + (failures == 1 ? " failure" : " failures");
    }
}
