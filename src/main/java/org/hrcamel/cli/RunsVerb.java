package org.hrcamel.cli;

import java.util.List;
import java.util.Optional;
import org.hrcamel.cli.ProjectOptions.UsageMistake;
import org.hrcamel.state.FinishedRun;
import org.hrcamel.state.StateFailed;
import org.hrcamel.validate.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code runs [<workflow>]}: how the runs ended, newest first. */
@Command(name = "runs", description = "Shows how the last runs ended.", mixinStandardHelpOptions = true)
final class RunsVerb implements Verb {

    @Parameters(arity = "0..1", paramLabel = "<workflow>", description = "id of the workflow (default: all)")
    private @Nullable String workflow;

    @Option(
            names = "--most",
            defaultValue = "20",
            paramLabel = "N",
            description = "how many, the newest first (default: ${DEFAULT-VALUE})")
    private int most;

    @Option(names = "--json", description = "one run result a line, as JSON")
    private boolean json;

    @ParentCommand
    private HrCamel program;

    @Override
    public Integer call() throws StateFailed {
        if (most < 1) {
            throw new UsageMistake("--most wants a number from 1 on, not " + most);
        }
        Project project = program.options().project();
        try (ProjectState state = ProjectState.of(project)) {
            List<FinishedRun> runs = state.state().runs(workflowId(project), most);
            if (json) {
                runs.forEach(run -> System.out.println(run.result()));
            } else if (!runs.isEmpty()) {
                System.out.print(RunHistory.table(runs));
            }
            if (runs.isEmpty()) {
                System.err.println("No run yet" + (workflow == null ? "" : " of " + workflow)
                        + ", or none that has ended (dry runs are not kept) in " + state.location());
            }
            return SUCCESS;
        }
    }

    private Optional<String> workflowId(Project project) throws StateFailed {
        return workflow == null ? Optional.empty() : Optional.of(ProjectState.workflowId(project, workflow));
    }
}
