package org.hrcamel.runtime;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.DefaultConsumer;
import org.hrcamel.http.RequestMeter;
import org.hrcamel.runtime.log.LogOutput;
import org.hrcamel.state.JdbcState;
import org.hrcamel.state.State;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.PublicSettings;
import org.hrcamel.validate.StateSettings;
import org.hrcamel.workflow.LoggedSteps;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunLifecycle;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.StepBeans;
import org.quartz.SchedulerException;

/**
 * Camel with the connectors' routes and the operator's workflows in it. Workflows fire on their schedules only if the runtime is
 * {@link Mode#SCHEDULED}; in both modes a run can be had at once.
 */
public final class HrCamelRuntime implements AutoCloseable {

    /** What the runtime is started for. */
    public enum Mode {
        /** Schedules fire. */
        SCHEDULED,
        /** Schedules rest: a run is asked for by {@link #run}. */
        ON_DEMAND
    }

    /** How long items on the way may take to finish when the runtime stops. */
    private static final int SECONDS_TO_FINISH = 120;

    private final Project project;
    private final Mode mode;
    private final InstantSource clock = InstantSource.system();
    private final RunLifecycle lifecycle;
    private final State state;
    private final Main main = new RuntimeMain();
    private final DryRuns dryRuns = new DryRuns();
    private final Optional<Metrics> metrics;
    private RunGate gate;
    private Schedules schedules;
    private RouteDeployment routes;
    private LiveProject live;
    private Operations operations;
    private WorkflowMBeans mbeans;
    private HealthCheck health;

    /**
     * @param finished told every run's result
     */
    // Nothing is asked of a runtime before start(), which makes the rest.
    @SuppressWarnings("NullAway.Init")
    public HrCamelRuntime(Project project, Mode mode, Consumer<RunResult> finished) {
        this.project = project;
        this.mode = mode;
        LogOutput.mask(project);
        this.state = new JdbcState(StateSettings.of(project.settings()).options());
        this.lifecycle = new RunLifecycle(id -> routes.workflow(id), clock, result -> {
            dryRuns.finished(result);
            metrics().ifPresent(counting -> counting.finished(result));
            finished.accept(result);
        });
        // A single run shall begin soon, and nobody would ask.
        this.metrics = mode == Mode.SCHEDULED ? Optional.of(new Metrics(lifecycle::active, clock)) : Optional.empty();
    }

    /** Starts Camel with the connectors' routes, without any workflow. */
    public HrCamelRuntime start() {
        main.configure()
                .withName("hrcamel")
                .withJmxEnabled(mode == Mode.SCHEDULED)
                .withShutdownTimeout(SECONDS_TO_FINISH)
                .withShutdownLogInflightExchangesOnTimeout(false)
                .withRoutesCollectorEnabled(false);
        main.configure().setStartupSummaryLevel(StartupSummaryLevel.Off);
        // Else an application.properties that happens to be on the class path would win over the operator's settings.
        main.setDefaultPropertyPlaceholderLocation("false");
        // Those of Camel itself; routes find theirs in DeployedSettings, where they can change.
        PublicSettings.of(project).forEach((key, value) -> {
            if (key.startsWith("camel.")) {
                main.addInitialProperty(key, value);
            }
        });
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeStop(BaseMainSupport stopping) {
                endEditsAndRuns();
            }
        });
        try {
            main.init();
            prepare(main.getCamelContext());
            main.start();
        } catch (Exception failure) {
            throw new IllegalStateException("Camel does not start: " + failure.getMessage(), failure);
        }
        return this;
    }

    private void prepare(CamelContext camel) throws Exception {
        QuartzComponent quartz = camel.getComponent("quartz", QuartzComponent.class);
        quartz.setAutoStartScheduler(mode == Mode.SCHEDULED);
        quartz.setProperties(Map.of(
                "org.quartz.scheduler.instanceName", "hrcamel",
                "org.quartz.scheduler.skipUpdateCheck", "true",
                "org.quartz.scheduler.jmx.export", "true",
                "org.quartz.threadPool.class", RunThreads.class.getName(),
                "org.quartz.jobStore.misfireThreshold", "60000"));
        // Before any route is added: a route has the interceptors that were there before it.
        camel.getCamelContextExtension().addInterceptStrategy(new LoggedSteps());
        StepBeans.ALL.forEach(camel.getRegistry()::bind);
        camel.addRoutes(new WorkflowConvention());
        ConnectorDeployment connectors = new ConnectorDeployment(
                camel, project, state, clock, metrics.map(Metrics::requests).orElse(RequestMeter.OfVendors.NONE));
        schedules = new Schedules(camel);
        routes = new RouteDeployment(camel, connectors, schedules);
        gate = new RunGate();
        live = new LiveProject(project, connectors, routes, schedules, gate, clock);
        operations = new Operations(live, schedules, lifecycle, dryRuns, state);
        mbeans = new WorkflowMBeans(operations);
        metrics.ifPresent(counting -> counting.watch(operations));
        health = new HealthCheck(main::isStarted, operations);
        camel.addRoutePolicyFactory((context, routeId, route) -> isWorkflow(route) ? lifecycle : null);
    }

    private static boolean isWorkflow(NamedNode route) {
        return route instanceof RouteDefinition definition
                && StepBeans.ROUTE_CONFIGURATION.equals(definition.getRouteConfigurationId());
    }

    /** What every workflow's route opts into with {@code routeConfigurationId: workflow}: failures belong to items, not to Camel. */
    private static final class WorkflowConvention extends RouteConfigurationBuilder {

        @Override
        public void configuration() {
            routeConfiguration(StepBeans.ROUTE_CONFIGURATION).errorHandler(noErrorHandler());
        }
    }

    /**
     * Makes one workflow ready to run.
     *
     * @return what stands in the way; empty when it is ready
     */
    public List<Problem> deploy(DeclaredWorkflow declared) {
        return routes.put(project, declared.file());
    }

    /** Puts in place whatever is sound of what the operator wrote, and from then on whatever he saves. */
    public void deployLive() {
        QuartzComponent quartz = main.getCamelContext().getComponent("quartz", QuartzComponent.class);
        try {
            GateKeeper.stand(gate, schedules, quartz.getScheduler());
        } catch (SchedulerException failure) {
            throw new IllegalStateException("Quartz does not start: " + failure.getMessage(), failure);
        }
        live.begin(mbeans::show);
    }

    /** What an operator sees of the workflows and does with them, once they are deployed live. */
    public Operations operations() {
        return operations;
    }

    /** What looks after the runtime's health. */
    public HealthCheck health() {
        return health;
    }

    /** What Prometheus is told, of a runtime that is {@link Mode#SCHEDULED}. */
    public Optional<Metrics> metrics() {
        return metrics;
    }

    /** One run now, in the caller's thread. */
    public RunResult run(String workflow, RunRequest request) {
        Route route = main.getCamelContext().getRoute(workflow);
        Exchange exchange = route.getEndpoint().createExchange();
        request.in(exchange);
        try {
            ((DefaultConsumer) route.getConsumer()).getProcessor().process(exchange);
        } catch (Exception failure) {
            throw new IllegalStateException("The route " + workflow + " failed", failure);
        }
        return RunLifecycle.result(exchange);
    }

    /** The runs under way. */
    public Collection<Run> runs() {
        return lifecycle.active();
    }

    /** Asks all runs to end early: items on the way are finished, nothing more is read. */
    public void stopRuns() {
        lifecycle.stop();
    }

    /** Waits until the process is asked to end, then ends cleanly. */
    public void await() {
        try {
            main.run();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What waits for the end of a run must not be put in place while Camel goes down, and what is being put in place must be. */
    private void endEditsAndRuns() {
        live.end();
        // An edit may wait for what runs have on the way.
        stopRuns();
        live.close();
    }

    @Override
    public void close() {
        endEditsAndRuns();
        mbeans.close();
        health.close();
        main.stop();
        metrics.ifPresent(Metrics::close);
        state.close();
    }
}
