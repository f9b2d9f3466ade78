package org.hrcamel.runtime;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.runtime.StateFigures.Figures;
import org.hrcamel.state.Cursor;
import org.hrcamel.state.StateFailed;

/** Reads the figures of the workflows that there are. Used by one thread at a time. */
final class FiguresReading implements StateFigures.Reading {

    private final Operations operations;
    private final Map<String, Instant> successes = new HashMap<>();

    FiguresReading(Operations operations) {
        this.operations = operations;
    }

    @Override
    public Map<String, Figures> read() throws StateFailed {
        Map<String, Figures> found = new HashMap<>();
        for (WorkflowView workflow : operations.workflows()) {
            String id = workflow.id();
            found.put(
                    id,
                    new Figures(operations.cursor(id).map(Cursor::asOf), lastSuccess(id), operations.failureCount(id)));
        }
        return found;
    }

    /** The state keeps so many results: those of a workflow that fails for days shall not make its last success unknown. */
    private Optional<Instant> lastSuccess(String id) throws StateFailed {
        operations.lastSuccess(id).ifPresent(at -> successes.put(id, at));
        return Optional.ofNullable(successes.get(id));
    }
}
