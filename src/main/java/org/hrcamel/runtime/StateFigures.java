package org.hrcamel.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hrcamel.state.Cursor;
import org.hrcamel.state.StateFailed;

/**
 * Where each workflow stands by its state, read at most every few seconds, and given up after two even if the database hangs. Thread
 * safe.
 */
final class StateFigures implements AutoCloseable {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    private final Operations operations;
    private final InstantSource clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "metrics");
        daemon.setDaemon(true);
        return daemon;
    });
    private final Map<String, Instant> successes = new ConcurrentHashMap<>();
    private Look look;

    /** What the state says of one workflow. */
    record Figures(Optional<Instant> cursor, Optional<Instant> lastSuccess, long failures) {}

    private record Look(Instant began, CompletableFuture<Optional<Map<String, Figures>>> found) {

        /** Whoever comes when it hangs already waits no longer. */
        private Optional<Map<String, Figures>> within(Instant now) {
            long left = LONGEST_LOOK.minus(Duration.between(began, now)).toMillis();
            return found.copy()
                    .completeOnTimeout(Optional.empty(), Math.max(0, left), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    StateFigures(Operations operations, InstantSource clock) {
        this.operations = operations;
        this.clock = clock;
    }

    /** By workflow; empty when the state cannot be read now. */
    Optional<Map<String, Figures>> figures() {
        Instant now = clock.instant();
        return current(now).within(now);
    }

    /** What was found is old at once when a run has ended since. */
    synchronized void renew() {
        if (look != null && look.found().isDone()) {
            look = null;
        }
    }

    private synchronized Look current(Instant now) {
        // One that failed is tried again at once; one that hangs is waited for, rather than have each scrape begin
        // another.
        if (look == null
                || look.found().isDone() && (isOld(now) || look.found().join().isEmpty())) {
            look = new Look(now, CompletableFuture.supplyAsync(this::read, thread));
        }
        return look;
    }

    private boolean isOld(Instant now) {
        return Duration.between(look.began(), now).abs().compareTo(FRESH) >= 0;
    }

    private Optional<Map<String, Figures>> read() {
        Map<String, Figures> found = new HashMap<>();
        try {
            for (WorkflowView workflow : operations.workflows()) {
                String id = workflow.id();
                found.put(
                        id,
                        new Figures(
                                operations.cursor(id).map(Cursor::asOf), lastSuccess(id), operations.failureCount(id)));
            }
            return Optional.of(found);
        } catch (StateFailed | RuntimeException failure) {
            // Health says why; metrics only that it cannot be read.
            return Optional.empty();
        }
    }

    /** The state keeps so many results; those of a workflow that fails for days shall not make its last success unknown. */
    private Optional<Instant> lastSuccess(String id) throws StateFailed {
        operations.lastSuccess(id).ifPresent(at -> successes.put(id, at));
        return Optional.ofNullable(successes.get(id));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
