package org.hrcamel.state;

import java.util.Objects;

/** The state cannot be used. The message is a sentence for the operator that names what to look at. */
public class StateFailed extends Exception {

    public StateFailed(String message, Throwable cause) {
        super(message, cause);
    }

    public StateFailed(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
