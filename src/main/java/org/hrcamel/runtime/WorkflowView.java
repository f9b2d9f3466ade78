package org.hrcamel.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.RunProgress;
import org.hrcamel.workflow.RunResult;

/**
 * One workflow as an operator sees it at this moment.
 *
 * @param id route id and name of its file
 * @param direction such as "JazzHR → HrFlow.ai"
 * @param schedule Quartz cron
 * @param enabled whether the settings want it to run
 * @param deployed whether a version of it is in place
 * @param paused whether its schedule rests until somebody resumes it or the process ends
 * @param editWaits whether a new version waits for the end of the run under way
 * @param problems what is wrong with its file and settings as they are now; while there are errors an older version runs, if any
 * @param nextFire when its schedule fires next
 * @param running the run under way
 */
public record WorkflowView(
        String id,
        String direction,
        String schedule,
        boolean enabled,
        boolean deployed,
        boolean paused,
        boolean editWaits,
        List<Problem> problems,
        Optional<Instant> nextFire,
        Optional<RunUnderWay> running) {

    /**
     * A run under way.
     *
     * @param soFar its result as far as it has come
     */
    public record RunUnderWay(RunResult soFar, RunProgress progress) {}

    /** What it is about to do, the first of these that holds. */
    public enum Phase {
        RUNNING,
        DISABLED,
        /** Its file or settings have errors and no older version runs. */
        BROKEN,
        PAUSED,
        SCHEDULED;

        /** In words for people and machines. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Phase phase() {
        if (running.isPresent()) {
            return Phase.RUNNING;
        }
        if (!enabled) {
            return Phase.DISABLED;
        }
        if (!deployed) {
            return Phase.BROKEN;
        }
        return paused ? Phase.PAUSED : Phase.SCHEDULED;
    }

    /** Whether what the operator wrote last cannot run; an older version may, so {@link #phase} need not be {@link Phase#BROKEN}. */
    public boolean isBroken() {
        return enabled && problems.stream().anyMatch(Problem::isError);
    }
}
