package org.hrcamel.runtime;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.hrcamel.state.JdbcState;
import org.hrcamel.state.State;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.OperatorFunctions;
import org.hrcamel.validate.ParsedWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.RouteFile;
import org.hrcamel.validate.StateSettings;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunLifecycle;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.StepBeans;
import org.hrcamel.workflow.Workflow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(HrCamelRuntime.class);

    /** How long items on the way may take to finish when the runtime stops. */
    private static final int SECONDS_TO_FINISH = 120;

    /**
     * Camel's splitter puts an item and its own continuation into the queue, so two tasks wait at the most. Without a queue each
     * continuation would run within the one before, until the stack overflows and the run never ends.
     */
    private static final int WAITING_TASKS = 1000;

    private final Project project;
    private final Mode mode;
    private final Map<String, Workflow> workflows = new ConcurrentHashMap<>();
    private final InstantSource clock = InstantSource.system();
    private final RunLifecycle lifecycle;
    private final State state;
    private final Main main = new Main();
    private ConnectorDeployment connectors;

    /**
     * @param finished told every run's result
     */
    public HrCamelRuntime(Project project, Mode mode, Consumer<RunResult> finished) {
        this.project = project;
        this.mode = mode;
        this.state = new JdbcState(StateSettings.of(project.settings()).options());
        this.lifecycle = new RunLifecycle(workflows::get, clock, finished);
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
        PublicSettings.of(project).forEach(main::addInitialProperty);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeStop(BaseMainSupport stopping) {
                stopRuns();
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
                "org.quartz.threadPool.threadCount",
                        String.valueOf(Math.max(10, project.files().size() + 2)),
                "org.quartz.jobStore.misfireThreshold", "60000"));
        connectors = new ConnectorDeployment(camel, project, state, clock);
        StepBeans.ALL.forEach(camel.getRegistry()::bind);
        camel.addRoutes(new WorkflowConvention());
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
     * Makes a workflow ready to run.
     *
     * @return what stands in the way; empty when it is ready
     */
    public List<Problem> deploy(DeclaredWorkflow declared) {
        CamelContext camel = main.getCamelContext();
        ParsedWorkflow parsed = ParsedWorkflow.parse(
                declared,
                project.settings(),
                OperatorFunctions.of(project.settings()).with(camel.getRegistry()::lookupByName),
                connectors::callback);
        List<Problem> problems = new ArrayList<>(parsed.problems());
        if (problems.isEmpty()) {
            workflows.put(declared.id(), connectors.workflow(declared, parsed));
            camel.getExecutorServiceManager()
                    .registerThreadPoolProfile(new ThreadPoolProfileBuilder(declared.id())
                            .poolSize(parsed.common().parallelism())
                            .maxPoolSize(parsed.common().parallelism())
                            .maxQueueSize(WAITING_TASKS)
                            .build());
            load(declared.file(), problems);
        }
        if (!problems.isEmpty()) {
            workflows.remove(declared.id());
        }
        return problems;
    }

    /** Deploys a file of the operator's own routes. */
    public List<Problem> deployOther(RouteFile file) {
        List<Problem> problems = new ArrayList<>(file.problems());
        if (problems.isEmpty()) {
            load(file, problems);
        }
        return problems;
    }

    private void load(RouteFile file, List<Problem> problems) {
        try {
            Resource resource = ResourceHelper.fromString(file.path().toString(), file.text());
            PluginHelper.getRoutesLoader(main.getCamelContext()).loadRoutes(resource);
        } catch (Exception failure) {
            problems.add(RouteFile.problem(file.path(), failure));
        }
    }

    /** One run now, in the caller's thread. */
    public RunResult run(String workflow, RunRequest request) {
        Route route = main.getCamelContext().getRoute(workflow);
        Exchange exchange = route.getEndpoint().createExchange();
        exchange.setProperty(RunLifecycle.REQUEST, request);
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

    @Override
    public void close() {
        stopRuns();
        main.stop();
        state.close();
    }
}
