package org.hrcamel.cli;

import java.time.Duration;
import java.util.List;
import org.hrcamel.state.FinishedRun;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunCounts;
import org.hrcamel.workflow.Utc;

/** Finished runs as a table for people. */
final class RunHistory {

    private static final Table TABLE = new Table(
            "started (UTC)",
            "workflow",
            "status",
            "reason",
            "read",
            "written",
            "unchanged",
            "skipped",
            "failed",
            "duration");

    private RunHistory() {}

    static String table(List<FinishedRun> runs) {
        return TABLE.text(runs.stream().map(RunHistory::row).toList());
    }

    private static List<String> row(FinishedRun run) {
        RunCounts counts = RunCounts.of(run);
        return List.of(
                Utc.text(run.startedAt()),
                run.workflow(),
                run.status(),
                run.reason().equals(Reason.NONE.code()) ? "" : run.reason(),
                String.valueOf(counts.read()),
                String.valueOf(counts.written()),
                String.valueOf(counts.unchanged()),
                String.valueOf(counts.skipped()),
                String.valueOf(counts.failed()),
                Utc.text(Duration.between(run.startedAt(), run.finishedAt())));
    }

    /** How it ended, in two words at most. */
    static String ending(FinishedRun run) {
        return run.reason().equals(Reason.NONE.code()) ? run.status() : run.status() + ", " + run.reason();
    }
}
