package org.hrcamel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long the packaged program takes to begin its work: one process a measurement, against a stage that all of them share, so the first
 * one also makes the tables of the state. What the program prints is read as it comes: a look now and then would blur the moment.
 */
final class StartUp {

    private static final String EVERY_SECOND = "* * * * * ?";
    private static final String SCHEDULES_STAND = "on their schedules; end with";
    private static final String RUN_BEGINS = "run begins";
    private static final long LONGEST_SECONDS = 120;

    private final List<String> program;
    private final Stage stage;

    /**
     * One start of the program.
     *
     * @param seconds from the launch to the exit of {@code run}, or to the log line of the first run of {@code start}
     * @param readySeconds until the result of {@code run} is told, or until the schedules of {@code start} are in place: a schedule fires
     *     on whole seconds, so up to one second of the time of {@code start} is waiting for the clock
     * @param cpuSeconds user and system time of the process until it was ready
     * @param exitCode of {@code run}; 143 of {@code start}, which is asked to end
     */
    record Measurement(double seconds, double readySeconds, double cpuSeconds, int exitCode) {

        /** Adds what was measured to a row. */
        void in(Table.Row row) {
            row.add("seconds", seconds).add("ready after s", readySeconds).add("CPU s", cpuSeconds);
        }
    }

    /**
     * @param program what starts HR Camel, such as {@code ./hrcamel}, or Java with its options
     */
    StartUp(List<String> program, Stage stage) {
        this.program = List.copyOf(program);
        this.stage = stage;
    }

    /** {@code run <workflow>}, from the launch to the exit. */
    Measurement run(String workflow) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = builder(Map.of(), "run", workflow)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader result = process.inputReader(StandardCharsets.UTF_8)) {
            await(result, "\"run_id\"");
            double readySeconds = secondsSince(begun);
            double cpuSeconds = OperatingSystem.cpuSeconds(process.pid());
            int exitCode = exitCode(process);
            return new Measurement(secondsSince(begun), readySeconds, cpuSeconds, exitCode);
        }
    }

    /** {@code start} with this one workflow on a schedule of every second, from the launch to its first run. */
    Measurement start(String workflow) throws IOException, InterruptedException {
        Map<String, String> scheduled = new LinkedHashMap<>();
        scheduled.put("workflow." + workflow + ".enabled", "true");
        scheduled.put("workflow." + workflow + ".schedule", EVERY_SECOND);
        scheduled.put("hrcamel.console.port", "0");
        long begun = System.nanoTime();
        Process process = builder(scheduled, "start")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader log = process.errorReader(StandardCharsets.UTF_8)) {
            await(log, SCHEDULES_STAND);
            double readySeconds = secondsSince(begun);
            double cpuSeconds = OperatingSystem.cpuSeconds(process.pid());
            await(log, RUN_BEGINS);
            double seconds = secondsSince(begun);
            // Process.destroy() would close the log under its reader.
            process.toHandle().destroy();
            log.lines().forEach(line -> {});
            return new Measurement(seconds, readySeconds, cpuSeconds, exitCode(process));
        }
    }

    private ProcessBuilder builder(Map<String, String> more, String... verb) {
        List<String> command = new ArrayList<>(program);
        command.addAll(MeasuredProgram.arguments(stage.settings(), Stage.ROUTES, verb));
        more.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        return new ProcessBuilder(command);
    }

    private static void await(BufferedReader lines, String text) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.contains(text)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The program ended without telling: " + text);
        }
    }

    private static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The program does not end");
        }
        return process.exitValue();
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
