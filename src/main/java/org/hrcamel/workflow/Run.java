package org.hrcamel.workflow;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.hrcamel.http.Cancellation;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.state.LeaseLost;
import org.hrcamel.state.StateFailed;
import org.hrcamel.workflow.Outcome.Failed.Blame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One run of a workflow, from the firing of its schedule to its result. Thread safe. */
public final class Run {

    static final String PROPERTY = "hrcamel.run";

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private final Workflow workflow;
    private final String id;
    private final boolean persist;
    private final boolean incremental;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Events events = new Events();
    private final Cancellation cancellation = new Cancellation();
    private final RunReport report = new RunReport();
    private final Pace pace;
    private final ListingThread listing = new ListingThread(this);
    private final AtomicReference<RunFatal> fatal = new AtomicReference<>();
    private volatile boolean stopped;
    private volatile boolean incomplete;
    private volatile boolean listed;
    private volatile boolean namelessListed;
    private volatile boolean everybody;
    private volatile @Nullable RunState state;
    private volatile @Nullable OriginSession origin;
    private volatile @Nullable TargetSession target;

    public Run(Workflow workflow, String id, RunRequest request, InstantSource clock) {
        this.workflow = workflow;
        this.id = id;
        this.persist = workflow.settings().persist() && !request.dryRun();
        this.incremental = workflow.settings().incremental() && !request.full();
        this.clock = clock;
        this.startedAt = clock.instant();
        this.pace = new Pace(startedAt);
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

    boolean incremental() {
        return incremental;
    }

    public Events events() {
        return events;
    }

    /** Ends the waits of everything that works for this run. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /**
     * Opens the state and both sides; nothing is read before the target has said that it can be written.
     *
     * @return false when another run of the workflow is under way
     */
    boolean open() throws RunFatal {
        try {
            Optional<RunState> opened =
                    RunState.open(workflow.state(), workflow.settings().workflowId(), id, incremental, persist);
            if (opened.isEmpty()) {
                giveUp(new RunFatal(
                        Reason.ALREADY_RUNNING,
                        "another run of this workflow is under way, or died less than hrcamel.state.lease ago"));
                return false;
            }
            state = opened.get();
        } catch (StateFailed failure) {
            throw fatal(failure);
        }
        target = opened(workflow.target(), Reason.BAD_TARGET_PARAMETERS, Reason.WRITE_FAILURE);
        origin = opened(workflow.origin(), Reason.BAD_ORIGIN_PARAMETERS, Reason.READ_FAILURE);
        return true;
    }

    /** For a dry run of everything, which needs to know of no run before it. */
    void openWithoutState() {
        state = RunState.none(workflow.state());
    }

    private static RunFatal fatal(StateFailed failure) {
        return new RunFatal(
                failure instanceof LeaseLost ? Reason.LEASE_LOST : Reason.BACKEND_NOT_CONFIGURED, failure.getMessage());
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
        return afterOpening(origin);
    }

    public TargetSession target() {
        return afterOpening(target);
    }

    RunState state() {
        return afterOpening(state);
    }

    /** Steps are reached only after {@link #open}; a run that could not be opened has but a result. */
    private static <T> T afterOpening(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The run has not been opened");
        }
        return part;
    }

    /** The time of change from which the listing must begin, by the origin's clock; empty for everything. */
    public Optional<Instant> since() {
        return state().since();
    }

    /**
     * The listing shows everybody who is wanted, although {@link #since} tells a time: whoever is not listed need not be asked for by
     * id.
     */
    public void listsEverybody() {
        tell(() -> everybody = true);
    }

    /**
     * Goes on with the listing in a thread of its own. What is told to this run there counts when the work is taken. One such work at
     * a time.
     */
    public <T> Ahead<T> ahead(Supplier<T> work) {
        return listing.begin(work);
    }

    private static void tell(Runnable telling) {
        if (!Ahead.holdBack(telling)) {
            telling.run();
        }
    }

    /**
     * The listing shows every change that the origin made before its clock showed this; the first time told counts. Without it the
     * next run lists everything again.
     */
    public void asOf(Instant originTime) {
        // A clock that is ahead would hide what is changed until then.
        tell(() -> state().asOf(originTime.isBefore(startedAt) ? originTime : startedAt));
    }

    /**
     * The versions delivered before, of those references that have one and of which nothing failed since; none unless the run is
     * incremental.
     */
    public Map<String, String> delivered(Collection<String> references) throws RunFatal {
        try {
            return state().delivered(references);
        } catch (StateFailed failure) {
            throw fatal(failure);
        }
    }

    /** A page of the listing is about to be worked through. */
    public void recall(List<Item> page) throws RunFatal {
        try {
            state().recall(page);
        } catch (StateFailed failure) {
            throw fatal(failure);
        }
    }

    /** Work on the state that ends the run when it fails. */
    @FunctionalInterface
    private interface StateWork {
        void run() throws StateFailed;
    }

    private void remember(StateWork work) {
        try {
            work.run();
        } catch (StateFailed failure) {
            giveUp(fatal(failure));
        }
    }

    /**
     * The listing gives so many items, as far as the origin tells now; told anew whenever that changes. Only for those who watch: the
     * run itself goes by what comes.
     */
    public void expects(long items) {
        tell(() -> pace.expects(items));
    }

    /** So many rows more were worked through by an origin that can give no item before it knows them all. */
    public void listed(long rows) {
        tell(() -> pace.listed(rows));
    }

    /** How far the run has come. */
    public RunProgress progress() {
        return pace.at(clock.instant());
    }

    void begin(Item item) {
        pace.begin(clock.instant());
        state().begin(item);
    }

    void beforePush(Item item) throws RunFatal {
        RunFatal given = fatal.get();
        if (given != null) {
            // Its delivery could not be recorded any more, or the target refuses it like the one before.
            throw given;
        }
        try {
            state().beforePush(item);
        } catch (StateFailed failure) {
            throw fatal(failure);
        }
    }

    void record(Item item) {
        remember(() -> state().record(item));
    }

    void end(Item item, Outcome outcome) {
        pace.done();
        remember(() -> state().end(item, outcome, clock.instant()));
    }

    /** What failed under this reference in an earlier run need not be tried again. */
    public void resolved(String reference) {
        tell(() -> remember(() -> state().resolve(reference)));
    }

    /** A page of the listing could not be read: what was read before is still delivered. */
    public void readFailed(RequestFailed failure) {
        listingFailed(failure.reason().code(), failure.getMessage());
    }

    /** The listing broke off. */
    public void listingFailed(String reason, String message) {
        tell(() -> {
            incomplete = true;
            failed("", Step.PULL, reason, message);
            events.add(Event.READ_FAILURE);
        });
    }

    /** Something that was listed could not be read, and so never became an item. */
    public void readFailed(String reference, RequestFailed failure) {
        readFailed(reference, Outcome.Failed.of(Step.PULL, failure));
    }

    /** The same, for any other reason than a request without an answer. */
    public void readFailed(String reference, String reason, String message) {
        readFailed(reference, new Outcome.Failed(Step.PULL, reason, message));
    }

    private void readFailed(String reference, Outcome.Failed failure) {
        readFailed(reference, failure, () -> state().unread(reference, failure, clock.instant()));
    }

    /** Something was read in part, and must be asked for again by the item's locator. */
    public void readFailed(Item part, RequestFailed failure) {
        readFailed(part, Outcome.Failed.of(Step.PULL, failure));
    }

    /** The same, for any other reason than a request without an answer. */
    public void readFailed(Item part, String reason, String message) {
        readFailed(part, new Outcome.Failed(Step.PULL, reason, message));
    }

    private void readFailed(Item part, Outcome.Failed failure) {
        readFailed(
                part.reference(),
                failure,
                () -> state().unread(part.reference(), part.locator(), failure, clock.instant()));
    }

    private void readFailed(String reference, Outcome.Failed failure, StateWork unread) {
        tell(() -> failedToRead(reference, failure, unread));
    }

    private void failedToRead(String reference, Outcome.Failed failure, StateWork unread) {
        failed(reference, failure.step(), failure.reason(), failure.message());
        events.add(Event.READ_FAILURE);
        if (failure.blame() == Blame.RUN) {
            incomplete = true;
        } else {
            remember(unread);
        }
    }

    /** A listed row that has no id. */
    public void gone() {
        tell(() -> {
            namelessListed = true;
            events.add(Event.READ_GONE);
        });
    }

    /** Somebody who was listed, or failed before, and no longer exists. */
    public void gone(String reference) {
        tell(() -> events.add(Event.READ_GONE));
        resolved(reference);
    }

    /**
     * The listing is at its end.
     *
     * @return what failed in earlier runs and must be asked for by id, locators by reference; none when the listing is incomplete
     */
    Map<String, String> endListing() {
        listed = !incomplete && !isEnding();
        if (!listed) {
            return Map.of();
        }
        if (!everybody && since().isPresent()) {
            return state().waiting();
        }
        // Everybody was listed: who was not is gone, or not asked for any more. One without a name may be any of them.
        if (!namelessListed) {
            remember(state()::resolveUnlisted);
        }
        return Map.of();
    }

    void failed(String reference, Step step, String reason, String message) {
        LOG.warn("{} failed at {}: {}: {}", named(reference, step), step.code(), reason, message);
        report.failed(new ItemFailure(reference, step, reason, message));
    }

    private static String named(String reference, Step step) {
        return reference.isEmpty() ? (step == Step.CALLBACK ? "the callback" : "the listing") : reference;
    }

    void wouldChange(String reference, List<Change> found) {
        report.wouldChange(reference, found);
    }

    /** The run cannot go on: what is on the way ends soon, nothing more is read. */
    public void giveUp(RunFatal reason) {
        tell(() -> givenUp(reason));
    }

    private void givenUp(RunFatal reason) {
        if (fatal.compareAndSet(null, reason)) {
            Level level = reason.reason() == Reason.ALREADY_RUNNING ? Level.INFO : Level.ERROR;
            LOG.atLevel(level).log("{}: {}", reason.reason().code(), reason.getMessage());
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

    /** Ends the run: closes the target, keeps the result, moves the cursor. */
    RunResult finish() {
        closeTarget();
        listing.end();
        RunState opened = state;
        RunResult result = result();
        if (opened == null) {
            return result;
        }
        try {
            opened.finish(result, movesCursor());
            return result;
        } catch (StateFailed failure) {
            giveUp(fatal(failure));
            return result();
        } catch (RuntimeException bug) {
            LOG.debug("The run's result could not be kept", bug);
            giveUp(new RunFatal(
                    Reason.BACKEND_NOT_CONFIGURED,
                    "the run's result could not be kept: an unexpected "
                            + bug.getClass().getSimpleName()));
            return result();
        } finally {
            opened.close();
        }
    }

    /** Only a run that saw everything, and left nothing behind but failures that are listed. */
    private boolean movesCursor() {
        return persist && listed && !incomplete && !stopped && fatal.get() == null;
    }

    private void closeTarget() {
        TargetSession opened = target;
        if (opened != null) {
            try {
                opened.close();
            } catch (RuntimeException failure) {
                LOG.warn(
                        "The target's session did not close: {}",
                        failure.getClass().getName());
            }
        }
    }

    private @Nullable String cursor() {
        RunState opened = state;
        return opened == null
                ? null
                : opened.cursor(movesCursor()).map(Instant::toString).orElse(null);
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
                incremental,
                cursor(),
                startedAt,
                clock.instant(),
                counts,
                report.failures(),
                report.changes());
    }
}
