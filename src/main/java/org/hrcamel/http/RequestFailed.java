package org.hrcamel.http;

import java.util.Objects;

/** A request that got no usable answer, after every repetition that was allowed. The message holds no secret and no payload. */
public final class RequestFailed extends Exception {

    public enum Cause {
        /** 429, again and again. */
        RATE_LIMITED("rate_limited"),
        /** 5xx. */
        SERVER_ERROR("server_error"),
        TIMEOUT("timeout"),
        /** Host unknown, connection refused or broken. */
        CONNECTION("connection_failed"),
        /** A success status with a body that is no JSON. */
        MALFORMED("malformed_answer"),
        /** The run is being stopped. */
        STOPPED("stopped");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        /** Stable reason code for run results. */
        public String code() {
            return code;
        }
    }

    private final Cause cause;
    private final boolean perhapsDone;

    /**
     * @param perhapsDone whether the vendor may have acted on the request although no answer said so
     */
    public RequestFailed(Cause cause, boolean perhapsDone, String message) {
        super(message);
        this.cause = cause;
        this.perhapsDone = perhapsDone;
    }

    public Cause reason() {
        return cause;
    }

    /** Whether a write must be looked up before it is repeated. */
    public boolean isPerhapsDone() {
        return perhapsDone;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
