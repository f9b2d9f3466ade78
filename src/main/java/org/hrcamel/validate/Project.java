package org.hrcamel.validate;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.Connectors;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Settings;

/**
 * Everything the operator wrote, read at one moment. What follows from all of it together is found out once, since each workflow is
 * checked against it. Immutable.
 */
public final class Project {

    private final Settings settings;
    private final Path routes;
    private final List<RouteFile> files;
    private final Connectors connectors;
    private final Map<String, RouteFile> byName;
    private final Map<String, DeclaredWorkflow> workflows;
    private final Once<SecretSettings> secrets = new Once<>(() -> SecretSettings.find(this));
    private final Once<Map<String, String>> publicSettings = new Once<>(() -> PublicSettings.find(this));
    private final Once<Map<String, String>> soundSettings = new Once<>(() -> ScratchContext.settings(this));
    private final Once<Map<String, List<Problem>>> textProblems = new Once<>(() -> Rules.ofTexts(this));
    private final Once<Set<String>> connectorKeys = new Once<>(() -> KnownKeys.connectorKeys(this));
    private final Once<List<UniqueWorkflowIds.Pair>> sharedWorkflowIds =
            new Once<>(() -> UniqueWorkflowIds.pairs(this));

    private Project(Settings settings, Path routes, List<RouteFile> files, Connectors connectors) {
        this.settings = settings;
        this.routes = routes;
        this.files = files;
        this.connectors = connectors;
        this.byName = files.stream().collect(Collectors.toMap(RouteFile::name, Function.identity()));
        this.workflows = new LinkedHashMap<>();
        files.stream()
                .map(this::declared)
                .flatMap(Optional::stream)
                .forEach(workflow -> workflows.put(workflow.id(), workflow));
    }

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

    public Settings settings() {
        return settings;
    }

    /** The folder of route files. */
    public Path routes() {
        return routes;
    }

    /** The route files, by name. */
    public List<RouteFile> files() {
        return files;
    }

    public Connectors connectors() {
        return connectors;
    }

    public Optional<RouteFile> file(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The workflows, by the order of their files; a file with a mistake that hides what it is has none. */
    public List<DeclaredWorkflow> workflows() {
        return List.copyOf(workflows.values());
    }

    public Optional<DeclaredWorkflow> workflow(String id) {
        return Optional.ofNullable(workflows.get(id));
    }

    private Optional<DeclaredWorkflow> declared(RouteFile file) {
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

    SecretSettings secrets() {
        return secrets.get();
    }

    /** The settings that routes may use as placeholders. */
    Map<String, String> publicSettings() {
        return publicSettings.get();
    }

    /** The same with a default in place of each schedule that is unsound. */
    Map<String, String> soundSettings() {
        return soundSettings.get();
    }

    /** What is wrong with the text of a route file, among the others. */
    List<Problem> textProblems(RouteFile file) {
        return textProblems.get().getOrDefault(file.path().toString(), List.of());
    }

    /** Every key that a connector declares. */
    Set<String> connectorKeys() {
        return connectorKeys.get();
    }

    /** The workflows that would keep their state under one name. */
    List<UniqueWorkflowIds.Pair> sharedWorkflowIds() {
        return sharedWorkflowIds.get();
    }
}
