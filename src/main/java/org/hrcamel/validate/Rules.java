package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hrcamel.workflow.Problem;

/** All rules, in the order in which a reader would want to mend things. */
public final class Rules {

    private static final List<Rule> RULES = List.of(
            new ReadableFiles(),
            new RouteShape(),
            new KnownSteps(),
            new UniqueIds(),
            new KnownKeys(),
            new UniqueWorkflowIds(),
            new WorkflowValues(),
            new ConnectorValues(),
            new PlainSecrets(),
            new ScheduledWorkflows(),
            new NamedSteps());

    private Rules() {}

    /** Every problem of a project, by place. */
    public static List<Problem> check(Project project) {
        List<Problem> problems = new ArrayList<>();
        RULES.forEach(rule -> rule.check(project, problems::add));
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

    /** Whether Camel stumbles over what a rule has said better. */
    static boolean isTold(List<Problem> told, Problem again) {
        return told.stream()
                .anyMatch(problem -> problem.isError() && problem.position().equals(again.position()));
    }
}
