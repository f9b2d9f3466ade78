package org.hrcamel.runtime;

import java.util.List;
import java.util.Optional;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.workflow.Problem;

/**
 * How one file of the routes folder stands.
 *
 * @param name of the file without its suffix: the workflow's id
 * @param workflow what the newest sound version of the file declares; empty for routes of the operator's own
 * @param enabled whether the settings want it to run
 * @param deployed whether a version of it runs, which while there are errors is an older one
 * @param problems what is wrong with the file, or with its settings, as they are now
 */
record FileStatus(
        String name, Optional<DeclaredWorkflow> workflow, boolean enabled, boolean deployed, List<Problem> problems) {

    boolean isBroken() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
