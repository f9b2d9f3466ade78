package org.hrcamel.validate;

import java.util.function.Consumer;
import org.hrcamel.validate.DeclaredRoute.Step;
import org.hrcamel.workflow.Problem;

/** Every step of a workflow's route has an id: Camel makes up another one whenever the file changes, and its counters begin anew. */
final class NamedSteps implements Rule {

    @Override
    public void check(Project project, Consumer<Problem> report) {
        for (DeclaredWorkflow workflow : project.workflows()) {
            for (DeclaredRoute route : workflow.file().routes()) {
                route.steps().stream()
                        .filter(step -> step.id().isEmpty() && !step.branch())
                        .map(NamedSteps::problem)
                        .forEach(report);
            }
        }
    }

    private static Problem problem(Step step) {
        return Problem.warning(
                step.position(),
                "the step " + step.kind() + " has no id: Camel makes one up, and what the console counts of it is lost"
                        + " when the file changes");
    }
}
