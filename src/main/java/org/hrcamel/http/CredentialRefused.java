package org.hrcamel.http;

import java.util.Objects;

/** The vendor refuses the credential: the run stops. The message names what to change and holds no secret. */
public final class CredentialRefused extends Exception {
    public CredentialRefused(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
