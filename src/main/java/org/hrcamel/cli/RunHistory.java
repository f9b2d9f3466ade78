package org.hrcamel.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hrcamel.http.Json;
import org.hrcamel.state.FinishedRun;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Reason;

/** Finished runs as a table for people. */
final class RunHistory {

    private static final Table TABLE = new Table(
            "started (UTC)",
            "workflow",
            "status",
            "reason",
            "read",
            "written",
            "unchanged",
            "skipped",
            "failed",
            "duration");

    private RunHistory() {}

    static String table(List<FinishedRun> runs) {
        return TABLE.text(runs.stream().map(RunHistory::row).toList());
    }

    private static List<String> row(FinishedRun run) {
        JsonNode events = events(run);
        return List.of(
                Utc.text(run.startedAt()),
                run.workflow(),
                run.status(),
                run.reason().equals(Reason.NONE.code()) ? "" : run.reason(),
                sum(events, Event.READ_SUCCESS),
                sum(events, Event.WRITE_SUCCESS),
                sum(events, Event.WRITE_UNCHANGED),
                sum(events, Event.SKIPPED_UNCHANGED, Event.SKIPPED_ARCHIVED, Event.LOGICS_DISCARD),
                sum(
                        events,
                        Event.READ_FAILURE,
                        Event.LOGICS_FAILURE,
                        Event.FORMAT_FAILURE,
                        Event.WRITE_FAILURE,
                        Event.CALLBACK_FAILURE),
                Utc.text(Duration.between(run.startedAt(), run.finishedAt())));
    }

    /** How it ended, in two words at most. */
    static String ending(FinishedRun run) {
        return run.reason().equals(Reason.NONE.code()) ? run.status() : run.status() + ", " + run.reason();
    }

    private static JsonNode events(FinishedRun run) {
        try {
            return Json.mapper().readTree(run.result()).path("events");
        } catch (JsonProcessingException unreadable) {
            // Its other columns still tell something.
            return MissingNode.getInstance();
        }
    }

    private static String sum(JsonNode events, Event... counted) {
        return String.valueOf(Stream.of(counted)
                .mapToLong(event -> events.path(event.code()).asLong())
                .sum());
    }
}
