package org.hrcamel.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.hrcamel.validate.DeclaredRoute;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.OperatorFunctions;
import org.hrcamel.validate.ParsedWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.RouteFile;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What of the routes folder is in Camel: puts files in, replaces them, takes them out. Changed by one thread at a time. */
final class RouteDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(RouteDeployment.class);

    /**
     * Camel's splitter puts an item and its own continuation into the queue, so two tasks wait at the most. Without a queue each
     * continuation would run within the one before, until the stack overflows and the run never ends.
     */
    private static final int WAITING_TASKS = 1000;

    /** How long what is on the way in a route of the operator's own may take before the route is replaced all the same. */
    private static final int SECONDS_TO_FINISH = 10;

    /** A file in Camel, with the settings it was put in with. */
    private record Deployed(Project project, RouteFile file, Optional<Workflow> workflow, List<String> routes) {}

    private final CamelContext camel;
    private final ConnectorDeployment connectors;
    private final Schedules schedules;
    private final DeployedSettings settings = new DeployedSettings();
    private final Map<String, Deployed> deployed = new ConcurrentHashMap<>();

    RouteDeployment(CamelContext camel, ConnectorDeployment connectors, Schedules schedules) {
        this.camel = camel;
        this.connectors = connectors;
        this.schedules = schedules;
        camel.getPropertiesComponent().addPropertiesSource(settings);
    }

    /** The workflow of this route, or null when it is not deployed. */
    @Nullable
    Workflow workflow(String id) {
        Deployed file = deployed.get(id);
        return file == null ? null : file.workflow().orElse(null);
    }

    /**
     * Puts a file in, in place of an earlier version of it.
     *
     * @return what stands in the way, in which case the earlier version is there still; empty when the new one is
     */
    List<Problem> put(Project project, RouteFile file) {
        List<Problem> problems = new ArrayList<>(file.problems());
        if (problems.stream().noneMatch(Problem::isError)) {
            inTheWay(file).ifPresent(problems::add);
        }
        Optional<Workflow> workflow = problems.isEmpty() ? workflow(project, file, problems) : Optional.empty();
        if (!problems.isEmpty()) {
            return problems;
        }
        Deployed before = deployed.get(file.name());
        takeOut(file.name());
        try {
            load(new Deployed(project, file, workflow, new ArrayList<>()));
        } catch (Exception failure) {
            problems.add(RouteFile.problem(file.path(), failure));
            takeOut(file.name());
            removeDefinitions(file);
            putBack(before);
        }
        return problems;
    }

    /**
     * A file stands in a newer project as it stood in the one it was put in with, which need not be remembered any more: else each
     * workflow would keep all settings of another time.
     */
    void stands(String name, Project project) {
        deployed.computeIfPresent(
                name, (key, before) -> new Deployed(project, before.file(), before.workflow(), before.routes()));
    }

    private Optional<Problem> inTheWay(RouteFile file) {
        return file.routes().stream()
                .flatMap(route -> deployed.values().stream()
                        .filter(other -> !other.file().name().equals(file.name())
                                && other.routes().contains(route.id()))
                        .map(other -> Problem.error(
                                route.position(),
                                "the route id " + route.id() + " stands in "
                                        + other.file().path() + " too")))
                .findFirst();
    }

    private Optional<Workflow> workflow(Project project, RouteFile file, List<Problem> problems) {
        Optional<DeclaredWorkflow> declared = project.workflow(file.name());
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        ParsedWorkflow parsed = ParsedWorkflow.parse(
                declared.get(),
                project.settings(),
                OperatorFunctions.of(project.settings()).with(camel.getRegistry()::lookupByName),
                connectors::callback);
        problems.addAll(parsed.problems());
        return parsed.problems().isEmpty()
                ? Optional.of(connectors.workflow(project, declared.get(), parsed))
                : Optional.empty();
    }

    private void load(Deployed next) throws Exception {
        String name = next.file().name();
        settings.use(next.project());
        next.workflow()
                .ifPresent(workflow -> registerPool(name, workflow.settings().parallelism()));
        Set<String> others = routeIds();
        // Before the route starts, since its schedule may fire at once.
        deployed.put(name, next);
        try {
            Resource resource = ResourceHelper.fromString(
                    next.file().path().toString(), next.file().text());
            PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
        } finally {
            Set<String> mine = routeIds();
            mine.removeAll(others);
            next.routes().addAll(mine);
        }
    }

    private Set<String> routeIds() {
        Set<String> ids = new HashSet<>();
        camel.getRoutes().stream().map(Route::getRouteId).forEach(ids::add);
        return ids;
    }

    private void registerPool(String workflow, int parallelism) {
        camel.getExecutorServiceManager()
                .registerThreadPoolProfile(new ThreadPoolProfileBuilder(workflow)
                        .poolSize(parallelism)
                        .maxPoolSize(parallelism)
                        .maxQueueSize(WAITING_TASKS)
                        .build());
    }

    private void putBack(@Nullable Deployed before) {
        if (before == null) {
            return;
        }
        try {
            load(new Deployed(before.project(), before.file(), before.workflow(), new ArrayList<>()));
        } catch (Exception failure) {
            LOG.error(
                    "{} does not run any more: what ran before does not start again: {}",
                    before.file().name(),
                    RouteFile.problem(before.file().path(), failure));
        }
    }

    /** What could not become a route is left in Camel's model otherwise. */
    private void removeDefinitions(RouteFile file) {
        Model model = camel.getCamelContextExtension().getContextPlugin(Model.class);
        for (DeclaredRoute route : file.routes()) {
            RouteDefinition left = model.getRouteDefinition(route.id());
            if (left != null) {
                try {
                    model.removeRouteDefinition(left);
                } catch (Exception failure) {
                    LOG.debug("The definition of {} is left over", route.id(), failure);
                }
            }
        }
    }

    /** Takes a file's routes out; what is on the way in them is finished. */
    void takeOut(String name) {
        Deployed before = deployed.get(name);
        if (before == null) {
            return;
        }
        schedules.remove(name);
        for (String route : before.routes()) {
            try {
                camel.getRouteController().stopRoute(route, SECONDS_TO_FINISH, TimeUnit.SECONDS);
                camel.removeRoute(route);
            } catch (Exception failure) {
                LOG.error("The route {} does not stop: {}", route, failure.getMessage());
            }
        }
        deployed.remove(name);
    }
}
