package org.hrcamel.workflow;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins a {@link Run} when a workflow's route is entered, and ends it when the exchange is done, however it ends. */
public final class RunLifecycle extends RoutePolicySupport {

    private static final String RESULT = "hrcamel.result";

    private static final Logger LOG = LoggerFactory.getLogger(RunLifecycle.class);

    private final Function<String, @Nullable Workflow> workflows;
    private final InstantSource clock;
    private final Consumer<RunResult> finished;
    private final Collection<Run> active = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /**
     * @param workflows by route id; null for one that is not deployed, which cannot run
     * @param finished told every result
     */
    public RunLifecycle(
            Function<String, @Nullable Workflow> workflows, InstantSource clock, Consumer<RunResult> finished) {
        this.workflows = workflows;
        this.clock = clock;
        this.finished = finished;
    }

    /** The runs under way. */
    public List<Run> active() {
        return List.copyOf(active);
    }

    /** Asks all runs to end early, and those that begin from now on to end at once. */
    @Override
    public void stop() {
        stopping = true;
        active.forEach(Run::stop);
    }

    /** The result of the run that this exchange was, once it is done. */
    public static RunResult result(Exchange exchange) {
        return exchange.getProperty(RESULT, RunResult.class);
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        Workflow workflow = workflows.apply(route.getRouteId());
        if (workflow == null) {
            throw new IllegalStateException("The route " + route.getRouteId() + " is no workflow that is deployed");
        }
        Run run = new Run(workflow, UUID.randomUUID().toString(), RunRequest.of(exchange), clock);
        exchange.setProperty(Run.PROPERTY, run);
        active.add(run);
        if (stopping) {
            run.stop();
        }
        within(run, () -> LOG.info("run begins{}", kind(run)));
        // A completion, not onExchangeDone: Camel skips the latter while it is stopping.
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                within(run, () -> done.setProperty(RESULT, end(run, done.getException())));
            }
        });
    }

    private static String kind(Run run) {
        List<String> words = new ArrayList<>();
        if (!run.persist()) {
            words.add("dry run");
        }
        if (run.incremental()) {
            words.add("incremental");
        }
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }

    /** Neither the beginning nor the end of a route is a step of it. */
    private static void within(Run run, Runnable work) {
        Run before = LoggedRun.enter(run);
        try {
            work.run();
        } finally {
            LoggedRun.leave(before);
        }
    }

    private RunResult end(Run run, Exception failure) {
        if (failure != null) {
            run.giveUp(new RunFatal(
                    Reason.BAD_WORKFLOW_PARAMETERS,
                    "a step of the route failed outside of any item ("
                            + failure.getClass().getSimpleName() + ")"));
        }
        RunResult result = run.finish();
        if (run.persist() && !run.events().balance()) {
            LOG.error("the books do not balance; this is a bug: {}", result);
        }
        LOG.info("run ends: {}", new RunSummary(result));
        active.remove(run);
        finished.accept(result);
        return result;
    }
}
