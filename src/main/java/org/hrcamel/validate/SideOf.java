package org.hrcamel.validate;

import org.hrcamel.workflow.Reason;

/** Which part of a workflow a setting belongs to, and so what a run fails with when it is wrong. */
public enum SideOf {
    ORIGIN(Reason.BAD_ORIGIN_PARAMETERS),
    TARGET(Reason.BAD_TARGET_PARAMETERS),
    WORKFLOW(Reason.BAD_WORKFLOW_PARAMETERS),
    STATE(Reason.BACKEND_NOT_CONFIGURED);

    private final Reason reason;

    SideOf(Reason reason) {
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
