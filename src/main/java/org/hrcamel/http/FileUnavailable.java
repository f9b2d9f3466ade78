package org.hrcamel.http;

import java.util.Objects;

/** A file that cannot be had, or must not be. It never fails the profile; the message holds no address. */
public final class FileUnavailable extends Exception {
    public FileUnavailable(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
