package org.hrcamel.workflow;

import java.util.Objects;

/** The whole run cannot go on. The message names what to change and holds no secret. */
public final class RunFatal extends Exception {

    private final Reason reason;

    public RunFatal(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
