package org.hrcamel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hrcamel.runtime.HrCamelRuntime;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.validate.Project;
import org.hrcamel.workflow.WorkflowSettings;
import picocli.CommandLine.Command;

/**
 * {@code rehearse}: every workflow once by hand and some by schedule, against simulated vendors, in a temporary folder. What starts the
 * program calls it while Java watches which classes are loaded, and keeps them for starts to come ({@code bin/fast-start.sh}); whoever
 * calls it otherwise wastes some seconds, nothing more.
 */
@Command(name = "rehearse", description = "Loads what runs and schedules need.", hidden = true)
final class RehearseVerb implements Verb {

    private static final int PROFILES = 2;
    private static final long LONGEST_SECONDS = 300;
    private static final String EVERY_SECOND = "* * * * * ?";

    @Override
    public Integer call() throws IOException, InterruptedException {
        // A start waits for this one: it must end, whatever happens.
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> Runtime.getRuntime().halt(FATAL),
                CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS));
        try (DemoFolder folder = new DemoFolder(DemoVerb.WORKFLOWS);
                Sandbox sandbox = new Sandbox(0, PROFILES, Duration.ZERO)) {
            byHand(folder.write(sandbox.settings()));
            onSchedules(folder.project(scheduled(sandbox)));
        } finally {
            end.cancel(false);
        }
        return SUCCESS;
    }

    /** As whoever calls {@code run} does. */
    private static void byHand(Path settings) {
        String routes = settings.resolveSibling("").toString();
        for (String workflow : DemoVerb.WORKFLOWS) {
            HrCamel.execute("run", workflow, "--config", settings.toString(), "--routes", routes);
        }
    }

    private static void onSchedules(Project project) throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(DemoVerb.WORKFLOWS.size());
        try (HrCamelRuntime runtime =
                new HrCamelRuntime(project, HrCamelRuntime.Mode.SCHEDULED, result -> runs.countDown()).start()) {
            runtime.deployLive();
            try (ProjectConsole console = ProjectConsole.start(project, runtime)) {
                runs.await(LONGEST_SECONDS / 2, TimeUnit.SECONDS);
            }
        }
    }

    private static Map<String, String> scheduled(Sandbox sandbox) {
        Map<String, String> settings = new LinkedHashMap<>(sandbox.settings());
        for (String workflow : DemoVerb.WORKFLOWS) {
            String prefix = WorkflowSettings.prefix(workflow);
            settings.put(prefix + WorkflowSettings.SCHEDULE.name(), EVERY_SECOND);
            settings.put(prefix + WorkflowSettings.INCREMENTAL.name(), "true");
        }
        // Any free port: the one of the settings may be another runtime's.
        settings.put("hrcamel.console.port", "0");
        return settings;
    }
}
