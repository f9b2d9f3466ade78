package org.hrcamel.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.service.ServiceHelper;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.Side;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.http.CamelTransport;
import org.hrcamel.http.Connections;
import org.hrcamel.http.RequestBudgets;
import org.hrcamel.http.RequestMeter;
import org.hrcamel.http.TemporaryFiles;
import org.hrcamel.state.State;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.ParsedWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.StateSettings;
import org.hrcamel.workflow.FormatStep;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Workflow;
import org.hrcamel.workflow.WorkflowState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connectors within a Camel context: their routes, their mappings, and what opens a run's two sides. */
final class ConnectorDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorDeployment.class);

    private static final Duration LONGEST_REPLACEMENT = Duration.ofMinutes(2);

    private final CamelTransport transport;
    private final InstantSource clock;
    private final State state;
    private final CamelContext camel;
    private final VendorApi.Http http;
    private final Map<String, Deployed> connectors = new ConcurrentHashMap<>();

    /** A connector's access to its vendor, the settings it was made of, and its routes. */
    private record Deployed(VendorApi api, SortedMap<String, String> settings, List<String> routes) {}

    ConnectorDeployment(
            CamelContext camel, Project project, State state, InstantSource clock, RequestMeter.OfVendors meters)
            throws Exception {
        Connections.configure(camel, "hrcamel");
        TemporaryFiles.deleteForgotten(Path.of(System.getProperty("java.io.tmpdir")), clock.instant());
        // A request waits while its endpoint's route is replaced, rather than fail.
        camel.getComponent("direct", DirectComponent.class).setTimeout(LONGEST_REPLACEMENT.toMillis());
        this.camel = camel;
        this.transport = new CamelTransport(camel.createProducerTemplate());
        this.clock = clock;
        this.state = state;
        this.http =
                new VendorApi.Http(transport, new RequestBudgets(clock), clock, RandomGenerator.getDefault(), meters);
        for (Connector connector : project.connectors().all()) {
            connector.formats().forEach((name, mapping) -> camel.getRegistry().bind(name, new FormatStep(mapping)));
        }
        camel.addRoutes(HttpCallback.routes());
        use(project);
    }

    /**
     * Has every connector work with these settings, from the next run of a workflow on; what is on the way in its routes is finished
     * with the old ones. A connector whose settings are unsound goes on with those it has, or with their defaults at first; what is
     * wrong stands among the problems of the workflows that use it.
     */
    void use(Project project) {
        for (Connector connector : project.connectors().all()) {
            List<Problem> mine = new ArrayList<>();
            VendorApi api = VendorApi.of(connector, project.settings(), http, mine::add);
            SortedMap<String, String> settings = api.settings().texts();
            Deployed before = connectors.get(connector.name());
            if (before == null || mine.isEmpty() && !settings.equals(before.settings())) {
                replace(connector, before, api, settings);
            }
        }
    }

    private void replace(
            Connector connector, @Nullable Deployed before, VendorApi api, SortedMap<String, String> settings) {
        if (before != null) {
            LOG.info("The settings of {} have changed", connector.title());
        }
        List<String> routes = before != null && api.hasRoutesOf(before.api())
                ? before.routes()
                : replaceRoutes(connector, before == null ? List.of() : before.routes(), api);
        connectors.put(connector.name(), new Deployed(api, settings, routes));
    }

    private List<String> replaceRoutes(Connector connector, List<String> before, VendorApi api) {
        RouteBuilder routes = connector.routes(api);
        try {
            for (String route : before) {
                // Camel would go on serving whoever calls, and so not see the end of a route that is always in use.
                ServiceHelper.suspendService(camel.getRoute(route).getConsumer());
                camel.getRouteController().stopRoute(route, LONGEST_REPLACEMENT.toSeconds(), TimeUnit.SECONDS);
                camel.removeRoute(route);
            }
            camel.addRoutes(routes);
        } catch (Exception failure) {
            throw new IllegalStateException(
                    "The routes of " + connector.title() + " do not start: " + failure.getMessage(), failure);
        }
        return routes.getRouteCollection().getRoutes().stream()
                .map(RouteDefinition::getRouteId)
                .toList();
    }

    HttpCallback callback(String url) {
        return new HttpCallback(url, transport, clock, http.meters());
    }

    /** A workflow that is ready to run. */
    Workflow workflow(Project project, DeclaredWorkflow declared, ParsedWorkflow parsed) {
        Connector from = declared.origin();
        Connector to = declared.target();
        VendorApi origin = api(from);
        VendorApi target = api(to);
        // What a workflow keeps is its own values, not all settings of the time when it was put in place.
        Parameters originAuth = parsed.group(from.authGroup());
        Parameters targetAuth = parsed.group(to.authGroup());
        Parameters pull = parsed.group("pull_parameters");
        Parameters push = parsed.group("push_parameters");
        return new Workflow(
                declared.id(),
                parsed.common(),
                parsed.logics(),
                parsed.format(),
                parsed.callback(),
                state(project, SettingsFingerprints.of(declared, parsed, origin, target)),
                run -> from.origin().orElseThrow().opening().open(new Side(run, originAuth, pull, origin)),
                run -> to.target().orElseThrow().opening().open(new Side(run, targetAuth, push, target)));
    }

    private VendorApi api(Connector connector) {
        Deployed deployed = connectors.get(connector.name());
        if (deployed == null) {
            throw new IllegalArgumentException("No connector of this project: " + connector.name());
        }
        return deployed.api();
    }

    private WorkflowState state(Project project, SettingsFingerprints fingerprints) {
        StateSettings settings = StateSettings.of(project.settings());
        return new WorkflowState(
                state,
                fingerprints.shape(),
                fingerprints.listing(),
                settings.maxAttempts(),
                settings.overlap(),
                settings.retention());
    }
}
