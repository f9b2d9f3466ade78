package org.hrcamel.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hrcamel.runtime.WorkflowView.RunUnderWay;
import org.hrcamel.state.Cursor;
import org.hrcamel.state.Failure;
import org.hrcamel.state.FinishedRun;
import org.hrcamel.state.State;
import org.hrcamel.state.StateFailed;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunLifecycle;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.hrcamel.workflow.WorkflowSettings;

/** What an operator sees of the workflows and does with them, for the console, MBeans, health and metrics. Thread safe. */
public final class Operations {

    /** Longer than a database takes that is only busy. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(4);

    private final LiveProject live;
    private final Schedules schedules;
    private final RunLifecycle lifecycle;
    private final DryRuns dryRuns;
    private final State state;
    private final StateQuestions questions = new StateQuestions(LONGEST_ANSWER);

    Operations(LiveProject live, Schedules schedules, RunLifecycle lifecycle, DryRuns dryRuns, State state) {
        this.live = live;
        this.schedules = schedules;
        this.lifecycle = lifecycle;
        this.dryRuns = dryRuns;
        this.state = state;
    }

    /** What became of the wish to run a workflow now. */
    public enum Started {
        STARTED,
        /** A run is under way; the wish is dropped. */
        ALREADY_RUNNING,
        /** It is not enabled, broken from the start, or unknown. */
        NOT_DEPLOYED;

        /** In words for people and machines. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Every workflow that the routes folder holds or held when something was sound last, by id. */
    public List<WorkflowView> workflows() {
        Project project = live.project();
        return live.statuses().values().stream()
                .flatMap(status -> status.workflow().map(workflow -> view(project, status, workflow)).stream())
                .toList();
    }

    public Optional<WorkflowView> workflow(String id) {
        return Optional.ofNullable(live.statuses().get(id))
                .flatMap(status -> status.workflow().map(workflow -> view(live.project(), status, workflow)));
    }

    /** What is wrong with the settings as a whole, and with files that hold no workflow, as far as that can be told. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(live.general());
        live.statuses().values().stream()
                .filter(status -> status.workflow().isEmpty())
                .forEach(status -> problems.addAll(status.problems()));
        return problems;
    }

    private WorkflowView view(Project project, FileStatus status, DeclaredWorkflow workflow) {
        String id = status.name();
        return new WorkflowView(
                id,
                workflow.direction(),
                WorkflowSettings.schedule(project.settings(), id),
                status.enabled(),
                status.deployed(),
                schedules.isPaused(id),
                live.isWaiting(id),
                status.problems(),
                schedules.next(id),
                underWay(id).map(run -> new RunUnderWay(run.result(), run.progress())));
    }

    private Optional<Run> underWay(String id) {
        return lifecycle.active().stream()
                .filter(run -> run.workflow().id().equals(id))
                .findFirst();
    }

    /** Runs a workflow now, paused or not, and returns at once. */
    public Started run(String id, RunRequest request) {
        if (underWay(id).isPresent()) {
            return Started.ALREADY_RUNNING;
        }
        if (request.dryRun()) {
            dryRuns.forget(id);
        }
        return live.fire(id, request) ? Started.STARTED : Started.NOT_DEPLOYED;
    }

    /**
     * Asks the run under way to end early: items on the way are finished, nothing more is read.
     *
     * @return false when none is under way
     */
    public boolean stop(String id) {
        Optional<Run> run = underWay(id);
        run.ifPresent(Run::stop);
        return run.isPresent();
    }

    /** The newest dry run since the process began; none while a newer one is under way. */
    public Optional<RunResult> dryRun(String id) {
        return dryRuns.newest(id);
    }

    /** Lets a workflow's schedule rest; a run under way goes on. */
    public void pause(String id) {
        schedules.pause(id);
    }

    public void resume(String id) {
        schedules.resume(id);
    }

    /** The newest runs first. */
    public List<FinishedRun> runs(String id, int most) throws StateFailed {
        Optional<String> workflowId = workflowId(id);
        return workflowId.isEmpty() ? List.of() : questions.ask(() -> state.runs(workflowId, most));
    }

    /** What could not be delivered, oldest first. */
    public List<Failure> failures(String id) throws StateFailed {
        Optional<String> workflowId = workflowId(id);
        return workflowId.isEmpty() ? List.of() : questions.ask(() -> state.failures(workflowId.get()));
    }

    /** How many could not be delivered. */
    public long failureCount(String id) throws StateFailed {
        Optional<String> workflowId = workflowId(id);
        return workflowId.isEmpty() ? 0 : questions.ask(() -> state.failureCount(workflowId.get()));
    }

    /** When a run came to its end last, with or without failures of single items. */
    public Optional<Instant> lastSuccess(String id) throws StateFailed {
        Optional<String> workflowId = workflowId(id);
        return workflowId.isEmpty()
                ? Optional.empty()
                : questions.ask(() -> state.lastEnd(
                        workflowId.get(), List.of(Status.SUCCESS.code(), Status.SUCCESS_WITH_FAILURES.code())));
    }

    public Optional<Cursor> cursor(String id) throws StateFailed {
        Optional<String> workflowId = workflowId(id);
        return workflowId.isEmpty() ? Optional.empty() : questions.ask(() -> state.cursor(workflowId.get()));
    }

    /**
     * Lets the next run try failures again, however often they were tried.
     *
     * @param references which ones; none means all
     * @return how many there were
     */
    public int retry(String id, Collection<String> references) throws StateFailed {
        Optional<String> workflowId = workflowId(id);
        return workflowId.isEmpty() ? 0 : questions.ask(() -> state.retry(workflowId.get(), references));
    }

    private Optional<String> workflowId(String id) {
        return WorkflowSettings.workflowId(live.project().settings(), id);
    }
}
