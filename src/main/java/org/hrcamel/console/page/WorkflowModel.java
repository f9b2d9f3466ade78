package org.hrcamel.console.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hrcamel.runtime.Operations;
import org.hrcamel.runtime.WorkflowView;
import org.hrcamel.state.Cursor;
import org.hrcamel.state.StateFailed;
import org.jspecify.annotations.Nullable;

/**
 * One workflow as the pages show it.
 *
 * @param phase code of its phase
 * @param broken whether what the operator saved last cannot run
 * @param nextFire null while none is to come
 * @param running null while no run is under way
 * @param runs the newest first
 * @param waiting how many failures there are
 * @param failures the oldest ones
 * @param cursor null where there is none
 * @param stateTrouble why runs, failures and cursor are not shown, empty when they are
 */
public record WorkflowModel(
        String id,
        String direction,
        String schedule,
        String phase,
        boolean deployed,
        boolean paused,
        boolean broken,
        boolean editWaits,
        List<ProblemLine> problems,
        @Nullable Moment nextFire,
        @Nullable RunningRun running,
        List<RunRow> runs,
        long waiting,
        List<FailureRow> failures,
        @Nullable Moment cursor,
        @Nullable DryRunChanges dryRun,
        String stateTrouble) {

    /** With this many failures a page is long enough. */
    private static final int MOST_FAILURES = 200;

    /** Null when there was none. */
    public @Nullable RunRow lastRun() {
        return runs.isEmpty() ? null : runs.get(0);
    }

    /** Whether a run began since the dry run, which may have written what the dry run found. */
    public boolean overtaken() {
        return dryRun != null
                && lastRun() != null
                && Instant.parse(lastRun().started().machine())
                        .isAfter(Instant.parse(dryRun.finished().machine()));
    }

    /** Another text whenever more of a page is out of date than what its refreshing shows. */
    public String version() {
        return String.join(
                " ",
                Stream.of(
                                phase,
                                paused,
                                running == null,
                                lastRun() == null ? "" : lastRun().id(),
                                waiting,
                                dryRun == null ? "" : dryRun.finished().machine(),
                                stateTrouble)
                        .map(String::valueOf)
                        .toList());
    }

    /** What a card and the refreshing show: the last run alone, and no single failure. */
    static WorkflowModel brief(Operations operations, WorkflowView view) {
        return of(operations, view, 1, false);
    }

    /**
     * @param most how many runs
     */
    static WorkflowModel whole(Operations operations, WorkflowView view, int most) {
        return of(operations, view, most, true);
    }

    private static WorkflowModel of(Operations operations, WorkflowView view, int most, boolean single) {
        List<RunRow> runs = List.of();
        List<FailureRow> failures = List.of();
        long waiting = 0;
        Optional<Cursor> cursor = Optional.empty();
        String trouble = "";
        try {
            runs = operations.runs(view.id(), most).stream().map(RunRow::of).toList();
            waiting = operations.failureCount(view.id());
            if (single && waiting > 0) {
                failures = operations.failures(view.id()).stream()
                        .limit(MOST_FAILURES)
                        .map(FailureRow::of)
                        .toList();
            }
            cursor = operations.cursor(view.id());
        } catch (StateFailed failure) {
            trouble = failure.getMessage();
        }
        return new WorkflowModel(
                view.id(),
                view.direction(),
                view.schedule(),
                view.phase().code(),
                view.deployed(),
                view.paused(),
                view.isBroken(),
                view.editWaits(),
                view.problems().stream().map(ProblemLine::of).toList(),
                view.nextFire().map(Moment::of).orElse(null),
                view.running().map(RunningRun::of).orElse(null),
                runs,
                waiting,
                failures,
                cursor.map(found -> Moment.of(found.asOf())).orElse(null),
                operations.dryRun(view.id()).map(DryRunChanges::of).orElse(null),
                trouble);
    }
}
