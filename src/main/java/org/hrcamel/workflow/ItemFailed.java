package org.hrcamel.workflow;

import java.util.Objects;

/** One item cannot go on; the others do. The message holds no payload and no secret. */
public final class ItemFailed extends Exception {

    private final String reason;

    /**
     * @param reason stable code, such as {@code profile_not_found}
     */
    public ItemFailed(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
