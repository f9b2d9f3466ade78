package org.hrcamel.workflow;

import org.jspecify.annotations.Nullable;

/** Status and reason of a run, as the table of run results says. */
record Verdict(Status status, Reason reason) {

    /**
     * @param fatal why the run was given up, or null
     * @param stopped whether the operator stopped it early
     * @param persist false for a dry run, which is judged by what was read, filtered and formatted
     */
    static Verdict of(Events events, @Nullable Reason fatal, boolean stopped, boolean persist) {
        if (fatal == Reason.ALREADY_RUNNING) {
            return new Verdict(Status.SUCCESS, fatal);
        }
        if (fatal != null) {
            return new Verdict(Status.FATAL, fatal);
        }
        long read = events.count(Event.READ_SUCCESS);
        if (read == 0 && events.count(Event.READ_FAILURE) > 0) {
            return new Verdict(Status.FATAL, Reason.READ_FAILURE);
        }
        long changed = read - events.count(Event.SKIPPED_UNCHANGED);
        if (changed > 0 && events.count(Event.LOGICS_FAILURE) == changed) {
            return new Verdict(Status.FATAL, Reason.LOGICS_FAILURE);
        }
        long formatted = changed - events.count(Event.LOGICS_DISCARD) - events.count(Event.LOGICS_FAILURE);
        if (formatted > 0 && events.count(Event.FORMAT_FAILURE) == formatted) {
            return new Verdict(Status.FATAL, Reason.FORMAT_FAILURE);
        }
        long pushed = formatted - events.count(Event.FORMAT_FAILURE);
        if (persist && pushed > 0 && events.count(Event.WRITE_FAILURE) == pushed) {
            return new Verdict(Status.FATAL, Reason.WRITE_FAILURE);
        }
        if (stopped) {
            return new Verdict(Status.SUCCESS_WITH_FAILURES, Reason.STOPPED);
        }
        return new Verdict(events.failures() > 0 ? Status.SUCCESS_WITH_FAILURES : Status.SUCCESS, Reason.NONE);
    }
}
