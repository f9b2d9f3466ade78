package org.hrcamel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** The packaged program in a process of its own, and what the system says of it. Linux only. */
final class MeasuredProgram implements AutoCloseable {

    /** Becomes Java itself, in the same process. */
    static final String LAUNCHER = Path.of("hrcamel").toAbsolutePath().toString();

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final double SECONDS_BETWEEN_COLLECTIONS = 2;
    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final double KIBIBYTE = 1024;
    private static final Pattern HEAP = Pattern.compile("total \\d+K, used (\\d+)K");

    private final Process process;
    private final long begun = System.nanoTime();
    private final Path out;
    private final Path err;

    /**
     * What a process used from its beginning to its end.
     *
     * @param cpuSeconds to some hundredths of a second
     * @param resident bytes of RAM, at most
     */
    record Use(double seconds, double cpuSeconds, long resident) {}

    /**
     * @param folder where what it prints is kept
     * @param java options of the virtual machine
     * @param arguments see {@link #arguments}
     */
    MeasuredProgram(Path folder, List<String> java, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER));
        command.addAll(arguments);
        try {
            out = Files.createTempFile(folder, "out-", ".txt");
            err = Files.createTempFile(folder, "err-", ".txt");
            ProcessBuilder program =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            program.environment().put("HRCAMEL_JAVA_OPTS", String.join(" ", java));
            process = program.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A verb with what it takes, and where it finds its settings and routes. */
    static List<String> arguments(Path settings, Path routes, String... verb) {
        List<String> arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(List.of("--config", settings.toString(), "--routes", routes.toString()));
        return arguments;
    }

    /** Waits until this is so, and tells the seconds since the process began. */
    double until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || seconds() > LONGEST.toSeconds()) {
                throw new IllegalStateException("In vain: " + err());
            }
            TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
        }
        return seconds();
    }

    /** Waits for its end, which must be a success. */
    Use untilEnd() throws IOException, InterruptedException {
        return untilEnd(false);
    }

    /** The same, and has all garbage collected every other second. */
    Use collectUntilEnd() throws IOException, InterruptedException {
        return untilEnd(true);
    }

    private Use untilEnd(boolean collecting) throws IOException, InterruptedException {
        double cpuSeconds = 0;
        double collected = 0;
        long resident = 0;
        while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            // What a process that has ended used can no longer be looked up.
            cpuSeconds = Math.max(cpuSeconds, cpuSeconds());
            resident = Math.max(resident, OperatingSystem.peakResident(process.pid()));
            if (collecting && seconds() - collected > SECONDS_BETWEEN_COLLECTIONS) {
                jcmd("GC.run");
                collected = seconds();
            }
        }
        double seconds = seconds();
        if (process.exitValue() != 0) {
            throw new IllegalStateException("It failed: " + err());
        }
        return new Use(seconds, cpuSeconds, resident);
    }

    /** Seconds since it began. */
    double seconds() {
        return (System.nanoTime() - begun) / NANOS;
    }

    /** Seconds of CPU used so far, by all threads. */
    double cpuSeconds() {
        return OperatingSystem.cpuSeconds(process.pid());
    }

    double residentMegabytes() {
        return OperatingSystem.resident(process.pid()) / MEGABYTE;
    }

    int threads() {
        return OperatingSystem.threads(process.pid());
    }

    /** What of the heap is in use once the garbage is collected. */
    double heapMegabytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        // The generations of the heap, one a line.
        return HEAP.matcher(jcmd("GC.heap_info"))
                        .results()
                        .mapToLong(used -> Long.parseLong(used.group(1)))
                        .sum()
                * KIBIBYTE
                / MEGABYTE;
    }

    /** Asks the virtual machine something. */
    private String jcmd(String question) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(Child.tool("jcmd"), String.valueOf(process.pid()), question)
                .redirectErrorStream(true)
                .start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return answer;
    }

    String err() {
        try {
            return Files.readString(err);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends it as an operator would, and waits for that. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
