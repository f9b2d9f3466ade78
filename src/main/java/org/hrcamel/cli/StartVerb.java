package org.hrcamel.cli;

import java.util.List;
import org.hrcamel.runtime.HrCamelRuntime;
import org.hrcamel.runtime.WorkflowView;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.RuntimeSettings;
import org.hrcamel.workflow.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code start}: every enabled workflow on its schedule, until the process is asked to end. */
@Command(name = "start", description = "Runs every enabled workflow on its schedule.", mixinStandardHelpOptions = true)
final class StartVerb implements Verb {

    private static final Logger LOG = LoggerFactory.getLogger(StartVerb.class);

    @ParentCommand
    private HrCamel program;

    @Override
    public Integer call() {
        return start(program.options());
    }

    static int start(ProjectOptions options) {
        HeadStart.ofConnections();
        Project project = options.project();
        HeadStart.ofState(project);
        List<Problem> broken = RuntimeSettings.problems(project.settings());
        if (!broken.isEmpty()) {
            broken.forEach(problem -> LOG.error("{}", problem));
            return FATAL;
        }
        if (project.files().isEmpty()) {
            LOG.error("There are no route files in {}; name their folder with --routes", options.routes());
            return FATAL;
        }
        try (HrCamelRuntime runtime =
                new HrCamelRuntime(project, HrCamelRuntime.Mode.SCHEDULED, result -> {}).start()) {
            runtime.deployLive();
            long deployed = runtime.operations().workflows().stream()
                    .filter(WorkflowView::deployed)
                    .count();
            if (deployed == 0) {
                LOG.warn(
                        "No workflow runs yet: set workflow.<id>.enabled = true in {} for those that shall, and mend what is named"
                                + " above. What is saved takes effect at once; end with Ctrl-C",
                        options.config());
            } else {
                LOG.info(
                        "{} of {} workflows run on their schedules; end with Ctrl-C",
                        deployed,
                        project.workflows().size());
            }
            try (ProjectConsole console = ProjectConsole.start(project, runtime)) {
                runtime.await();
            }
        }
        return SUCCESS;
    }
}
