package org.hrcamel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process that answers lines with lines, and ends when its input does. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    /**
     * @param options of Java, such as {@code -Xmx128m}
     * @param log where its standard error goes
     */
    Child(List<String> options, Class<?> program, List<String> arguments, Path log) {
        List<String> command = new ArrayList<>(List.of(tool("java")));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** A program of the Java that runs this very process. */
    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    String ask(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return line();
    }

    /** The next line that it prints; what Java itself has to say stands in brackets, and is passed over. */
    String line() {
        try {
            String line = answers.readLine();
            while (line != null && line.startsWith("[")) {
                line = answers.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The process ended early; its log tells more");
            }
            return line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
