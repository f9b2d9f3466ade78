package org.hrcamel.workflow;

import java.util.Locale;

/** Why a run ended as it did. */
public enum Reason {
    NONE,
    BAD_ORIGIN_PARAMETERS,
    BAD_TARGET_PARAMETERS,
    /** A setting of the workflow itself is wrong: schedule, logics, format, callback and the like. */
    BAD_WORKFLOW_PARAMETERS,
    /** For an origin that tells no version of its items; every origin so far does. */
    ORIGIN_DOES_NOT_SUPPORT_INCREMENTAL,
    /** The state cannot be used. */
    BACKEND_NOT_CONFIGURED,
    /** Another run of the workflow is under way, so this one did nothing. */
    ALREADY_RUNNING,
    /** Another run took over, since this one seemed to have died. */
    LEASE_LOST,
    READ_FAILURE,
    LOGICS_FAILURE,
    FORMAT_FAILURE,
    WRITE_FAILURE,
    /** The operator stopped it before its end. */
    STOPPED;

    /** The name in a run result. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
