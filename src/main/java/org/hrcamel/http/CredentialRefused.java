package org.hrcamel.http;

/** The vendor refuses the credential: the run stops. The message names what to change and holds no secret. */
public final class CredentialRefused extends Exception {
    private final String message;

    public CredentialRefused(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
