package org.hrcamel.console.page;

import java.time.Duration;
import org.hrcamel.state.FinishedRun;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunCounts;
import org.hrcamel.workflow.Utc;

/**
 * One run of the past.
 *
 * @param reason empty when there is none worth telling
 */
public record RunRow(
        String id, Moment started, String status, String reason, RunCounts counts, String duration, double seconds) {

    static RunRow of(FinishedRun run) {
        Duration duration = Duration.between(run.startedAt(), run.finishedAt());
        return new RunRow(
                run.runId(),
                Moment.of(run.startedAt()),
                run.status(),
                run.reason().equals(Reason.NONE.code()) ? "" : run.reason(),
                RunCounts.of(run),
                Utc.text(duration),
                duration.toMillis() / 1000.0);
    }
}
