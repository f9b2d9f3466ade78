package org.hrcamel.cli;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hrcamel.workflow.Run;

/** Tells on standard error how far the runs under way have come: by a bar where that is a terminal, else by a line every few seconds. */
final class Progress implements AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_BARS = Duration.ofMillis(200);

    private final Supplier<Collection<Run>> runs;
    private final Supplier<Optional<Terminal>> terminals;
    private final Optional<BottomLine> bottom;
    private volatile int columns;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param terminals tells the terminal, whose size may change
     */
    Progress(Supplier<Collection<Run>> runs, Supplier<Optional<Terminal>> terminals) {
        this.runs = runs;
        this.terminals = terminals;
        Optional<Terminal> terminal = terminals.get();
        this.bottom = terminal.map(drawn -> new BottomLine(System.err));
        if (terminal.isPresent()) {
            columns = terminal.get().columns();
            every(BETWEEN_BARS, this::draw);
            every(BETWEEN_LINES, this::measure);
        } else {
            every(BETWEEN_LINES, this::print);
        }
    }

    private void every(Duration time, Runnable task) {
        Future<?> unused = timer.scheduleAtFixedRate(task, time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void print() {
        runs.get().forEach(run -> System.err.println(ProgressText.of(run).plain(run.events())));
    }

    private void measure() {
        terminals.get().ifPresent(terminal -> columns = terminal.columns());
    }

    private void draw() {
        String line = runs.get().stream()
                .findFirst()
                .map(run -> ProgressText.of(run).bar(columns))
                .orElse("");
        bottom.ifPresent(shown -> shown.show(line));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        bottom.ifPresent(BottomLine::close);
    }
}
