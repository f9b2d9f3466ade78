package org.hrcamel.state;

/** The state cannot be used. The message is a sentence for the operator that names what to look at. */
public class StateFailed extends Exception {

    private final String message;

    public StateFailed(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    public StateFailed(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
