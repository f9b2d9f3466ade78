package org.hrcamel.state;

import java.time.Instant;

/**
 * How far a workflow has come: every change that the origin made before this time was delivered or is listed as a failure.
 *
 * @param asOf by the origin's own clock
 * @param listing fingerprint of what was asked for; a cursor of another question answers nothing
 */
public record Cursor(Instant asOf, String listing) {}
