package org.hrcamel.state;

import java.time.Instant;

/**
 * An item that could not be delivered, without anything of its content.
 *
 * @param reference the origin's id of the candidate, or of what could not be read
 * @param locator what the origin needs to fetch it again, an id as well
 * @param step where it failed, such as {@code push}
 * @param reason stable code, such as {@code profile_not_found}
 * @param message a sentence for the operator, without payload or secret
 * @param version the version that failed, as it would be recorded; empty when it could not be read
 * @param attempts how many runs tried this version in vain
 */
public record Failure(
        String reference,
        String locator,
        String step,
        String reason,
        String message,
        String version,
        int attempts,
        Instant firstAt,
        Instant lastAt) {}
