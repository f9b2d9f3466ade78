package org.hrcamel.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C and SIGTERM end a foreground run cleanly: the run is asked to end, and the process lives until its result is told,
 * that is until this is closed.
 */
final class Interruption implements AutoCloseable {

    private static final int MOST_SECONDS = 120;

    private final CountDownLatch told = new CountDownLatch(1);
    private volatile Runnable stop = () -> {};

    Interruption() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "interruption"));
    }

    /** What asks the run to end. */
    void stopsWith(Runnable action) {
        stop = action;
    }

    private void interrupt() {
        stop.run();
        try {
            told.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        told.countDown();
    }
}
