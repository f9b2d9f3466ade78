package org.hrcamel.workflow;

/** One line of a run result's {@code failures}: no payload, no secret. */
public record ItemFailure(String reference, Step step, String reason, String message) {}
