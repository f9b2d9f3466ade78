package org.hrcamel.cli;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hrcamel.runtime.HrCamelRuntime;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Events;
import org.hrcamel.workflow.Run;

/** Tells every few seconds how far the runs under way have come. */
final class Progress implements AutoCloseable {

    private static final int SECONDS = 5;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    Progress(HrCamelRuntime runtime, PrintStream out) {
        timer.scheduleAtFixedRate(
                () -> runtime.runs().forEach(run -> out.println(line(run))), SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private static String line(Run run) {
        Events events = run.events();
        return "%s: %,d read, %,d written, %,d unchanged, %,d skipped, %,d failed"
                .formatted(
                        run.workflow().id(),
                        events.count(Event.READ_SUCCESS),
                        events.count(Event.WRITE_SUCCESS),
                        events.count(Event.WRITE_UNCHANGED),
                        events.count(Event.SKIPPED_UNCHANGED)
                                + events.count(Event.SKIPPED_ARCHIVED)
                                + events.count(Event.LOGICS_DISCARD),
                        events.failures());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
