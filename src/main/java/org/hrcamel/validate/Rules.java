package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hrcamel.workflow.Problem;

/** All rules, in the order in which a reader would want to mend things. */
public final class Rules {

    /** What must hold of a route file's text before it can be deployed. */
    private static final List<Rule> OF_ROUTES = List.of(new RouteShape(), new KnownSteps(), new UniqueIds());

    private static final List<Rule> FURTHER = List.of(
            new KnownKeys(),
            new UniqueWorkflowIds(),
            new WorkflowValues(),
            new SharedValues(),
            new PlainSecrets(),
            new ScheduledWorkflows(),
            new NamedSteps());

    private Rules() {}

    /** Every problem of a project, by place. */
    public static List<Problem> check(Project project) {
        List<Problem> problems = new ArrayList<>();
        new ReadableFiles().check(project, problems::add);
        OF_ROUTES.forEach(rule -> rule.check(project, problems::add));
        FURTHER.forEach(rule -> rule.check(project, problems::add));
        List<Problem> told = List.copyOf(problems);
        new BuildableRoutes().check(project, problem -> {
            if (!isTold(told, problem)) {
                problems.add(problem);
            }
        });
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::position))
                .toList();
    }

    /** What is wrong with the texts of the route files, among each other, by their paths. */
    static Map<String, List<Problem>> ofTexts(Project project) {
        List<Problem> problems = new ArrayList<>();
        OF_ROUTES.forEach(rule -> rule.check(project, problems::add));
        return problems.stream()
                .collect(Collectors.groupingBy(problem -> problem.position().file()));
    }

    /** Whether Camel stumbles over what a rule has said better. */
    static boolean isTold(List<Problem> told, Problem again) {
        return told.stream()
                .anyMatch(problem -> problem.isError() && problem.position().equals(again.position()));
    }
}
