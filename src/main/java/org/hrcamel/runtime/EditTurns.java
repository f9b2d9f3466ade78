package org.hrcamel.runtime;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread in which edits are put in place, and in which goes one after the other whatever must not meet them. Thread safe. */
final class EditTurns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EditTurns.class);

    /** How long an edit that is being put in place may hold up the end; what is on the way in runs has its time afterwards. */
    private static final int SECONDS_TO_END = 8;

    /** How long it may once it is interrupted. */
    private static final int SECONDS_TO_BREAK_OFF = 2;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread daemon = new Thread(task, "live-edits");
        daemon.setDaemon(true);
        return daemon;
    });
    private boolean waited;

    EditTurns() {
        // Who waits for a turn that never comes is told so.
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Does this again and again, with so long a pause in between. It must let nothing escape, which would end it. */
    void every(Duration pause, Runnable work) {
        Future<?> unused =
                thread.scheduleWithFixedDelay(work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does this when its turn has come, unless everything ends before. */
    void queue(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException ending) {
            LOG.debug("An edit is not put in place any more");
        }
    }

    /**
     * Waits for a turn, and for the work to be done.
     *
     * @throws IllegalStateException when the work fails, or everything ends before its turn has come
     */
    <T> T take(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new IllegalStateException(cause.getMessage(), cause);
        } catch (CancellationException | RejectedExecutionException ending) {
            throw new IllegalStateException("The runtime is ending", ending);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    /** No turn begins any more. */
    void end() {
        thread.shutdown();
    }

    /** Waits for the turn under way, but not for long. */
    @Override
    public synchronized void close() {
        end();
        if (waited) {
            return;
        }
        waited = true;
        try {
            if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("An edit that takes very long is broken off");
                thread.shutdownNow();
                if (!thread.awaitTermination(SECONDS_TO_BREAK_OFF, TimeUnit.SECONDS)) {
                    LOG.warn("An edit is still being put in place while everything ends");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
