package org.hrcamel.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hrcamel.workflow.RunResult;

/** The newest dry run of each workflow. Its changes are people's data, so they are kept in memory alone. Thread safe. */
final class DryRuns {

    private final Map<String, RunResult> newest = new ConcurrentHashMap<>();

    void finished(RunResult result) {
        if (!result.persist()) {
            newest.put(result.workflow(), result);
        }
    }

    Optional<RunResult> newest(String workflow) {
        return Optional.ofNullable(newest.get(workflow));
    }

    void forget(String workflow) {
        newest.remove(workflow);
    }
}
