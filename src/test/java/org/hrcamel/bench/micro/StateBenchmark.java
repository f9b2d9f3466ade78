package org.hrcamel.bench.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hrcamel.state.JdbcState;
import org.hrcamel.state.RunLease;
import org.hrcamel.state.StateFailed;
import org.hrcamel.state.StateOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** The state in SQLite, where 10,000 profiles are known: looking up a page of 100, and recording one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StateBenchmark {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";
    private static final String VERSION = "0123456789abcdef:2018-06-08T17:20:29.000Z";
    private static final int KNOWN = 10_000;
    private static final int PAGE = 100;

    private final AtomicInteger next = new AtomicInteger();
    private Path folder;
    private JdbcState state;
    private RunLease lease;

    @Setup
    public void setUp() throws IOException, StateFailed {
        folder = Files.createTempDirectory("hrcamel-bench-");
        state = new JdbcState(
                new StateOptions("jdbc:sqlite:" + folder.resolve("hrcamel.db"), "", "", Duration.ofMinutes(1)));
        lease = state.lease(WORKFLOW, "bench").orElseThrow();
        for (int i = 0; i < KNOWN; i++) {
            lease.delivered(reference(i), VERSION);
        }
    }

    @TearDown(Level.Trial)
    public void tearDown() throws IOException {
        lease.close();
        state.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static String reference(int number) {
        return "cc285818-963d-497a-a2a8-%012d".formatted(number);
    }

    @Benchmark
    public Map<String, String> lookUpAPageOfAHundred() throws StateFailed {
        int first = next.getAndAdd(PAGE) % KNOWN;
        List<String> page = IntStream.range(first, first + PAGE)
                .mapToObj(StateBenchmark::reference)
                .toList();
        return state.delivered(WORKFLOW, page);
    }

    @Benchmark
    public void recordFromOneThread() throws StateFailed {
        lease.delivered(reference(next.getAndIncrement() % KNOWN), VERSION);
    }

    /** The time that each of the threads waits for its commit; so many are recorded in it as there are threads. */
    @Benchmark
    @Threads(8)
    public void recordFromEightThreads() throws StateFailed {
        lease.delivered(reference(next.getAndIncrement() % KNOWN), VERSION);
    }
}
