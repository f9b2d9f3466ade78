package org.hrcamel.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrcamel.cli.ProjectOptions.UsageMistake;
import org.hrcamel.state.Failure;
import org.hrcamel.state.State;
import org.hrcamel.state.StateFailed;

/** The references that an operator may name: those that are listed as failures. */
final class ListedFailures {

    private final String workflow;
    private final Set<String> references;

    ListedFailures(State state, String workflow, String workflowId) throws StateFailed {
        this.workflow = workflow;
        this.references =
                state.failures(workflowId).stream().map(Failure::reference).collect(Collectors.toSet());
    }

    boolean isEmpty() {
        return references.isEmpty();
    }

    /** A slip of the pen must not look as if it had been done: nothing is changed unless all are listed. */
    void require(List<String> named) {
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
