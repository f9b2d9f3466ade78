package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hrcamel.workflow.Problem;

/** All rules, in the order in which a reader would want to mend things. */
public final class Rules {

    private Rules() {}

    /** Every problem of a project, by place. */
    public static List<Problem> check(Project project) {
        List<Rule> rules = List.of(
                new ReadableFiles(),
                new RouteShape(),
                new KnownSteps(),
                new KnownKeys(),
                new UniqueWorkflowIds(),
                new WorkflowValues(),
                new ConnectorValues());
        List<Problem> problems = new ArrayList<>();
        rules.forEach(rule -> rule.check(project, problems::add));
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::position))
                .toList();
    }
}
