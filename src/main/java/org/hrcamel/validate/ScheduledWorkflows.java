package org.hrcamel.validate;

import java.util.function.Consumer;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.WorkflowSettings;

/** An enabled workflow says when it runs; without that it runs, but at a time that nobody chose. */
final class ScheduledWorkflows implements Rule {

    @Override
    public void check(Project project, Consumer<Problem> report) {
        for (DeclaredWorkflow workflow : project.workflows()) {
            String prefix = WorkflowSettings.prefix(workflow.id());
            String key = prefix + WorkflowSettings.SCHEDULE.name();
            boolean asked = workflow.file().text().contains("{{" + key);
            boolean set = project.settings()
                    .setting(key)
                    .map(Setting::value)
                    .filter(text -> !text.isEmpty())
                    .isPresent();
            if (asked && !set && isEnabled(project, workflow)) {
                report.accept(Problem.warning(
                        project.settings()
                                .setting(key)
                                .map(Setting::position)
                                .orElseGet(() -> project.settings().nearest(prefix)),
                        key + " is missing: the workflow runs at "
                                + WorkflowSettings.SCHEDULE.defaultText().orElseThrow()));
            }
        }
    }

    private static boolean isEnabled(Project project, DeclaredWorkflow workflow) {
        return WorkflowSettings.parse(project.settings(), workflow.id(), problem -> {})
                .values()
                .find(WorkflowSettings.ENABLED)
                .orElse(true);
    }
}
