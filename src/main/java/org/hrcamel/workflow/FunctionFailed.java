package org.hrcamel.workflow;

import java.util.Objects;

/** A function of the operator's failed on an item. The message is a sentence for the operator and quotes nothing of the item. */
public final class FunctionFailed extends RuntimeException {

    FunctionFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /** What to tell of any failure of a function: messages of other exceptions may quote the item. */
    static String sentence(RuntimeException failure) {
        return failure instanceof FunctionFailed told
                ? told.getMessage()
                : "threw " + failure.getClass().getSimpleName();
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
