package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.List;
import org.hrcamel.workflow.Problem;

/** What is wrong with the settings as a whole, whatever workflow they are of. */
public final class SettingsProblems {

    private SettingsProblems() {}

    /** All are warnings: what a workflow cannot run with is an error of that workflow. */
    public static List<Problem> of(Project project) {
        List<Problem> problems = new ArrayList<>(project.settings().problems());
        new KnownKeys().check(project, problems::add);
        new SharedValues().check(project, problems::add);
        return problems.stream().map(Problem::asWarning).distinct().toList();
    }
}
