package org.hrcamel.http;

/** A file that cannot be had, or must not be. It never fails the profile; the message holds no address. */
public final class FileUnavailable extends Exception {
    private final String message;

    public FileUnavailable(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
