package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrcamel.workflow.Problem;

/** What is wrong with one file of the routes folder and, if it holds a workflow, with its settings. */
public final class FileProblems {

    private FileProblems() {}

    /** Of a workflow that is not enabled, all are warnings: it does not run. */
    public static List<Problem> of(Project project, RouteFile file) {
        Optional<DeclaredWorkflow> workflow = project.workflow(file.name());
        if (workflow.isEmpty()) {
            return ofText(project, file);
        }
        WorkflowProblems problems = WorkflowProblems.of(project, workflow.get());
        return problems.isEnabled()
                ? problems.all()
                : problems.all().stream().map(Problem::asWarning).toList();
    }

    private static List<Problem> ofText(Project project, RouteFile file) {
        List<Problem> problems = new ArrayList<>(file.problems());
        for (Rule rule : List.of(new RouteShape(), new KnownSteps())) {
            rule.check(project, problem -> {
                if (problem.position().file().equals(file.path().toString())) {
                    problems.add(problem);
                }
            });
        }
        return problems;
    }
}
