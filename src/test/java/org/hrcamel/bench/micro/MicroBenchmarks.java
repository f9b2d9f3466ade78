package org.hrcamel.bench.micro;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of this package, each in a process of its own, and prints a Markdown table of time, processor time and
 * allocation per operation; JMH's own JSON goes to {@code target/bench/micro.json}.
 */
public final class MicroBenchmarks {

    private static final Path JSON = Path.of("target/bench/micro.json");
    private static final int WARM_UPS = 3;
    private static final int MEASUREMENTS = 5;

    private MicroBenchmarks() {}

    /**
     * @param arguments a regular expression that the names of the wanted benchmarks contain; all of them unless told
     */
    public static void main(String[] arguments) throws Exception {
        People.record();
        Files.createDirectories(JSON.getParent());
        Options options = new OptionsBuilder()
                .include(arguments.length == 0 ? ".*" : arguments[0])
                .forks(1)
                // Waits for the compiler: on a busy machine the warm-up would end before it has.
                .jvmArgsAppend("-Xbatch")
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(MEASUREMENTS)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessorTime.class)
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(JSON.toString())
                .build();
        System.out.print(table(new Runner(options).run()));
    }

    private static String table(Collection<RunResult> results) {
        return results.stream()
                .sorted(Comparator.comparing(MicroBenchmarks::name))
                .map(MicroBenchmarks::row)
                .collect(Collectors.joining(
                        "\n",
                        "\n| operation | µs | ± (99.9 %) | µs of processor | bytes allocated |\n| --- | ---: | ---: | ---: | ---: |\n",
                        "\n"));
    }

    private static String row(RunResult result) {
        Result<?> time = result.getPrimaryResult();
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %,.0f |",
                name(result),
                time.getScore(),
                time.getScoreError(),
                secondary(result, ProcessorTime.NAME),
                secondary(result, "gc.alloc.rate.norm"));
    }

    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().get(name).getScore();
    }

    /** The class without its package, the method, and the values of the parameters. */
    private static String name(RunResult result) {
        BenchmarkParams params = result.getParams();
        String[] parts = params.getBenchmark().split("\\.");
        String method = parts[parts.length - 2].replace("Benchmark", "") + " " + parts[parts.length - 1];
        List<String> values =
                params.getParamsKeys().stream().map(params::getParam).toList();
        return values.isEmpty() ? method : method + " (" + String.join(", ", values) + ")";
    }
}
