package org.hrcamel.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Ledger;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.WorkflowProblems;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;

/** Runs one of the shipped workflows for real, over HTTP, against a sandbox of its own. */
public final class WorkflowHarness implements AutoCloseable {

    private final String workflow;
    private final Sandbox sandbox;
    private final Map<String, String> settings;
    private final Path folder;
    private Path routes = Path.of("routes");

    /**
     * @param workflow id of a file in {@code routes/}
     * @param profiles how many people each simulated vendor knows
     */
    public WorkflowHarness(String workflow, int profiles) {
        this(workflow, profiles, Clock.systemUTC());
    }

    /**
     * @param vendors the clock of all simulated vendors
     */
    public WorkflowHarness(String workflow, int profiles, Clock vendors) {
        this.workflow = workflow;
        this.folder = folder();
        this.sandbox = new Sandbox(0, profiles, Duration.ZERO, vendors);
        this.sandbox.server().ledger().record();
        this.settings = new LinkedHashMap<>(sandbox.settings());
        for (String connector : List.of("jazzhr", "flatchr", "greenhouse", "smartrecruiters", "hrflow", "breezyhr")) {
            settings.put("connector." + connector + ".retry-delay", "20ms");
        }
        settings.put("connector.hrflow.parsing-poll", "10ms");
    }

    /** A setting of the workflow, such as {@code pull_parameters.limit}. */
    public WorkflowHarness with(String name, String value) {
        return withSetting("workflow." + workflow + "." + name, value);
    }

    /** A setting by its whole key; an empty value unsets it. */
    public WorkflowHarness withSetting(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** Runs the routes of another folder than the shipped ones. */
    public WorkflowHarness withRoutes(Path folder) {
        routes = folder;
        return this;
    }

    public RunResult run() {
        return run(RunRequest.AS_SET);
    }

    public RunResult dryRun() {
        return run(new RunRequest(true, false));
    }

    public RunResult run(RunRequest request) {
        Project project = project();
        DeclaredWorkflow declared = project.workflow(workflow).orElseThrow();
        WorkflowProblems problems = WorkflowProblems.of(project, declared);
        if (!problems.all().isEmpty()) {
            throw new AssertionError(problems.all().toString());
        }
        try (HrCamelRuntime runtime =
                new HrCamelRuntime(project, HrCamelRuntime.Mode.ON_DEMAND, result -> {}).start()) {
            if (!runtime.deploy(declared).isEmpty()) {
                throw new AssertionError(runtime.deploy(declared).toString());
            }
            return runtime.run(workflow, request);
        }
    }

    /** The routes, the shipped ones unless told otherwise, with this harness's settings. */
    public Project project() {
        List<String> overrides = settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        return Project.read(folder.resolve("no-such-file.properties"), routes, overrides);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("hrcamel-harness-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where the state is, in {@code data/hrcamel.db}. */
    public Path directory() {
        return folder;
    }

    /** Every setting, for another process that does the same. */
    public Map<String, String> settings() {
        return new LinkedHashMap<>(settings);
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public Faults faults() {
        return sandbox.server().faults();
    }

    public Ledger ledger() {
        return sandbox.server().ledger();
    }

    /** HrFlow's profile of this reference in the source of a system, such as {@code jazzhr}. */
    public Optional<ObjectNode> profile(String system, String reference) {
        return sandbox.hrflow().find(Sandbox.sourceKey(system), reference);
    }

    /** How many requests of this vendor start like this, such as {@code PUT /v1/profile/indexing}. */
    public long requests(String vendor, String start) {
        return ledger().entries(vendor).stream()
                .filter(entry -> entry.line().startsWith(start))
                .count();
    }

    public static long count(RunResult result, Event event) {
        return result.events().get(event);
    }

    @Override
    public void close() {
        sandbox.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
