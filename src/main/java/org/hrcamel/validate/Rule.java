package org.hrcamel.validate;

import java.util.function.Consumer;
import org.hrcamel.workflow.Problem;

/** One thing that can be wrong with a project. */
@FunctionalInterface
public interface Rule {
    void check(Project project, Consumer<Problem> report);
}
