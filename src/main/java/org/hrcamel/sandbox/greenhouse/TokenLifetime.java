package org.hrcamel.sandbox.greenhouse;

/** How the token endpoint says how long a token lives: sources differ (Greenhouse contract, section 1.1). */
public enum TokenLifetime {
    /** {@code expires_in}: whole seconds. */
    EXPIRES_IN,
    /** {@code expires_at}: text such as {@code 2026-11-23T08:00:00+0000}. */
    EXPIRES_AT,
    /** {@code expires}: text such as {@code 2026-11-23T08:00:00.000Z}. */
    EXPIRES,
    /** Nothing at all. */
    UNSAID
}
