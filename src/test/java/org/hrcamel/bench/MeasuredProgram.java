package org.hrcamel.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program in a process of its own, and what the system says of it. Linux only. */
final class MeasuredProgram implements AutoCloseable {

    /** Becomes Java itself, in the same process. */
    private static final Path LAUNCHER = Path.of("hrcamel").toAbsolutePath();

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final double KILOBYTES = 1024.0;
    private static final Pattern HEAP = Pattern.compile("total \\d+K, used (\\d+)K");

    private final Process process;
    private final long begun = System.nanoTime();
    private final Path out;
    private final Path err;

    /**
     * @param folder where what it prints is kept
     * @param java options of the virtual machine
     */
    MeasuredProgram(Path folder, List<String> java, String... arguments) throws IOException {
        out = Files.createTempFile(folder, "out-", ".txt");
        err = Files.createTempFile(folder, "err-", ".txt");
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder program =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        program.environment().put("HRCAMEL_JAVA_OPTS", String.join(" ", java));
        process = program.start();
    }

    /** Waits until this is so, and tells the seconds since the process began. */
    double until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || secondsSinceBegin() > LONGEST.toSeconds()) {
                throw new IllegalStateException("In vain: " + err());
            }
            TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
        }
        return secondsSinceBegin();
    }

    /** Waits for its end, and tells the seconds since the process began. */
    double untilEnd() throws InterruptedException {
        process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        return secondsSinceBegin();
    }

    private double secondsSinceBegin() {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Seconds of CPU used so far, by all threads. */
    double cpuSeconds() {
        return OperatingSystem.cpuSeconds(process.pid());
    }

    double residentMegabytes() {
        return status("VmRSS") / KILOBYTES;
    }

    int threads() {
        return status("Threads");
    }

    private int status(String name) {
        Matcher value = Pattern.compile("(?m)^" + name + ":\\s+(\\d+)").matcher(proc("status"));
        return value.find() ? Integer.parseInt(value.group(1)) : 0;
    }

    private String proc(String file) {
        return read(Path.of("/proc", String.valueOf(process.pid()), file));
    }

    /** What of the heap is in use once the garbage is collected. */
    double heapMegabytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        // The generations of the heap, one a line.
        return HEAP.matcher(jcmd("GC.heap_info"))
                        .results()
                        .mapToLong(used -> Long.parseLong(used.group(1)))
                        .sum()
                / KILOBYTES;
    }

    /** Asks the virtual machine something. */
    String jcmd(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "jcmd",
                String.valueOf(process.pid())));
        command.addAll(Arrays.asList(arguments));
        Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(asked.getInputStream().readAllBytes());
        asked.waitFor();
        return answer;
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
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
