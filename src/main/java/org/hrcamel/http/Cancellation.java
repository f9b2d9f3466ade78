package org.hrcamel.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the work of a run to end soon, and ends its waits. Thread safe. */
public final class Cancellation implements Pause {

    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final CountDownLatch ending = new CountDownLatch(1);

    /** Ends every wait: what is on the way is given up. */
    public void cancel() {
        cancelled.countDown();
        ending.countDown();
    }

    /** Ends the waits before something is tried again; what is on the way may finish. */
    public void endSoon() {
        ending.countDown();
    }

    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    @Override
    public boolean sleep(Duration duration) {
        return await(cancelled, duration);
    }

    @Override
    public boolean backOff(Duration duration) {
        return await(ending, duration);
    }

    private static boolean await(CountDownLatch end, Duration duration) {
        try {
            return !end.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
