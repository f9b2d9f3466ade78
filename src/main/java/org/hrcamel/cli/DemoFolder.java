package org.hrcamel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.RouteFile;

/** The demo's temporary folder: the shipped routes, and the state. Nothing of it is left, however the demo ends, Ctrl-C included. */
final class DemoFolder implements AutoCloseable {

    private static final String STATE = "hrcamel.db";
    private static final String SETTINGS = "application.properties";

    private final Path folder;
    /** The folder first, then what is in it. */
    private final List<Path> made = new ArrayList<>();

    DemoFolder(List<String> workflows) throws IOException {
        folder = Files.createTempDirectory("hrcamel-demo-");
        made(folder);
        // SQLite has further files beside its own as long as the state is open.
        List.of("", "-journal", "-wal", "-shm").forEach(suffix -> made(folder.resolve(STATE + suffix)));
        // Where the console keeps the hash of its password.
        made(folder.resolve("data"));
        made(folder.resolve("data/console-password"));
        for (String workflow : workflows) {
            String file = workflow + RouteFile.SUFFIX;
            try (InputStream route = DemoFolder.class.getResourceAsStream("/routes/" + file)) {
                made(folder.resolve(file));
                Files.copy(route, folder.resolve(file));
            }
        }
    }

    private void made(Path file) {
        made.add(file);
        // What is registered last goes first, so the files before their folder.
        file.toFile().deleteOnExit();
    }

    /** The shipped workflows with these settings. */
    Project project(Map<String, String> settings) {
        List<String> overrides = withState(settings).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        return Project.read(folder.resolve(SETTINGS), folder, overrides);
    }

    private static Map<String, String> withState(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("hrcamel.state.url", "jdbc:sqlite:" + STATE);
        return all;
    }

    /** The same in a settings file, whose folder is the one of the routes. */
    Path write(Map<String, String> settings) throws IOException {
        Properties all = new Properties();
        all.putAll(withState(settings));
        Path file = folder.resolve(SETTINGS);
        made(file);
        try (Writer writer = Files.newBufferedWriter(file)) {
            all.store(writer, null);
        }
        return file;
    }

    @Override
    public void close() {
        for (int i = made.size() - 1; i >= 0; i--) {
            // What cannot be deleted yet is when the program ends.
            made.get(i).toFile().delete();
        }
    }
}
