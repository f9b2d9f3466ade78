package org.hrcamel.cli;

import java.util.List;
import org.hrcamel.runtime.HrCamelRuntime;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.RouteFile;
import org.hrcamel.validate.RuntimeSettings;
import org.hrcamel.validate.WorkflowProblems;
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
        Project project = options.project();
        List<Problem> broken = RuntimeSettings.problems(project.settings());
        if (!broken.isEmpty()) {
            broken.forEach(problem -> LOG.error("{}", problem));
            return FATAL;
        }
        try (HrCamelRuntime runtime =
                new HrCamelRuntime(project, HrCamelRuntime.Mode.SCHEDULED, result -> {}).start()) {
            int started = deploy(project, runtime);
            if (started == 0) {
                LOG.error(
                        "No workflow runs: set workflow.<id>.enabled = true in {} for those that shall, and mend what is named"
                                + " above; hrcamel demo shows them all at work",
                        options.config());
                return FATAL;
            }
            LOG.info(
                    "{} of {} workflows run on their schedules; end with Ctrl-C",
                    started,
                    project.workflows().size());
            runtime.await();
        }
        return SUCCESS;
    }

    /** Starts what is sound and enabled, and says what is not. */
    static int deploy(Project project, HrCamelRuntime runtime) {
        int started = 0;
        for (RouteFile file : project.files()) {
            file.problems().forEach(problem -> LOG.error("{}", problem));
            if (project.workflow(file.name()).isEmpty() && file.problems().isEmpty()) {
                runtime.deployOther(file).forEach(problem -> LOG.error("{}", problem));
            }
        }
        for (DeclaredWorkflow workflow : project.workflows()) {
            WorkflowProblems problems = WorkflowProblems.of(project, workflow);
            List<Problem> found = problems.all();
            if (problems.reason().isEmpty() && problems.isEnabled()) {
                found = runtime.deploy(workflow);
                started += found.isEmpty() ? 1 : 0;
            }
            if (problems.isEnabled()) {
                found.forEach(problem -> LOG.error("{}", problem));
            } else {
                LOG.info("{} is not enabled", workflow.id());
            }
        }
        return started;
    }
}
