package org.hrcamel.console;

/** Who may see a {@link Page}. */
public enum Access {
    /** Who logged in; a browser that did not is sent to the login. */
    LOGIN,
    /** Who logged in, in a browser or with HTTP basic authentication, as scripts do; anybody else gets 403. */
    LOGIN_OR_BASIC,
    /** Who comes from this machine needs no login, nor does anybody with {@code hrcamel.console.open-metrics}; else as above. */
    LOCAL,
    /** Anybody who reaches the console. */
    OPEN
}
