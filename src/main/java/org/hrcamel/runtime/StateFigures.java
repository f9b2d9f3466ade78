package org.hrcamel.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hrcamel.state.StateFailed;
import org.jspecify.annotations.Nullable;

/**
 * Where each workflow stands by its state, read at most every few seconds, and not waited for longer even if the database hangs. Thread
 * safe.
 */
final class StateFigures implements AutoCloseable {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Reading reading;
    private final InstantSource clock;
    private final Duration longest;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "metrics");
        daemon.setDaemon(true);
        return daemon;
    });
    private @Nullable Look look;

    /** What the state says of one workflow. */
    record Figures(Optional<Instant> cursor, Optional<Instant> lastSuccess, long failures) {}

    /** Reads the figures of every workflow. */
    @FunctionalInterface
    interface Reading {
        Map<String, Figures> read() throws StateFailed;
    }

    private record Look(Instant began, CompletableFuture<Optional<Map<String, Figures>>> found) {

        private boolean isOld(Instant now) {
            return Duration.between(began, now).abs().compareTo(FRESH) >= 0;
        }

        /** Whoever comes when it hangs already waits no longer. */
        private Optional<Map<String, Figures>> within(Duration longest, Instant now) {
            long left = longest.minus(Duration.between(began, now)).toMillis();
            return found.copy()
                    .completeOnTimeout(Optional.empty(), Math.max(0, left), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    /**
     * @param longest how long a reading is waited for
     */
    StateFigures(Reading reading, InstantSource clock, Duration longest) {
        this.reading = reading;
        this.clock = clock;
        this.longest = longest;
    }

    /** By workflow; empty when the state cannot be read now. */
    Optional<Map<String, Figures>> figures() {
        Instant now = clock.instant();
        return current(now).within(longest, now);
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
                || look.found().isDone()
                        && (look.isOld(now) || look.found().join().isEmpty())) {
            look = new Look(now, CompletableFuture.supplyAsync(this::read, thread));
        }
        return look;
    }

    private Optional<Map<String, Figures>> read() {
        try {
            return Optional.of(reading.read());
        } catch (StateFailed | RuntimeException failure) {
            // Health says why; metrics only that it cannot be read.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
