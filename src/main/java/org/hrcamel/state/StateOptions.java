package org.hrcamel.state;

import java.time.Duration;

/**
 * Where the state is.
 *
 * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql:…}
 * @param user empty when the URL tells it, or none is needed
 * @param password empty likewise
 * @param lease how long a run that died keeps others out
 */
public record StateOptions(String url, String user, String password, Duration lease) {

    /** Without what may hold a password. */
    public String location() {
        return url.split("\\?")[0].replaceFirst("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return location();
    }
}
