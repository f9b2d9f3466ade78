package org.hrcamel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scenario's simulated vendors, listening in a process of their own, and a folder with the settings that point a program at them. */
final class Stage implements AutoCloseable {

    /** Routes of the repository, where the benchmarks are started. */
    static final Path ROUTES = Path.of("routes");

    private final TemporaryFolder folder = new TemporaryFolder();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Path settings;
    private final Child vendors;

    Stage(Scenario scenario) {
        this(scenario, true);
    }

    /**
     * @param replay whether the vendors answer from memory what they were asked before, see {@link Replay}
     */
    Stage(Scenario scenario, boolean replay) {
        vendors = new Child(
                List.of("-Xms2g", "-Xmx8g"),
                Simulator.class,
                List.of(
                        scenario.system(),
                        String.valueOf(scenario.profiles()),
                        String.valueOf(scenario.latencyMillis()),
                        scenario.resumes() ? "resumes" : "none",
                        replay ? "replay" : "live"),
                folder.file("vendors.log"));
        for (String line = vendors.line(); !line.isEmpty(); line = vendors.line()) {
            String[] setting = line.split("=", 2);
            values.put(setting[0], setting[1]);
        }
        values.put("hrcamel.state.url", "jdbc:sqlite:" + folder.file("hrcamel.db"));
        values.putAll(scenario.settings());
        List<String> lines = values.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
        try {
            settings = Files.write(folder.file("application.properties"), lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The file of the settings. */
    Path settings() {
        return settings;
    }

    /** What is in it, by key. */
    Map<String, String> values() {
        return values;
    }

    Path folder() {
        return folder.path();
    }

    Simulator.Figures figures() {
        return Simulator.Figures.parse(vendors.ask("figures"));
    }

    /** The program, ready to run the scenario's workflow again and again; with the options for Java that its launcher gives. */
    Child program(Scenario scenario) {
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC"));
        options.addAll(scenario.javaOptions());
        Child program = new Child(
                options,
                Program.class,
                List.of(settings.toString(), ROUTES.toString(), scenario.workflow()),
                folder.file("program.log"));
        program.line();
        return program;
    }

    /** How many requests the vendors can answer in a second. */
    double capacity() {
        return VendorLoad.requestsPerSecond(Simulator.Probe.parse(vendors.ask("probe")));
    }

    @Override
    public void close() {
        vendors.close();
        folder.close();
    }
}
