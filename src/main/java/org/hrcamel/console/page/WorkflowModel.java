package org.hrcamel.console.page;

import java.util.List;
import java.util.Optional;
import org.hrcamel.runtime.Operations;
import org.hrcamel.runtime.WorkflowView;
import org.hrcamel.state.Cursor;
import org.hrcamel.state.StateFailed;
import org.hrcamel.workflow.Problem;

/**
 * One workflow as the pages show it.
 *
 * @param phase code of its phase
 * @param broken whether what the operator saved last cannot run
 * @param nextFire null while none is to come
 * @param running null while no run is under way
 * @param runs the newest first
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
        List<String> problems,
        Moment nextFire,
        RunningRun running,
        List<RunRow> runs,
        List<FailureRow> failures,
        Moment cursor,
        DryRunChanges dryRun,
        String stateTrouble) {

    /** Null when there was none. */
    public RunRow lastRun() {
        return runs.isEmpty() ? null : runs.get(0);
    }

    /**
     * @param most how many runs
     */
    static WorkflowModel of(Operations operations, WorkflowView view, int most) {
        List<RunRow> runs = List.of();
        List<FailureRow> failures = List.of();
        Optional<Cursor> cursor = Optional.empty();
        String trouble = "";
        try {
            runs = operations.runs(view.id(), most).stream().map(RunRow::of).toList();
            failures =
                    operations.failures(view.id()).stream().map(FailureRow::of).toList();
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
                view.problems().stream().map(Problem::toString).toList(),
                view.nextFire().map(Moment::of).orElse(null),
                view.running().map(RunningRun::of).orElse(null),
                runs,
                failures,
                cursor.map(found -> Moment.of(found.asOf())).orElse(null),
                operations.dryRun(view.id()).map(DryRunChanges::of).orElse(null),
                trouble);
    }
}
