package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrcamel.workflow.Problem;

/** What is wrong with one file of the routes folder, built once for trial, and if it holds a workflow, with its settings. */
public final class FileProblems {

    private FileProblems() {}

    /** Of a workflow that is not enabled, all are warnings: it does not run. */
    public static List<Problem> of(Project project, RouteFile file) {
        Optional<DeclaredWorkflow> workflow = project.workflow(file.name());
        if (workflow.isEmpty()) {
            return built(project, file, ofText(project, file));
        }
        WorkflowProblems problems = WorkflowProblems.of(project, workflow.get());
        List<Problem> all = built(project, file, problems.all());
        return problems.isEnabled() ? all : all.stream().map(Problem::asWarning).toList();
    }

    private static List<Problem> ofText(Project project, RouteFile file) {
        List<Problem> problems = new ArrayList<>(file.problems());
        problems.addAll(project.textProblems(file));
        return problems;
    }

    private static List<Problem> built(Project project, RouteFile file, List<Problem> told) {
        List<Problem> problems = new ArrayList<>(told);
        RouteBuild.problems(project, file).stream()
                .filter(problem -> !Rules.isTold(told, problem))
                .forEach(problems::add);
        return problems;
    }
}
