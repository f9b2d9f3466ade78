package org.hrcamel.workflow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hrcamel.state.Cursor;
import org.hrcamel.state.Failure;
import org.hrcamel.state.FinishedRun;
import org.hrcamel.state.LeaseLost;
import org.hrcamel.state.RunLease;
import org.hrcamel.state.StateFailed;
import org.hrcamel.workflow.Outcome.Failed.Blame;
import org.jspecify.annotations.Nullable;

/**
 * What one run knows of the runs before it, and leaves for those after it. A dry run reads and leaves nothing. Thread safe.
 *
 * <p>An item's version counts as delivered only together with the shape in which it was delivered. Its record is written after the
 * push; the record of another version is dropped before the push, so that a crash in between leaves no record that says the target
 * still holds what it held.
 */
final class RunState {

    private final WorkflowState use;
    private final String workflowId;
    private final boolean incremental;
    private final Optional<RunLease> lease;
    private final Optional<Instant> reached;
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();
    private final Set<String> unlisted = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> onTheWay = new ConcurrentHashMap<>();
    private final Set<String> crossed = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Instant asOf;
    /** Whether the vendors gave anybody a usable answer. */
    private volatile boolean answered;

    private RunState(
            WorkflowState use,
            String workflowId,
            boolean incremental,
            Optional<RunLease> lease,
            Optional<Cursor> cursor,
            Collection<Failure> failures) {
        this.use = use;
        this.workflowId = workflowId;
        this.incremental = incremental;
        this.lease = lease;
        this.reached =
                cursor.filter(found -> found.listing().equals(use.listing())).map(Cursor::asOf);
        for (Failure failure : failures) {
            this.failures.put(failure.reference(), failure);
            unlisted.add(failure.reference());
        }
    }

    /** Knows nothing and leaves nothing; the database is not touched. */
    static RunState none(WorkflowState use) {
        return new RunState(use, "", false, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * @param incremental whether what was delivered before is left out
     * @param persist false for a dry run, which takes no lease
     * @return empty when another run of the workflow is under way
     */
    static Optional<RunState> open(
            WorkflowState use, String workflowId, String runId, boolean incremental, boolean persist)
            throws StateFailed {
        if (!persist && !incremental) {
            return Optional.of(none(use));
        }
        Optional<RunLease> lease = persist ? use.state().lease(workflowId, runId) : Optional.empty();
        if (persist && lease.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RunState(
                    use,
                    workflowId,
                    incremental,
                    lease,
                    use.state().cursor(workflowId),
                    use.state().failures(workflowId)));
        } catch (StateFailed failure) {
            lease.ifPresent(RunLease::close);
            throw failure;
        }
    }

    /** The time of change from which an incremental listing must begin; empty for everything. */
    Optional<Instant> since() {
        return incremental ? reached.map(time -> time.minus(use.overlap())) : Optional.empty();
    }

    /** The listing shows every change before this time of the origin's clock; the first time told counts. */
    synchronized void asOf(Instant time) {
        if (asOf == null) {
            asOf = time.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** Looks up what is recorded of a page of items at once. */
    void recall(List<Item> items) throws StateFailed {
        if (lease.isPresent() || incremental) {
            Map<String, String> recorded = use.state()
                    .delivered(workflowId, items.stream().map(Item::reference).toList());
            items.forEach(item -> item.recall(recorded.get(item.reference())));
        }
        items.forEach(item -> {
            unlisted.remove(item.reference());
            item.parts().forEach(unlisted::remove);
        });
    }

    /**
     * The versions delivered in the present shape, of those references that have one and of which nothing failed since; none unless
     * the run is incremental.
     */
    Map<String, String> delivered(Collection<String> references) throws StateFailed {
        Map<String, String> versions = new HashMap<>();
        if (incremental) {
            String shape = recorded("");
            use.state().delivered(workflowId, references).forEach((reference, recorded) -> {
                // A later version failed: the origin shall find out which, or that failure would pass for delivered.
                if (recorded.startsWith(shape) && !failures.containsKey(reference)) {
                    versions.put(reference, recorded.substring(shape.length()));
                }
            });
        }
        return versions;
    }

    private String recorded(String version) {
        return use.shape() + ":" + version;
    }

    /** Whether there is nothing to do for an item: this version is delivered, or failed so often that it waits for an operator. */
    boolean isSettled(Item item) {
        return incremental && (isDelivered(item) || isParked(item));
    }

    private boolean isDelivered(Item item) {
        String version = item.version();
        return version != null && recorded(version).equals(item.recorded());
    }

    private boolean isParked(Item item) {
        Failure failure = failures.get(item.reference());
        String version = item.version();
        return failure != null
                && version != null
                && failure.attempts() >= use.maxAttempts()
                && failure.version().equals(recorded(version));
    }

    /** An item sets out. */
    void begin(Item item) {
        if (onTheWay.merge(item.reference(), 1, Integer::sum) > 1) {
            // Which of the two the target got last cannot be told.
            crossed.add(item.reference());
        }
    }

    /** The last moment before the target may change. */
    void beforePush(Item item) throws StateFailed {
        if (lease.isPresent()) {
            if (!lease.get().isHeld()) {
                throw new LeaseLost();
            }
            if (item.recorded() != null && !isDelivered(item)) {
                lease.get().doubt(item.reference());
            }
        }
    }

    /** The item has passed all steps: if the target holds it now, that is recorded. */
    void record(Item item) throws StateFailed {
        boolean holds = item.outcome() instanceof Outcome.Written || item.outcome() instanceof Outcome.Unchanged;
        if (holds || item.outcome() instanceof Outcome.Archived) {
            answered = true;
        }
        if (holds && item.version() != null && lease.isPresent() && !crossed.contains(item.reference())) {
            lease.get().delivered(item.reference(), recorded(item.version()));
        }
    }

    /** An item has come to its end. */
    void end(Item item, Outcome outcome, Instant now) throws StateFailed {
        onTheWay.computeIfPresent(item.reference(), (reference, count) -> count == 1 ? null : count - 1);
        if (outcome instanceof Outcome.Failed failed) {
            if (failed.blame() == Blame.RUN) {
                return;
            }
            String version = item.version() == null ? lastFailed(item.reference()) : recorded(item.version());
            fail(item.reference(), item.locator(), failed, version, now);
        } else if (!(outcome instanceof Outcome.SkippedUnchanged) || isDelivered(item)) {
            resolve(item.reference());
        }
        for (String part : item.parts()) {
            resolve(part);
        }
    }

    /** Something could not be read that never became an item: what failed before is asked for again as it was. */
    void unread(String reference, Outcome.Failed failed, Instant now) throws StateFailed {
        Failure before = failures.get(reference);
        unread(reference, before == null ? reference : before.locator(), failed, now);
    }

    /** The same, when the origin tells how to ask for it. */
    void unread(String reference, String locator, Outcome.Failed failed, Instant now) throws StateFailed {
        unlisted.remove(reference);
        fail(reference, locator, failed, lastFailed(reference), now);
    }

    /** What cannot be read may well be what could not be read before. */
    private String lastFailed(String reference) {
        Failure before = failures.get(reference);
        return before == null ? "" : before.version();
    }

    private void fail(String reference, String locator, Outcome.Failed failed, String version, Instant now)
            throws StateFailed {
        if (failed.blame() == Blame.ITEM) {
            answered = true;
        }
        if (lease.isPresent()) {
            Failure failure = new Failure(
                    reference, locator, failed.step().code(), failed.reason(), failed.message(), version, 0, now, now);
            lease.get().failed(failure);
            // A later item of the same run may yet bring it.
            failures.put(reference, failure);
        }
    }

    /** What failed under this reference in an earlier run need not be tried again. */
    void resolve(String reference) throws StateFailed {
        unlisted.remove(reference);
        if (lease.isPresent() && failures.remove(reference) != null) {
            lease.get().resolved(reference);
        }
    }

    /** What failed in earlier runs, shall be tried again, and was not listed: locators by reference. */
    Map<String, String> waiting() {
        Map<String, String> locators = new HashMap<>();
        for (String reference : unlisted) {
            Failure failure = failures.get(reference);
            if (failure != null && failure.attempts() < use.maxAttempts()) {
                locators.put(reference, failure.locator());
            }
        }
        return locators;
    }

    /** What failed in earlier runs and was not listed need not be tried again. */
    void resolveUnlisted() throws StateFailed {
        for (String reference : List.copyOf(unlisted)) {
            resolve(reference);
        }
    }

    /** The cursor after a run that moves it, or does not. */
    Optional<Instant> cursor(boolean moves) {
        return moves && asOf != null ? Optional.of(asOf) : reached;
    }

    /** Keeps the result, and moves the cursor if the run was complete. */
    void finish(RunResult result, boolean moves) throws StateFailed {
        if (lease.isPresent()) {
            Optional<Cursor> cursor =
                    moves && asOf != null ? Optional.of(new Cursor(asOf, use.listing())) : Optional.empty();
            FinishedRun run = new FinishedRun(
                    result.runId(),
                    result.workflow(),
                    result.workflowId(),
                    result.startedAt(),
                    result.finishedAt(),
                    result.status().code(),
                    result.reason().code(),
                    result.toString());
            // While a vendor is down for everybody, nobody's attempts are used up.
            lease.get().finish(run, cursor, answered, use.retention());
        }
    }

    void close() {
        lease.ifPresent(RunLease::close);
    }
}
