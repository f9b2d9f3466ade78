package org.hrcamel.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hrcamel.runtime.Health.Trouble;
import org.hrcamel.state.FinishedRun;
import org.hrcamel.state.StateFailed;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Status;

/** Looks after the runtime's {@link Health}, within a bounded time even if the state's database hangs. Thread safe. */
public final class HealthCheck implements AutoCloseable {

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    private final BooleanSupplier live;
    private final Operations operations;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "health");
        daemon.setDaemon(true);
        return daemon;
    });
    private CompletableFuture<List<Trouble>> look = CompletableFuture.completedFuture(List.of());

    HealthCheck(BooleanSupplier live, Operations operations) {
        this.live = live;
        this.operations = operations;
    }

    public Health health() {
        return new Health(live.getAsBoolean(), troubles());
    }

    /** Whether Camel runs, which costs nothing. */
    public boolean isLive() {
        return live.getAsBoolean();
    }

    private List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        for (Problem problem : operations.problems()) {
            if (problem.isError()) {
                troubles.add(new Trouble("", "broken", problem.toString()));
            }
        }
        for (WorkflowView workflow : operations.workflows()) {
            workflow.problems().stream()
                    .filter(problem -> workflow.enabled() && problem.isError())
                    .findFirst()
                    .ifPresent(first -> troubles.add(new Trouble(workflow.id(), "broken", first.toString())));
        }
        troubles.addAll(ofLastRuns());
        return troubles;
    }

    private List<Trouble> ofLastRuns() {
        CompletableFuture<List<Trouble>> current = current();
        return current.copy()
                .completeOnTimeout(
                        List.of(new Trouble("", "state_unreachable", "The state's database does not answer")),
                        LONGEST_LOOK.toMillis(),
                        TimeUnit.MILLISECONDS)
                .join();
    }

    /** A look that hangs is waited for by all who ask, rather than have each begin another. */
    private synchronized CompletableFuture<List<Trouble>> current() {
        if (look.isDone()) {
            look = CompletableFuture.supplyAsync(this::look, thread);
        }
        return look;
    }

    private List<Trouble> look() {
        List<Trouble> troubles = new ArrayList<>();
        for (WorkflowView workflow : operations.workflows()) {
            if (!workflow.enabled()) {
                continue;
            }
            try {
                operations.runs(workflow.id(), 1).stream()
                        .filter(run -> run.status().equals(Status.FATAL.code()))
                        .forEach(run -> troubles.add(new Trouble(workflow.id(), "last_run_fatal", sentence(run))));
            } catch (StateFailed failure) {
                return List.of(new Trouble("", "state_unreachable", failure.getMessage()));
            }
        }
        return troubles;
    }

    private static String sentence(FinishedRun run) {
        return "The run that ended at " + run.finishedAt() + " was fatal: " + run.reason();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
