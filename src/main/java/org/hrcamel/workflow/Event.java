package org.hrcamel.workflow;

import java.util.Locale;

/** What a run counts, in the order of a run result. */
public enum Event {
    READ_SUCCESS,
    READ_FAILURE,
    READ_GONE,
    SKIPPED_UNCHANGED,
    SKIPPED_ARCHIVED,
    LOGICS_DISCARD,
    LOGICS_FAILURE,
    FORMAT_FAILURE,
    WRITE_SUCCESS,
    WRITE_UNCHANGED,
    WRITE_FAILURE,
    CALLBACK_EXECUTED,
    CALLBACK_FAILURE;

    /** The name in a run result. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
