package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.SplitDefinition;
import org.hrcamel.state.RunLease.Retention;
import org.hrcamel.state.State;
import org.hrcamel.workflow.SimulatedPeople.Kind;

/** Runs the real steps, in a route like the shipped ones, between a simulated origin, a simulated target and any state. */
final class IncrementalRuns {

    static final String WORKFLOW_ID = "acme";
    static final int MAX_ATTEMPTS = 2;

    private static final AtomicReference<Workflow> WORKFLOW = new AtomicReference<>();
    private static final AtomicReference<SimulatedPeople> ORIGIN = new AtomicReference<>();
    private static final AtomicReference<RunResult> RESULT = new AtomicReference<>();
    private static final ProducerTemplate ROUTE = started();

    private final SimulatedPeople origin;
    private final SimulatedProfiles target;
    private final State state;
    private int settings;

    IncrementalRuns(SimulatedPeople origin, SimulatedProfiles target, State state) {
        this.origin = origin;
        this.target = target;
        this.state = state;
    }

    /** The route is made once; runs go through it one after the other. */
    private static ProducerTemplate started() {
        CamelContext camel = new DefaultCamelContext();
        StepBeans.ALL.forEach(camel.getRegistry()::bind);
        RunLifecycle lifecycle =
                new RunLifecycle(id -> WORKFLOW.get(), () -> ORIGIN.get().ourTime(), RESULT::set);
        camel.addRoutePolicyFactory((context, id, route) -> lifecycle);
        try {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    ItemAccounting accounting = new ItemAccounting();
                    // As SmartRecruiters' route: the listing tells the version.
                    each(Kind.TELLS_TIME_OF_CHANGE, accounting)
                            .idempotentConsumer(new ItemVersion())
                            .idempotentRepository("#deliveredVersions")
                            .eager(false)
                            .process(new ReadStep())
                            .filter(new LogicsStep())
                            .process(new FormatStep(UnaryOperator.identity()))
                            .process(new PushStep());
                    // As JazzHR's: only the read does.
                    each(Kind.TELLS_NO_TIME, accounting)
                            .process(new ReadStep())
                            .idempotentConsumer(new ItemVersion())
                            .idempotentRepository("#deliveredVersions")
                            .eager(false)
                            .filter(new LogicsStep())
                            .process(new FormatStep(UnaryOperator.identity()))
                            .process(new PushStep());
                }

                private SplitDefinition each(Kind kind, ItemAccounting accounting) {
                    return from("direct:" + kind)
                            .routeId(kind.name())
                            .errorHandler(noErrorHandler())
                            .process(new PullStep())
                            .split(simple("${body}"), accounting)
                            .streaming()
                            .onPrepare(accounting);
                }
            });
            camel.start();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
        return camel.createProducerTemplate();
    }

    /** The settings are edited: from now on the target must get everybody in another shape. */
    void editSettings() {
        settings++;
    }

    int settings() {
        return settings;
    }

    /** One run in a process that lives as long as the plug is in. */
    RunResult run(Plug plug, RunRequest request) {
        State seen = plug.behind(state);
        UnaryOperator<JsonNode> shaped = node -> node.<ObjectNode>deepCopy().put("settings", settings);
        ORIGIN.set(origin);
        WORKFLOW.set(new Workflow(
                "acme",
                incremental(),
                List.of(),
                Optional.of(shaped),
                Optional.empty(),
                new WorkflowState(
                        seen,
                        "shape" + settings,
                        "listing" + settings,
                        MAX_ATTEMPTS,
                        Duration.ofMillis(5),
                        new Retention(100, Duration.ofDays(1))),
                origin::session,
                run -> target.session()));
        RESULT.set(null);
        ROUTE.send("direct:" + origin.kind(), request::in);
        return RESULT.get();
    }

    private static WorkflowSettings incremental() {
        Settings text = Settings.parse(
                Path.of("a.properties"),
                "workflow.acme.workflow_id = acme\nworkflow.acme.incremental = true",
                List.of(),
                name -> null);
        return WorkflowSettings.parse(text, "acme", problem -> {
            throw new AssertionError(problem);
        });
    }
}
