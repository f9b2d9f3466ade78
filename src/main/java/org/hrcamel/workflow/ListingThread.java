package org.hrcamel.workflow;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The thread in which a run's listing goes on; it is there from when it is first needed until the run ends. Thread safe. */
final class ListingThread {

    private static final long SECONDS_IDLE = 10;

    private final Run run;
    private final ThreadPoolExecutor thread;
    private volatile @Nullable Ahead<?> latest;

    ListingThread(Run run) {
        this.run = run;
        // One thread: a vendor is asked for one page at a time.
        this.thread =
                new ThreadPoolExecutor(1, 1, SECONDS_IDLE, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread daemon = new Thread(task, "listing-" + run.workflow().id());
                    daemon.setDaemon(true);
                    return daemon;
                });
        this.thread.allowCoreThreadTimeOut(true);
    }

    <T> Ahead<T> begin(Supplier<T> work) {
        Ahead<T> begun = new Ahead<>(run, thread, work);
        latest = begun;
        return begun;
    }

    /** Ends the thread. What it is at has become useless: its waits end, and the answer to its request is waited for. */
    void end() {
        Ahead<?> last = latest;
        if (last != null && !last.isDone()) {
            run.cancellation().cancel();
            last.await();
        }
        thread.shutdown();
    }
}
