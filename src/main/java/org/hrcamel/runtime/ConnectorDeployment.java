package org.hrcamel.runtime;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.Side;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.http.CamelTransport;
import org.hrcamel.http.Connections;
import org.hrcamel.http.RequestBudgets;
import org.hrcamel.http.TemporaryFiles;
import org.hrcamel.state.State;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.ParsedWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.StateSettings;
import org.hrcamel.workflow.FormatStep;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.Workflow;
import org.hrcamel.workflow.WorkflowState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connectors within a Camel context: their routes, their mappings, and what opens a run's two sides. */
final class ConnectorDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorDeployment.class);

    private final CamelTransport transport;
    private final InstantSource clock;
    private final State state;
    private final StateSettings stateSettings;
    private final Map<String, VendorApi> apis = new TreeMap<>();

    ConnectorDeployment(CamelContext camel, Project project, State state, InstantSource clock) throws Exception {
        Connections.configure(camel, "hrcamel");
        TemporaryFiles.deleteForgotten(Path.of(System.getProperty("java.io.tmpdir")), clock.instant());
        this.transport = new CamelTransport(camel.createProducerTemplate());
        this.clock = clock;
        this.state = state;
        this.stateSettings = StateSettings.of(project.settings());
        VendorApi.Http http =
                new VendorApi.Http(transport, new RequestBudgets(clock), clock, RandomGenerator.getDefault());
        for (Connector connector : project.connectors().all()) {
            VendorApi api = VendorApi.of(connector, project.settings(), http, problem -> LOG.error("{}", problem));
            apis.put(connector.name(), api);
            connector.formats().forEach((name, mapping) -> camel.getRegistry().bind(name, new FormatStep(mapping)));
            camel.addRoutes(connector.routes(api));
        }
        camel.addRoutes(HttpCallback.routes());
    }

    HttpCallback callback(String url) {
        return new HttpCallback(url, transport, clock);
    }

    /** A workflow that is ready to run. */
    Workflow workflow(DeclaredWorkflow declared, ParsedWorkflow parsed) {
        Connector from = declared.origin();
        Connector to = declared.target();
        return new Workflow(
                declared.id(),
                parsed.common(),
                parsed.logics(),
                parsed.format(),
                parsed.callback(),
                state(declared, parsed),
                run -> from.origin().orElseThrow().opening().open(side(run, from, "pull_parameters", parsed)),
                run -> to.target().orElseThrow().opening().open(side(run, to, "push_parameters", parsed)));
    }

    private WorkflowState state(DeclaredWorkflow declared, ParsedWorkflow parsed) {
        SettingsFingerprints fingerprints = SettingsFingerprints.of(
                declared,
                parsed,
                apis.get(declared.origin().name()),
                apis.get(declared.target().name()));
        return new WorkflowState(
                state,
                fingerprints.shape(),
                fingerprints.listing(),
                stateSettings.maxAttempts(),
                stateSettings.overlap(),
                stateSettings.retention());
    }

    private Side side(Run run, Connector connector, String group, ParsedWorkflow parsed) {
        return new Side(run, parsed.group(connector.authGroup()), parsed.group(group), apis.get(connector.name()));
    }
}
