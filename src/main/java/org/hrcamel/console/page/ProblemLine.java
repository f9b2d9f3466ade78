package org.hrcamel.console.page;

import org.hrcamel.workflow.Problem;

/**
 * Something to mend.
 *
 * @param place file, line and column
 */
public record ProblemLine(String place, boolean error, String message) {

    static ProblemLine of(Problem problem) {
        return new ProblemLine(problem.position().toString(), problem.isError(), problem.message());
    }
}
