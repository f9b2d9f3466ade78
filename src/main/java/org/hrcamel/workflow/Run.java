package org.hrcamel.workflow;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.hrcamel.http.Cancellation;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.RunResult.ItemChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a workflow, from the firing of its schedule to its result. Thread safe. */
public final class Run {

    static final String PROPERTY = "hrcamel.run";

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final int MOST_LISTED = 100;

    private final Workflow workflow;
    private final String id;
    private final boolean persist;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Events events = new Events();
    private final Cancellation cancellation = new Cancellation();
    private final List<ItemFailure> failures = new CopyOnWriteArrayList<>();
    private final List<ItemChange> changes = new CopyOnWriteArrayList<>();
    private final AtomicReference<RunFatal> fatal = new AtomicReference<>();
    private volatile boolean stopped;
    private volatile OriginSession origin;
    private volatile TargetSession target;

    /**
     * @param persist false for a dry run
     */
    public Run(Workflow workflow, String id, boolean persist, InstantSource clock) {
        this.workflow = workflow;
        this.id = id;
        this.persist = persist;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** The run that an exchange belongs to. */
    public static Run of(Exchange exchange) {
        Run run = exchange.getProperty(PROPERTY, Run.class);
        if (run == null) {
            throw new IllegalStateException(
                    "This step stands outside a workflow: its route lacks routeConfigurationId: workflow");
        }
        return run;
    }

    public Workflow workflow() {
        return workflow;
    }

    public String id() {
        return id;
    }

    public boolean persist() {
        return persist;
    }

    public Events events() {
        return events;
    }

    /** Ends the waits of everything that works for this run. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Opens both sides; nothing is read before the target has said that it can be written. */
    void open() throws RunFatal {
        if (workflow.settings().incremental()) {
            throw new RunFatal(
                    Reason.BACKEND_NOT_CONFIGURED,
                    "incremental = true needs a state backend, which this version does not have; set "
                            + WorkflowSettings.prefix(workflow.id()) + "incremental = false");
        }
        target = opened(workflow.target(), Reason.BAD_TARGET_PARAMETERS, Reason.WRITE_FAILURE);
        origin = opened(workflow.origin(), Reason.BAD_ORIGIN_PARAMETERS, Reason.READ_FAILURE);
    }

    private <S> S opened(Workflow.Opening<S> side, Reason refused, Reason failed) throws RunFatal {
        try {
            return side.open(this);
        } catch (CredentialRefused refusal) {
            throw new RunFatal(refused, refusal.getMessage());
        } catch (RequestFailed failure) {
            throw new RunFatal(failed, failure.getMessage());
        }
    }

    public OriginSession origin() {
        return origin;
    }

    public TargetSession target() {
        return target;
    }

    /** A page of the listing could not be read: what was read before is still delivered. */
    public void readFailed(RequestFailed failure) {
        failed("", Step.PULL, failure.reason().code(), failure.getMessage());
        events.add(Event.READ_FAILURE);
    }

    /** One item could not be read. */
    public void readFailed(String reference, String reason, String message) {
        failed(reference, Step.PULL, reason, message);
        events.add(Event.READ_FAILURE);
    }

    /** A listed row that has no id or no longer exists. */
    public void gone() {
        events.add(Event.READ_GONE);
    }

    void failed(String reference, Step step, String reason, String message) {
        LOG.warn(
                "{} {}: {} failed at {}: {}: {}",
                workflow.id(),
                id,
                named(reference, step),
                step.code(),
                reason,
                message);
        if (failures.size() < MOST_LISTED) {
            failures.add(new ItemFailure(reference, step, reason, message));
        }
    }

    private static String named(String reference, Step step) {
        return reference.isEmpty() ? (step == Step.CALLBACK ? "the callback" : "the listing") : reference;
    }

    void wouldChange(String reference, List<Change> found) {
        for (Change change : found) {
            if (changes.size() < MOST_LISTED * 10) {
                changes.add(new ItemChange(reference, change));
            }
        }
    }

    /** The run cannot go on: what is on the way ends soon, nothing more is read. */
    public void giveUp(RunFatal reason) {
        if (fatal.compareAndSet(null, reason)) {
            LOG.error("{} {}: {}: {}", workflow.id(), id, reason.reason().code(), reason.getMessage());
        }
        cancellation.cancel();
    }

    /** Asks the run to end early: what is on the way is finished, nothing more is read. */
    public void stop() {
        stopped = true;
        cancellation.endSoon();
    }

    /** Whether nothing more shall be read. */
    public boolean isEnding() {
        return stopped || cancellation.isCancelled();
    }

    void close() {
        TargetSession opened = target;
        if (opened != null) {
            try {
                opened.close();
            } catch (RuntimeException failure) {
                LOG.warn(
                        "{} {}: the target's session did not close: {}",
                        workflow.id(),
                        id,
                        failure.getClass().getName());
            }
        }
    }

    /** The result as far as the run has come. */
    public RunResult result() {
        RunFatal given = fatal.get();
        Verdict verdict = Verdict.of(events, given == null ? null : given.reason(), stopped, persist);
        Map<Event, Long> counts = new EnumMap<>(Event.class);
        for (Event event : Event.values()) {
            counts.put(event, events.count(event));
        }
        return new RunResult(
                workflow.id(),
                workflow.settings().workflowId(),
                id,
                verdict.status(),
                verdict.reason(),
                given == null ? "" : given.getMessage(),
                persist,
                workflow.settings().incremental(),
                null,
                startedAt,
                clock.instant(),
                counts,
                List.copyOf(failures),
                List.copyOf(changes));
    }
}
