package org.hrcamel.workflow;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Which run the current thread works for: its workflow and id then stand on every line that is logged there, whoever logs it. What is
 * entered must be left, or a pool's thread would name this run on the lines of the next one.
 */
final class LoggedRun {

    /** Key of the workflow's id in the context of a line. */
    static final String WORKFLOW = "workflow";

    /** Key of the run's id. */
    static final String RUN = "run";

    private static final ThreadLocal<Run> CURRENT = new ThreadLocal<>();

    private LoggedRun() {}

    /**
     * From now on this thread works for the run.
     *
     * @return what to {@link #leave} to; null for no run
     */
    static @Nullable Run enter(@Nullable Run run) {
        Run before = CURRENT.get();
        show(before, run);
        return before;
    }

    /** This thread works again for whom it worked before. */
    static void leave(@Nullable Run before) {
        show(CURRENT.get(), before);
    }

    private static void show(@Nullable Run from, @Nullable Run to) {
        // Steps stand within steps, so most often it is the same run: that must cost nothing.
        if (from == to) {
            return;
        }
        if (to == null) {
            CURRENT.remove();
            MDC.remove(WORKFLOW);
            MDC.remove(RUN);
        } else {
            CURRENT.set(to);
            MDC.put(WORKFLOW, to.workflow().id());
            MDC.put(RUN, to.id());
        }
    }
}
