package org.hrcamel.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * What many workflows in one runtime cost: the packaged program is started with so many copies of the shipped ones against simulated
 * vendors that know nobody, in a process of their own, and measured from outside.
 */
final class ManyWorkflows implements AutoCloseable {

    private static final String SCHEDULED = "run on their schedules";
    private static final IntFunction<String> NEVER = number -> "0 0 0 1 1 ? 2099";
    private static final IntFunction<String> SPREAD = number -> number % 60 + " * * * * ?";
    private static final IntFunction<String> AT_ONCE = number -> "0 * * * * ?";
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Stage stage = new Stage(Scenario.of("nobody", "smartrecruiters", 0, 0), false);

    /**
     * A runtime in which nothing fires.
     *
     * @param seconds from {@code java} until all workflows are on their schedules
     * @param cpuSeconds of that
     * @param heapMegabytes after a collection of the garbage
     * @param idleCpuPercent of one core, over some seconds
     * @param editSeconds from the saving of one file to its taking effect
     * @param settingsEditSeconds from the saving of one workflow's schedule to its taking effect
     * @param pagesMillis by path
     * @param listSeconds {@code list}, from {@code java} to its end
     * @param validateSeconds {@code validate}, likewise
     */
    record Idle(
            double seconds,
            double cpuSeconds,
            double heapMegabytes,
            double residentMegabytes,
            int threads,
            double idleCpuPercent,
            double editSeconds,
            double settingsEditSeconds,
            Map<String, Long> pagesMillis,
            double listSeconds,
            double validateSeconds) {

        void in(Table.Row row) {
            row.add("start s", seconds)
                    .add("CPU s", cpuSeconds)
                    .add("heap MB", heapMegabytes)
                    .add("resident MB", residentMegabytes)
                    .add("threads", threads)
                    .add("idle CPU %", idleCpuPercent)
                    .add("edit of a file s", editSeconds)
                    .add("edit of a schedule s", settingsEditSeconds)
                    .add("/health ms", pagesMillis.get("/health/ready"))
                    .add("/metrics ms", pagesMillis.get("/metrics"))
                    .add("run page ms", pagesMillis.get("/"))
                    .add("list s", listSeconds)
                    .add("validate s", validateSeconds);
        }
    }

    /**
     * A minute in which every workflow is due once.
     *
     * @param threads at the end of it
     */
    record Busy(Firings firings, double cpuSeconds, int threads) {

        void in(Table.Row row) {
            row.add("firings due", firings.due())
                    .add("took place", firings.tookPlace())
                    .add("missed", firings.missed())
                    .add("later than 1 s", firings.late())
                    .add("median lateness ms", firings.median())
                    .add("worst ms", firings.worst())
                    .add("CPU s", cpuSeconds)
                    .add("threads", threads);
        }
    }

    /** Measures a runtime in which nothing fires. */
    Idle idle(int workflows) throws IOException, InterruptedException {
        int port = freePort();
        try (TemporaryFolder folder = new TemporaryFolder()) {
            WorkflowFolder project =
                    WorkflowFolder.write(folder.path(), workflows, stage.values(), NEVER, console(port));
            try (MeasuredProgram program = program(project, "start")) {
                return idle(program, project, new ConsoleVisitor(port));
            }
        }
    }

    private static Idle idle(MeasuredProgram program, WorkflowFolder project, ConsoleVisitor visitor)
            throws IOException, InterruptedException {
        double seconds = program.until(() -> program.err().contains(SCHEDULED));
        double cpu = program.cpuSeconds();
        program.until(() -> visitor.answers("/health/live"));
        visitor.login();
        double heap = program.heapMegabytes();
        double resident = program.residentMegabytes();
        int threads = program.threads();
        double before = program.cpuSeconds();
        TimeUnit.NANOSECONDS.sleep(IDLE.toNanos());
        double idle = (program.cpuSeconds() - before) / IDLE.toSeconds() * 100;
        double edit = edit(program, project);
        double settingsEdit = settingsEdit(program, project);
        Map<String, Long> pages = new LinkedHashMap<>();
        for (String path : List.of("/health/ready", "/metrics", "/")) {
            pages.put(path, visitor.millis(path));
        }
        return new Idle(
                seconds,
                cpu,
                heap,
                resident,
                threads,
                idle,
                edit,
                settingsEdit,
                pages,
                verb(project, "list"),
                verb(project, "validate"));
    }

    private static double edit(MeasuredProgram program, WorkflowFolder project)
            throws IOException, InterruptedException {
        Path file = project.file(WorkflowFolder.id(0));
        return untilReplaced(program, 0, () -> Files.writeString(file, "\n# edited", StandardOpenOption.APPEND));
    }

    private static double settingsEdit(MeasuredProgram program, WorkflowFolder project)
            throws IOException, InterruptedException {
        String key = "workflow." + WorkflowFolder.id(0) + ".schedule = ";
        String text = Files.readString(project.settings());
        return untilReplaced(
                program,
                1,
                () -> Files.writeString(
                        project.settings(), text.replace(key + NEVER.apply(0), key + "0 0 0 1 2 ? 2099")));
    }

    @FunctionalInterface
    private interface Edit {
        void save() throws IOException;
    }

    private static double untilReplaced(MeasuredProgram program, int before, Edit edit)
            throws IOException, InterruptedException {
        double begun = program.seconds();
        edit.save();
        return program.until(() -> program.err().split("is replaced by", -1).length > before + 1) - begun;
    }

    private static double verb(WorkflowFolder project, String verb) throws IOException, InterruptedException {
        try (MeasuredProgram program = program(project, verb)) {
            return program.untilEnd().seconds();
        }
    }

    /** Measures a minute in which the firings are spread. */
    Busy spread(int workflows) throws Exception {
        return busy(workflows, SPREAD);
    }

    /** Measures a minute in which all fire at its first second. */
    Busy atOnce(int workflows) throws Exception {
        return busy(workflows, AT_ONCE);
    }

    private Busy busy(int workflows, IntFunction<String> schedule) throws Exception {
        Map<String, String> settings = Map.of("hrcamel.console.enabled", "false");
        try (TemporaryFolder folder = new TemporaryFolder()) {
            WorkflowFolder project = WorkflowFolder.write(folder.path(), workflows, stage.values(), schedule, settings);
            Instant from;
            double cpu;
            int threads;
            try (MeasuredProgram program = program(project, "start")) {
                program.until(() -> program.err().contains(SCHEDULED));
                // The first whole minute that begins with nothing of the start under way.
                from = Instant.now().plusSeconds(75).truncatedTo(ChronoUnit.MINUTES);
                waitUntil(from.minusMillis(500));
                double before = program.cpuSeconds();
                waitUntil(from.plusSeconds(59));
                threads = program.threads();
                cpu = program.cpuSeconds() - before;
            }
            Firings firings = Firings.of(
                    project.schedules(), from, from.plusSeconds(59), "jdbc:sqlite:" + folder.file("data/hrcamel.db"));
            return new Busy(firings, cpu, threads);
        }
    }

    private static void waitUntil(Instant instant) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(
                Math.max(0, Duration.between(Instant.now(), instant).toMillis()));
    }

    private static MeasuredProgram program(WorkflowFolder project, String verb) {
        return new MeasuredProgram(
                project.folder(), List.of(), MeasuredProgram.arguments(project.settings(), project.routes(), verb));
    }

    private static Map<String, String> console(int port) {
        return Map.of(
                "hrcamel.console.port", String.valueOf(port), "hrcamel.console.password", ConsoleVisitor.PASSWORD);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        stage.close();
    }
}
