package org.hrcamel.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.hrcamel.http.Json;
import org.hrcamel.state.FinishedRun;

/**
 * A run's events as people read them.
 *
 * @param skipped what needed nothing: unchanged since it was delivered, archived, discarded by the logics
 * @param failed items, and the callback
 */
public record RunCounts(long read, long written, long unchanged, long skipped, long failed) {

    public static RunCounts of(RunResult result) {
        return of(result::count);
    }

    /** Zeroes, if an older version kept the result in another form: its other columns still tell something. */
    public static RunCounts of(FinishedRun run) {
        JsonNode events = events(run);
        return of(event -> events.path(event.code()).asLong());
    }

    private static JsonNode events(FinishedRun run) {
        try {
            return Json.mapper().readTree(run.result()).path("events");
        } catch (JsonProcessingException unreadable) {
            return MissingNode.getInstance();
        }
    }

    private static RunCounts of(ToLongFunction<Event> count) {
        return new RunCounts(
                count.applyAsLong(Event.READ_SUCCESS),
                count.applyAsLong(Event.WRITE_SUCCESS),
                count.applyAsLong(Event.WRITE_UNCHANGED),
                sum(count, Event.SKIPPED_UNCHANGED, Event.SKIPPED_ARCHIVED, Event.LOGICS_DISCARD),
                sum(
                        count,
                        Event.READ_FAILURE,
                        Event.LOGICS_FAILURE,
                        Event.FORMAT_FAILURE,
                        Event.WRITE_FAILURE,
                        Event.CALLBACK_FAILURE));
    }

    private static long sum(ToLongFunction<Event> count, Event... events) {
        return Stream.of(events).mapToLong(count).sum();
    }
}
