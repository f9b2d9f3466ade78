package org.hrcamel.bench.micro;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hrcamel.connector.Seen;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Remembering which rows a listing has shown, per row. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SeenBenchmark {

    private static final int ROWS = 10_000;

    private final String[] ids = IntStream.range(0, ROWS)
            .mapToObj("cc285818-963d-497a-a2a8-%012d"::formatted)
            .toArray(String[]::new);

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Seen listing() {
        Seen seen = Seen.latest();
        for (String id : ids) {
            seen.add(id);
        }
        return seen;
    }
}
