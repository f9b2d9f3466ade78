package org.hrcamel.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hrcamel.state.MemoryState;
import org.hrcamel.state.RunLease.Retention;
import org.hrcamel.state.State;

/** Runs that are under way without a route, for tests of what works for them. */
public final class OpenedRuns {

    private OpenedRuns() {}

    /** A run of a workflow without vendors, with a state of its own. */
    public static Run opened() {
        return opened("w", "r");
    }

    static Run opened(String id, String runId) {
        return opened(id, runId, "", new MemoryState());
    }

    /** An incremental run after those that left this state. */
    static Run incremental(State state) {
        return opened("w", "r", "workflow.w.incremental = true", state);
    }

    private static Run opened(String id, String runId, String settings, State state) {
        String text = "workflow." + id + ".workflow_id = w\n" + settings;
        Parameters parameters = Parameters.parse(
                Settings.parse(Path.of("a"), text, List.of(), name -> null),
                WorkflowSettings.prefix(id),
                WorkflowSettings.ALL,
                problem -> {});
        Workflow workflow = new Workflow(
                id,
                new WorkflowSettings(parameters),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                state(state),
                run -> null,
                run -> null);
        Run run = new Run(workflow, runId, RunRequest.AS_SET, InstantSource.system());
        try {
            run.open();
        } catch (RunFatal failure) {
            throw new AssertionError(failure);
        }
        return run;
    }

    /** Ends the run as its route would. */
    public static RunResult finish(Run run) {
        return run.finish();
    }

    /** A state as a workflow uses it that is never edited. */
    static WorkflowState state(State state) {
        return new WorkflowState(
                state, "shape", "listing", 5, Duration.ofMinutes(5), new Retention(100, Duration.ofDays(1)));
    }
}
