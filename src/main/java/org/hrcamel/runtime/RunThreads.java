package org.hrcamel.runtime;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.spi.ThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quartz's threads, one for each run under way: a run that takes hours keeps no other from its schedule, and what rests has no thread.
 * Quartz's own pool starts as many as it was told at once, each of which wakes twice a second, and with more runs under way than that
 * the next one waits. A workflow has one run at a time, so there are no more threads than workflows; of the operator's own schedules
 * there may be more. Made by Quartz. Thread safe.
 */
public final class RunThreads implements ThreadPool {

    private static final long IDLE_SECONDS = 30;

    /** As far as Quartz is concerned there is always a free one. */
    private static final int FREE = 1;

    private static final Logger LOG = LoggerFactory.getLogger(RunThreads.class);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(1);

    private final AtomicInteger number = new AtomicInteger();
    private final Duration untilNextTry;
    private final ThreadPoolExecutor threads;
    private volatile String name = "hrcamel";

    public RunThreads() {
        this(Thread::new, UNTIL_NEXT_TRY);
    }

    /**
     * @param maker of threads
     * @param untilNextTry how long to wait when the system gives no thread
     */
    RunThreads(ThreadFactory maker, Duration untilNextTry) {
        this.untilNextTry = untilNextTry;
        this.threads = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> named(maker.newThread(task)));
    }

    private Thread named(Thread thread) {
        thread.setName(name + "_Worker-" + number.incrementAndGet());
        thread.setDaemon(false);
        return thread;
    }

    @Override
    public void initialize() {
        // Threads come as they are needed.
    }

    @Override
    public boolean runInThread(Runnable run) {
        try {
            while (!begins(run)) {
                TimeUnit.NANOSECONDS.sleep(untilNextTry.toNanos());
            }
            return true;
        } catch (RejectedExecutionException ending) {
            return false;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Quartz never fires again what it is told did not begin, and its own thread would end with an error: the run waits instead. */
    private boolean begins(Runnable run) {
        try {
            threads.execute(run);
            return true;
        } catch (OutOfMemoryError refused) {
            LOG.error("The system gives no thread for a run that is due; trying again: {}", refused.getMessage());
            return false;
        }
    }

    @Override
    public int blockForAvailableThreads() {
        return FREE;
    }

    /** The threads that there are now. */
    @Override
    public int getPoolSize() {
        return threads.getPoolSize();
    }

    @Override
    public void shutdown(boolean waitForRuns) {
        threads.shutdown();
        if (waitForRuns) {
            awaitRuns();
        }
    }

    private void awaitRuns() {
        try {
            threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void setInstanceId(String id) {
        // There is one scheduler.
    }

    @Override
    public void setInstanceName(String scheduler) {
        name = scheduler;
    }
}
