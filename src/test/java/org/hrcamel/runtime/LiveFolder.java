package org.hrcamel.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.validate.Project;
import org.hrcamel.workflow.RunResult;

/** A folder that an operator edits while the runtime runs it against simulated vendors. */
public final class LiveFolder implements AutoCloseable {

    public static final String SMARTRECRUITERS = "smartrecruiters-update-profiles-in-hrflow";
    public static final String GREENHOUSE = "greenhouse-update-profiles-in-hrflow";
    public static final List<String> ALL = List.of(
            "jazzhr-update-profiles-in-hrflow",
            "flatchr-update-profiles-in-hrflow",
            GREENHOUSE,
            SMARTRECRUITERS,
            "hrflow-update-profiles-in-breezyhr");

    private static final String NEVER = "0 0 0 1 1 ? 2099";

    private final Path folder;
    private final Sandbox sandbox;
    private final Map<String, String> settings;
    private final Queue<RunResult> results = new ConcurrentLinkedQueue<>();
    private HrCamelRuntime runtime;

    /** With these of the shipped workflows, enabled, which never fire of themselves. */
    public LiveFolder(Path folder, int profiles, List<String> workflows) {
        this.folder = folder;
        this.sandbox = new Sandbox(0, profiles, Duration.ZERO);
        this.settings = new LinkedHashMap<>(sandbox.settings());
        settings.keySet()
                .removeIf(key -> key.startsWith("workflow.")
                        && workflows.stream().noneMatch(workflow -> key.startsWith("workflow." + workflow + ".")));
        for (String workflow : workflows) {
            settings.put("workflow." + workflow + ".schedule", NEVER);
            copy(workflow, workflow);
        }
        settings.put("connector.hrflow.parsing-poll", "10ms");
        saveSettings();
    }

    /** The shipped route file under another name, with its ids changed to it. */
    public void copy(String workflow, String name) {
        try {
            String text = Files.readString(Path.of("routes", workflow + ".camel.yaml"));
            save(name, text.replace(workflow, name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path route(String name) {
        return routes().resolve(name + ".camel.yaml");
    }

    private Path routes() {
        return folder.resolve("routes");
    }

    public String text(String name) {
        try {
            return Files.readString(route(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void save(String name, String text) {
        try {
            Files.createDirectories(routes());
            Files.writeString(route(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As editors do that never leave a file half written. */
    public void saveByRename(String name, String text) {
        try {
            Path temporary = Files.writeString(routes().resolve("." + name + ".swp"), text);
            Files.move(temporary, route(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void delete(String name) {
        try {
            Files.delete(route(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sets a key in the settings file, or takes it out when the value is null. */
    public LiveFolder set(String key, String value) {
        settings.put(key, value);
        saveSettings();
        return this;
    }

    public Path settingsFile() {
        return folder.resolve("application.properties");
    }

    public String settingsText() {
        return settings.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void saveSettings() {
        try {
            Files.writeString(settingsFile(), settingsText());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Project project() {
        return Project.read(settingsFile(), routes(), List.of());
    }

    public HrCamelRuntime start() {
        runtime = new HrCamelRuntime(project(), HrCamelRuntime.Mode.SCHEDULED, results::add).start();
        runtime.deployLive();
        return runtime;
    }

    public Operations operations() {
        return runtime.operations();
    }

    public WorkflowView workflow(String id) {
        return operations().workflow(id).orElseThrow(() -> new AssertionError("There is no workflow " + id));
    }

    /** Results of the runs that have ended, oldest first. */
    public List<RunResult> results(String workflow) {
        return results.stream()
                .filter(result -> result.workflow().equals(workflow))
                .toList();
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        if (runtime != null) {
            runtime.close();
        }
        sandbox.close();
    }
}
