package org.hrcamel.state;

import java.time.Instant;

/**
 * The result of a run.
 *
 * @param workflow route id
 * @param result the whole run result as JSON, without changes
 */
public record FinishedRun(
        String runId,
        String workflow,
        String workflowId,
        Instant startedAt,
        Instant finishedAt,
        String status,
        String reason,
        String result) {}
