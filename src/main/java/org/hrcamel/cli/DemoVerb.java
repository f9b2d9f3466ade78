package org.hrcamel.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.hrcamel.http.Json;
import org.hrcamel.runtime.HrCamelRuntime;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.workflow.RunCounts;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.RunResult.ItemChange;
import org.hrcamel.workflow.Status;
import org.hrcamel.workflow.WorkflowSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: all five workflows move real data over real HTTP between simulated vendors; no credentials, no network. */
@Command(
        name = "demo",
        description = "Shows all workflows at work on simulated vendors.",
        mixinStandardHelpOptions = true)
final class DemoVerb implements Verb {

    private static final int PROFILES = 12;
    private static final int LONGEST_VALUE = 60;
    static final List<String> WORKFLOWS = List.of(
            "jazzhr-update-profiles-in-hrflow",
            "flatchr-update-profiles-in-hrflow",
            "greenhouse-update-profiles-in-hrflow",
            "smartrecruiters-update-profiles-in-hrflow",
            "hrflow-update-profiles-in-breezyhr");

    @Option(names = "--once", description = "run every workflow once and end")
    private boolean once;

    @Override
    public Integer call() throws IOException {
        try (DemoFolder folder = new DemoFolder(WORKFLOWS);
                Sandbox sandbox = new Sandbox(0, PROFILES, Duration.ZERO)) {
            System.err.println("Simulated vendors listen at " + sandbox.server().root() + "; each knows " + PROFILES
                    + " candidates.");
            List<RunResult> results = runAll(folder, sandbox);
            tellHowToGoOn();
            if (!once) {
                keepRunning(folder, sandbox);
            }
            return results.stream().allMatch(result -> result.status() == Status.SUCCESS) ? SUCCESS : WITH_PROBLEMS;
        }
    }

    private static List<RunResult> runAll(DemoFolder folder, Sandbox sandbox) {
        // The table tells what the log would.
        Configurator.setLevel("org.hrcamel", Level.WARN);
        Project project = folder.project(sandbox.settings());
        try (HrCamelRuntime runtime =
                new HrCamelRuntime(project, HrCamelRuntime.Mode.ON_DEMAND, result -> {}).start()) {
            for (DeclaredWorkflow workflow : project.workflows()) {
                runtime.deploy(workflow).forEach(System.err::println);
            }
            RunResult preview = runtime.run(WORKFLOWS.get(0), new RunRequest(true, false));
            List<RunResult> results = WORKFLOWS.stream()
                    .map(workflow -> runtime.run(workflow, RunRequest.AS_SET))
                    .toList();
            System.out.println();
            System.out.print(table(results));
            tellChanges(preview);
            return results;
        }
    }

    private static String table(List<RunResult> results) {
        List<List<String>> rows = new ArrayList<>();
        for (RunResult result : results) {
            RunCounts counts = RunCounts.of(result);
            Duration time = Duration.between(result.startedAt(), result.finishedAt());
            rows.add(List.of(
                    result.workflow(),
                    result.status().code(),
                    String.valueOf(counts.read()),
                    String.valueOf(counts.written()),
                    String.valueOf(counts.unchanged()),
                    String.valueOf(counts.failed()),
                    "%.1f s".formatted(time.toMillis() / 1000.0)));
        }
        return new Table("workflow", "status", "read", "written", "unchanged", "failed", "time").text(rows);
    }

    /** What the run changed for one profile, as its dry run told before. */
    private static void tellChanges(RunResult preview) {
        if (preview.changes().isEmpty()) {
            return;
        }
        String reference = mostChanged(preview);
        System.out.println();
        System.out.println("What " + preview.workflow() + " changed in the HrFlow profile " + reference + ":");
        System.out.println();
        List<List<String>> rows = new ArrayList<>();
        for (ItemChange entry : preview.changes()) {
            if (entry.reference().equals(reference)) {
                rows.add(List.of(
                        entry.change().path(),
                        shortened(Json.text(entry.change().from())),
                        shortened(Json.text(entry.change().to()))));
            }
        }
        System.out.print(new Table("field", "before", "after").text(rows));
    }

    private static String mostChanged(RunResult preview) {
        Map<String, Long> counts = preview.changes().stream()
                .collect(Collectors.groupingBy(ItemChange::reference, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    private static void tellHowToGoOn() {
        System.out.println("""

                To go on with your own vendors:
                  1. fill in application.properties (credentials as {{env:NAME}})
                  2. hrcamel validate
                  3. hrcamel run <workflow> --dry-run     what would change
                  4. hrcamel run <workflow>               change it
                  5. hrcamel start                        all enabled workflows on their schedules
                hrcamel describe <workflow> lists every parameter; hrcamel runs and hrcamel failures <workflow> tell what became
                of it.""");
    }

    private static void keepRunning(DemoFolder folder, Sandbox sandbox) {
        Configurator.setLevel("org.hrcamel", Level.INFO);
        Map<String, String> settings = new LinkedHashMap<>(sandbox.settings());
        for (String workflow : WORKFLOWS) {
            settings.put(WorkflowSettings.prefix(workflow) + WorkflowSettings.SCHEDULE.name(), "0/20 * * * * ?");
            settings.put(WorkflowSettings.prefix(workflow) + WorkflowSettings.INCREMENTAL.name(), "true");
        }
        Project project = folder.project(settings);
        try (HrCamelRuntime runtime =
                new HrCamelRuntime(project, HrCamelRuntime.Mode.SCHEDULED, result -> sandbox.editSomebody()).start()) {
            runtime.deployLive();
            System.err.println(
                    "Every workflow now runs every 20 seconds and delivers what changed (incremental = true), while recruiters keep"
                            + " editing. End with Ctrl-C.");
            try (ProjectConsole console = ProjectConsole.start(project, runtime)) {
                runtime.await();
            }
        }
    }
}
