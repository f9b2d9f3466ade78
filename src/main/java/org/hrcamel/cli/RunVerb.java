package org.hrcamel.cli;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hrcamel.http.Json;
import org.hrcamel.runtime.HrCamelRuntime;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.WorkflowProblems;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.hrcamel.workflow.WorkflowSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code run <workflow>}: one run now in the foreground; its result is the last line of standard output. */
@Command(name = "run", description = "Runs one workflow now.", mixinStandardHelpOptions = true)
final class RunVerb implements Verb {

    @Parameters(paramLabel = "<workflow>", description = "id of the workflow")
    private String workflow;

    @Option(names = "--dry-run", description = "read and compare, but write nothing")
    private boolean dryRun;

    @Option(names = "--full", description = "deliver everything, whatever was delivered before")
    private boolean full;

    @ParentCommand
    private HrCamel program;

    @Override
    public Integer call() {
        HeadStart.ofConnections();
        Project project = program.options().project();
        HeadStart.ofState(project);
        DeclaredWorkflow declared = ProjectOptions.workflow(project, workflow);
        WorkflowProblems problems = WorkflowProblems.of(project, declared);
        problems.all().forEach(System.err::println);
        try (Interruption interruption = new Interruption()) {
            RunResult result = problems.reason().isPresent()
                    ? refused(project, problems.reason().get(), problems.all())
                    : run(project, declared, interruption);
            if (result.reason() == Reason.ALREADY_RUNNING) {
                System.err.println(ProjectState.underWay(project, workflow) + ": this one did nothing");
            }
            System.out.println(Json.text(result.json()));
            System.out.flush();
            return result.status().exitCode();
        }
    }

    private RunResult run(Project project, DeclaredWorkflow declared, Interruption interruption) {
        HrCamelRuntime runtime = new HrCamelRuntime(project, HrCamelRuntime.Mode.ON_DEMAND, result -> {});
        try (HrCamelRuntime started = runtime.start();
                Progress progress = new Progress(started::runs, () -> Terminal.ofStandardError(System.getenv()))) {
            interruption.stopsWith(started::stopRuns);
            List<Problem> broken = started.deploy(declared);
            broken.forEach(System.err::println);
            return broken.isEmpty()
                    ? started.run(workflow, new RunRequest(dryRun, full))
                    : refused(project, Reason.BAD_WORKFLOW_PARAMETERS, broken);
        }
    }

    /** The result of a run that never began. */
    private RunResult refused(Project project, Reason reason, List<Problem> problems) {
        Map<Event, Long> none = new EnumMap<>(Event.class);
        for (Event event : Event.values()) {
            none.put(event, 0L);
        }
        Instant now = Instant.now();
        var settings = WorkflowSettings.parse(project.settings(), workflow, problem -> {})
                .values();
        String message = problems.stream()
                .filter(Problem::isError)
                .findFirst()
                .map(Problem::toString)
                .orElse("");
        return new RunResult(
                workflow,
                WorkflowSettings.workflowId(project.settings(), workflow).orElse(workflow),
                UUID.randomUUID().toString(),
                Status.FATAL,
                reason,
                message,
                settings.find(WorkflowSettings.PERSIST).orElse(true) && !dryRun,
                settings.find(WorkflowSettings.INCREMENTAL).orElse(false) && !full,
                null,
                now,
                now,
                none,
                List.of(),
                List.of());
    }
}
