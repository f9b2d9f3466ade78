package org.hrcamel.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A project on disk that a test writes: the shipped routes, and what the test adds. */
final class ProjectFolder {

    static final String JAZZHR = "jazzhr-update-profiles-in-hrflow";

    private final Path folder;
    private final Path routes;

    ProjectFolder(Path folder) {
        this.folder = folder;
        this.routes = folder.resolve("routes");
        try {
            Files.createDirectories(routes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With all shipped workflows, none of which is enabled. */
    ProjectFolder shipped() throws IOException {
        try (var files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return settings(Files.readString(Path.of("application.properties")));
    }

    ProjectFolder settings(String text) throws IOException {
        Files.writeString(folder.resolve("application.properties"), text);
        return this;
    }

    ProjectFolder route(String name, String text) throws IOException {
        Files.writeString(routes.resolve(name + RouteFile.SUFFIX), text);
        return this;
    }

    ProjectFolder file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    String shippedRoute(String name) throws IOException {
        return Files.readString(Path.of("routes", name + RouteFile.SUFFIX));
    }

    Project project() {
        return Project.read(folder.resolve("application.properties"), routes, List.of());
    }

    /** Every problem as {@code validate} prints it, with paths from the folder on. */
    List<String> problems() {
        return Rules.check(project()).stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    /** The same of one file. */
    List<String> problemsOf(String file) {
        return problems().stream()
                .filter(problem -> problem.startsWith(file + ":"))
                .map(problem -> problem.substring(file.length() + 1))
                .toList();
    }
}
