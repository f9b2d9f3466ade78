package org.hrcamel.validate;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.Connectors;
import org.hrcamel.workflow.Settings;

/**
 * Everything the operator wrote, read at one moment.
 *
 * @param routes the folder of route files
 */
public record Project(Settings settings, Path routes, List<RouteFile> files, Connectors connectors) {

    /** Reads settings and routes; what is wrong with them is found by {@link Rules}. */
    public static Project read(Path settings, Path routes, Collection<String> overrides) {
        return new Project(Settings.load(settings, overrides), routes, RouteFile.readAll(routes), Connectors.load());
    }

    /**
     * What the operator wrote as it is now.
     *
     * @throws java.io.UncheckedIOException when a file or the folder is there but cannot be read
     */
    public Project reread() {
        return new Project(settings.reload(), routes, RouteFile.readAll(routes, files), connectors);
    }

    public Optional<RouteFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** The workflows, by the order of their files; a file with a mistake that hides what it is has none. */
    public List<DeclaredWorkflow> workflows() {
        return files.stream().map(this::workflow).flatMap(Optional::stream).toList();
    }

    public Optional<DeclaredWorkflow> workflow(String id) {
        return workflows().stream().filter(workflow -> workflow.id().equals(id)).findFirst();
    }

    private Optional<DeclaredWorkflow> workflow(RouteFile file) {
        return file.routes().stream()
                .filter(route -> route.id().equals(file.name()))
                .findFirst()
                .flatMap(route -> origin(route)
                        .flatMap(origin ->
                                target(route).map(target -> new DeclaredWorkflow(route.id(), file, origin, target))));
    }

    Optional<Connector> origin(DeclaredRoute route) {
        return route.calls().stream()
                .map(call -> connectors.pulling(call.name()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<Connector> target(DeclaredRoute route) {
        return route.calls().stream()
                .map(call -> connectors.pushing(call.name()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
