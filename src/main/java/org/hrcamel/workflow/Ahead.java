package org.hrcamel.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.hrcamel.http.RequestFailed;

/**
 * A part of a run's listing that goes on in a thread of its own while the items before it are delivered. What it tells the run is held
 * back until the part is taken, so that it counts neither sooner than before it could be read ahead, nor in a run that ended meanwhile.
 * Taken by one thread.
 */
public final class Ahead<T> {

    private static final ThreadLocal<List<Runnable>> HELD_BACK = new ThreadLocal<>();

    private final Run run;
    private final List<Runnable> told = new ArrayList<>();
    private final Future<T> work;

    Ahead(Run run, ExecutorService thread, Supplier<T> work) {
        this.run = run;
        this.work = thread.submit(() -> within(work));
    }

    private T within(Supplier<T> listing) {
        Run before = LoggedRun.enter(run);
        HELD_BACK.set(told);
        try {
            return listing.get();
        } finally {
            HELD_BACK.remove();
            LoggedRun.leave(before);
        }
    }

    /**
     * Keeps what is told from a part that is read ahead.
     *
     * @return false when the current thread reads nothing ahead, and the run must be told at once
     */
    static boolean holdBack(Runnable telling) {
        List<Runnable> held = HELD_BACK.get();
        return held != null && held.add(telling);
    }

    /**
     * Waits for the part, and tells the run what it had to tell.
     *
     * @return empty when the run is ending, which is then told nothing
     */
    public Optional<T> take() {
        try {
            T done = work.get();
            if (run.isEnding()) {
                return Optional.empty();
            }
            told.forEach(Runnable::run);
            return Optional.of(done);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            // Else the listing would pass for complete.
            run.readFailed(new RequestFailed(
                    RequestFailed.Cause.STOPPED, false, "the wait for the rest of the listing was interrupted"));
            return Optional.empty();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("The listing broke off", failure.getCause());
        }
    }

    /** Whether the thread is done with it. */
    boolean isDone() {
        return work.isDone();
    }

    /** Waits for the thread to be done with it; the run is told nothing. */
    void await() {
        try {
            work.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException nobodyAsks) {
            // The run has ended without it.
        }
    }
}
