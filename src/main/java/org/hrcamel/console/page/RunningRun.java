package org.hrcamel.console.page;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;
import org.hrcamel.runtime.WorkflowView.RunUnderWay;
import org.hrcamel.workflow.RunCounts;
import org.hrcamel.workflow.RunProgress;
import org.hrcamel.workflow.Utc;
import org.jspecify.annotations.Nullable;

/**
 * A run under way.
 *
 * @param total how many items there are; null when the origin does not tell
 * @param rate items a second, empty at first
 * @param remaining time left, empty where it cannot be told or is less than a second
 */
public record RunningRun(
        boolean dry,
        Moment started,
        long done,
        @Nullable Long total,
        long listed,
        String elapsed,
        String rate,
        String remaining,
        RunCounts counts) {

    static RunningRun of(RunUnderWay run) {
        RunProgress progress = run.progress();
        OptionalLong total = progress.total();
        return new RunningRun(
                !run.soFar().persist(),
                Moment.of(run.soFar().startedAt()),
                progress.done(),
                total.isPresent() ? total.getAsLong() : null,
                progress.listed(),
                Utc.text(progress.elapsed().truncatedTo(ChronoUnit.SECONDS)),
                progress.rate() == 0 ? "" : String.format(Locale.ROOT, "%.1f", progress.rate()),
                progress.remaining()
                        .map(left -> left.truncatedTo(ChronoUnit.SECONDS))
                        .filter(left -> !left.isZero())
                        .map(Utc::text)
                        .orElse(""),
                RunCounts.of(run.soFar()));
    }
}
