package org.hrcamel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.state.JdbcState;
import org.hrcamel.state.RunLease;
import org.hrcamel.state.StateOptions;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;

/**
 * What incremental runs cost: a Markdown table of the time that each workflow takes to deliver so many profiles for the first time,
 * and then to find them unchanged, against the simulated vendors in the same process without limits; and how large the state gets.
 */
public final class IncrementalCost {

    private static final int ROWS = 100_000;

    private IncrementalCost() {}

    /**
     * @param arguments how many profiles; 10,000 unless told
     */
    public static void main(String[] arguments) throws Exception {
        Configurator.setLevel("org.hrcamel", Level.WARN);
        int profiles = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        System.out.println(
                "| workflow | first delivery of %,d | listing and finding all of them unchanged | the next run |"
                        .formatted(profiles));
        System.out.println("| --- | ---: | ---: | ---: |");
        for (String workflow : List.of(
                "jazzhr-update-profiles-in-hrflow",
                "flatchr-update-profiles-in-hrflow",
                "greenhouse-update-profiles-in-hrflow",
                "smartrecruiters-update-profiles-in-hrflow",
                "hrflow-update-profiles-in-breezyhr")) {
            System.out.println(row(workflow, profiles));
        }
        System.out.println();
        System.out.println("State of %,d profiles in SQLite: %.1f MB, %.1f s to record one by one from 8 threads"
                .formatted(ROWS, stateMegabytes(), recording));
        System.exit(0);
    }

    private static double recording;

    private static String row(String workflow, int profiles) {
        try (WorkflowHarness harness = new WorkflowHarness(workflow, profiles)) {
            for (String connector :
                    List.of("jazzhr", "flatchr", "greenhouse", "smartrecruiters", "hrflow", "breezyhr")) {
                harness.withSetting("connector." + connector + ".rate-limit", "none");
                harness.withSetting("connector." + connector + ".max-concurrent", "none");
            }
            harness.with("incremental", "true").with("parallelism", "16");
            RunResult first = harness.run();
            // Older than what the next run lists, so that this one lists everybody whom it finds unchanged.
            harness.withSetting("hrcamel.state.overlap", "20000d");
            RunResult all = harness.run();
            harness.withSetting("hrcamel.state.overlap", "0s");
            RunResult next = harness.run();
            return "| %s | %s | %s | %s |".formatted(workflow, told(first), told(all), told(next));
        }
    }

    private static String told(RunResult result) {
        Duration time = Duration.between(result.startedAt(), result.finishedAt());
        long delivered =
                result.events().get(Event.WRITE_SUCCESS) + result.events().get(Event.WRITE_UNCHANGED);
        return "%.1f s (%,d delivered, %,d unchanged)"
                .formatted(time.toMillis() / 1000.0, delivered, result.events().get(Event.SKIPPED_UNCHANGED));
    }

    private static double stateMegabytes() throws Exception {
        Path folder = Files.createTempDirectory("hrcamel-bench-");
        StateOptions options =
                new StateOptions("jdbc:sqlite:" + folder.resolve("hrcamel.db"), "", "", Duration.ofMinutes(1));
        try (JdbcState state = new JdbcState(options);
                RunLease lease = state.lease("greenhouse-update-profiles-in-hrflow", "bench")
                        .orElseThrow()) {
            long begin = System.nanoTime();
            List<Thread> threads = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int first = thread;
                threads.add(new Thread(() -> record(lease, first)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            recording = (System.nanoTime() - begin) / 1e9;
        }
        long bytes = Files.size(folder.resolve("hrcamel.db"));
        delete(folder);
        return bytes / 1e6;
    }

    private static void record(RunLease lease, int first) {
        try {
            for (int i = first; i < ROWS; i += 8) {
                lease.delivered(
                        "cc285818-963d-497a-a2a8-%012d".formatted(i), "0123456789abcdef:2018-06-08T17:20:29.000Z");
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
