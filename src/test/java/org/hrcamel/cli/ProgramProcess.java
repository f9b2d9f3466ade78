package org.hrcamel.cli;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionEvaluationListener;
import org.awaitility.core.EvaluatedCondition;
import org.awaitility.core.TimeoutEvent;

/** The program in a process of its own, so that its signals, its exit and everything it prints are the real ones. */
final class ProgramProcess implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(45);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Process process;
    private final Path out;
    private final Path err;

    /**
     * @param folder where what it prints is kept
     */
    ProgramProcess(Path folder, String... arguments) {
        this(folder, Path.of(System.getProperty("java.io.tmpdir")), arguments);
    }

    /**
     * @param folder where what it prints is kept
     * @param temporary where it keeps temporary files
     */
    ProgramProcess(Path folder, Path temporary, String... arguments) {
        this(folder, command(temporary, arguments));
    }

    /**
     * @param heap option of Java that bounds its heap
     */
    static ProgramProcess withHeap(Path folder, String heap, String... arguments) {
        List<String> command = command(folder, arguments);
        command.add(1, heap);
        return new ProgramProcess(folder, command);
    }

    private ProgramProcess(Path folder, List<String> command) {
        out = folder.resolve("out.txt");
        err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        // With the repository's own application.properties on it, which must not win over a test's settings.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path") + File.pathSeparator + ".");
        builder.environment().put("TERM", "xterm");
        builder.environment().keySet().removeAll(List.of("HRCAMEL_LOG_LEVEL", "NO_COLOR"));
        try {
            process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * On a terminal of 60 columns, which shows output and errors alike: {@link #out} has both.
     *
     * @param folder where what it prints is kept
     * @param arguments without blanks
     */
    static ProgramProcess onTerminal(Path folder, String... arguments) {
        List<String> command = command(Path.of(System.getProperty("java.io.tmpdir")), arguments);
        return new ProgramProcess(
                folder, List.of("script", "-qec", "stty cols 60; exec " + String.join(" ", command), "/dev/null"));
    }

    private static List<String> command(Path temporary, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                HrCamel.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Types this on its terminal. */
    void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
    }

    /** Waits while it lives until this is so. */
    void until(BooleanSupplier condition) {
        await().atMost(LONGEST)
                .pollInterval(GLANCE)
                .conditionEvaluationListener(new ConditionEvaluationListener<Boolean>() {
                    @Override
                    public void conditionEvaluated(EvaluatedCondition<Boolean> evaluated) {}

                    @Override
                    public void onTimeout(TimeoutEvent timeout) {
                        throw new AssertionError("In vain:\n" + err());
                    }
                })
                .until(() -> condition.getAsBoolean() || !process.isAlive());
        if (!condition.getAsBoolean()) {
            throw new AssertionError("The program has ended:\n" + err());
        }
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        return exitCode(LONGEST);
    }

    /** The same of one that has much to do. */
    int exitCode(Duration longest) throws InterruptedException {
        if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The program has not ended:\n" + err());
        }
        return process.exitValue();
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
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
