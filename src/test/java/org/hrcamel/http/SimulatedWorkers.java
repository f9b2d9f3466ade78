package org.hrcamel.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * Many threads in simulated time: one of them runs at a time, and the clock jumps to the next one that wakes. The same work takes the
 * same course each time, in as little real time as there is work.
 */
final class SimulatedWorkers implements InstantSource, Pause {

    private record Sleeper(Instant until, long order, Semaphore wake) {}

    private final Queue<Sleeper> sleepers =
            new PriorityQueue<>(Comparator.comparing(Sleeper::until).thenComparing(Sleeper::order));
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Instant now = SimulatedTime.START;
    private long order;
    private long wakings;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public boolean sleep(Duration duration) {
        Sleeper me = sleeper(duration);
        wakeNext();
        me.wake.acquireUninterruptibly();
        wakings++;
        return true;
    }

    private Sleeper sleeper(Duration duration) {
        Sleeper sleeper = new Sleeper(now.plus(duration), order++, new Semaphore(0));
        sleepers.add(sleeper);
        return sleeper;
    }

    private void wakeNext() {
        Sleeper next = sleepers.poll();
        if (next == null) {
            ended.countDown();
            return;
        }
        now = next.until.isAfter(now) ? next.until : now;
        next.wake.release();
    }

    /** Lets so many workers do the same until all have ended. */
    void run(int workers, Runnable work) throws InterruptedException {
        for (int worker = 0; worker < workers; worker++) {
            Sleeper start = sleeper(Duration.ZERO);
            Thread thread = new Thread(() -> {
                start.wake.acquireUninterruptibly();
                try {
                    work.run();
                } finally {
                    wakeNext();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        wakeNext();
        ended.await();
    }

    /** How often any of them woke. */
    long wakings() {
        return wakings;
    }
}
