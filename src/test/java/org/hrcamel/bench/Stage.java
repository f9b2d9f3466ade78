package org.hrcamel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A scenario's simulated vendors, listening in a process of their own, and a folder with the settings that point a program at them. */
final class Stage implements AutoCloseable {

    /** Routes of the repository, where the benchmarks are started. */
    static final Path ROUTES = Path.of("routes");

    private final Path folder;
    private final Path settings;
    private final Child vendors;

    Stage(Scenario scenario) {
        this(scenario, true);
    }

    /**
     * @param replay whether the vendors answer from memory what they were asked before, see {@link Replay}
     */
    Stage(Scenario scenario, boolean replay) {
        try {
            folder = Files.createTempDirectory("hrcamel-bench-");
            vendors = new Child(
                    List.of("-Xms2g", "-Xmx8g"),
                    Simulator.class,
                    List.of(
                            scenario.system(),
                            String.valueOf(scenario.profiles()),
                            String.valueOf(scenario.latencyMillis()),
                            scenario.resumes() ? "resumes" : "none",
                            replay ? "replay" : "live"),
                    folder.resolve("vendors.log"));
            List<String> lines = new ArrayList<>();
            for (String line = vendors.line(); !line.isEmpty(); line = vendors.line()) {
                lines.add(line);
            }
            lines.add("hrcamel.state.url=jdbc:sqlite:" + folder.resolve("hrcamel.db"));
            scenario.settings().forEach((key, value) -> {
                lines.removeIf(line -> line.startsWith(key + "="));
                lines.add(key + "=" + value);
            });
            settings = Files.write(folder.resolve("application.properties"), lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path settings() {
        return settings;
    }

    Path log() {
        return folder.resolve("program.log");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Simulator.Figures figures() {
        return Simulator.Figures.parse(vendors.ask("figures"));
    }

    /** The program, ready to run the scenario's workflow again and again; with the options for Java that its launcher gives. */
    Child program(Scenario scenario) {
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC"));
        options.addAll(scenario.javaOptions());
        Child program = new Child(
                options, Program.class, List.of(settings.toString(), ROUTES.toString(), scenario.workflow()), log());
        program.line();
        return program;
    }

    /** How many requests the vendors can answer in a second. */
    double capacity() {
        return VendorLoad.requestsPerSecond(Simulator.Sample.parse(vendors.ask("sample")));
    }

    @Override
    public void close() {
        vendors.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
