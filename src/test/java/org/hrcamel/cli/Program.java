package org.hrcamel.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Calls the program as a shell would, and keeps what it said. */
final class Program {

    /** What one call said and answered. */
    record Call(int exitCode, String out, String err) {

        String lastLine() {
            List<String> lines = out.lines().toList();
            return lines.get(lines.size() - 1);
        }
    }

    private Program() {}

    static Call call(String... arguments) {
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            CommandLine commandLine = HrCamel.commandLine(arguments);
            commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
            commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
            int exitCode = commandLine.execute(arguments);
            return new Call(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }

    /** The settings as {@code --set} options, after the given arguments. */
    static String[] with(Map<String, String> settings, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        settings.forEach((key, value) -> {
            all.add("--set");
            all.add(key + "=" + value);
        });
        return all.toArray(String[]::new);
    }
}
