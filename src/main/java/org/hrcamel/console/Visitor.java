package org.hrcamel.console;

/**
 * Whoever tries a password.
 *
 * @param key under which attempts are counted: a network address, or a browser that logged in before
 * @param known whether it is such a browser
 * @param address what the log shows
 */
record Visitor(String key, boolean known, String address) {}
