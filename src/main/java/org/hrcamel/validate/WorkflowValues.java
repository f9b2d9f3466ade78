package org.hrcamel.validate;

import java.util.function.Consumer;
import org.hrcamel.workflow.Problem;

/**
 * Every workflow's required values are there, all have the right form, and programs compile. What is wrong with a workflow that is
 * not enabled stops nothing, so it is a warning.
 */
final class WorkflowValues implements Rule {

    @Override
    public void check(Project project, Consumer<Problem> report) {
        OperatorFunctions functions = OperatorFunctions.of(project.settings());
        for (DeclaredWorkflow workflow : project.workflows()) {
            ParsedWorkflow parsed =
                    ParsedWorkflow.parse(workflow, project.settings(), functions.withoutBeans(), url -> result -> {});
            parsed.problems().forEach(parsed.isEnabled() ? report : problem -> report.accept(problem.asWarning()));
        }
    }
}
