package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hrcamel.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * What one run did: the same for standard output, log, callback, console and state.
 *
 * @param message why a fatal run was given up, for the operator; empty otherwise
 * @param cursor null when there is none
 * @param failures the first ones, capped
 * @param changes of a dry run, the first ones, capped; empty otherwise
 */
public record RunResult(
        String workflow,
        String workflowId,
        String runId,
        Status status,
        Reason reason,
        String message,
        boolean persist,
        boolean incremental,
        @Nullable String cursor,
        Instant startedAt,
        Instant finishedAt,
        Map<Event, Long> events,
        List<ItemFailure> failures,
        List<ItemChange> changes) {

    /** How many changes are told at the most. */
    public static final int MOST_CHANGES = 1000;

    /** One field of one profile that a dry run found would change. */
    public record ItemChange(String reference, Change change) {}

    /** How often that happened. */
    public long count(Event event) {
        return events.getOrDefault(event, 0L);
    }

    /** The run result as JSON, with the changes. */
    public ObjectNode json() {
        ObjectNode json = withoutChanges();
        if (!persist) {
            ArrayNode list = json.putArray("changes");
            for (ItemChange entry : changes) {
                ObjectNode node = list.addObject()
                        .put("reference", entry.reference())
                        .put("path", entry.change().path());
                node.set("from", entry.change().from());
                node.set("to", entry.change().to());
            }
        }
        return json;
    }

    /** The run result as JSON for logs and the like: the changes hold people's data and stay out. */
    public ObjectNode withoutChanges() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("workflow", workflow)
                .put("workflow_id", workflowId)
                .put("run_id", runId)
                .put("status", status.code())
                .put("reason", reason.code());
        if (!message.isEmpty()) {
            json.put("message", message);
        }
        json.put("persist", persist)
                .put("incremental", incremental)
                .put("cursor", cursor)
                .put("started_at", startedAt.toString())
                .put("finished_at", finishedAt.toString());
        ObjectNode counts = json.putObject("events");
        events.forEach((event, count) -> counts.put(event.code(), count));
        ArrayNode list = json.putArray("failures");
        for (ItemFailure failure : failures) {
            list.addObject()
                    .put("reference", failure.reference())
                    .put("step", failure.step().code())
                    .put("reason", failure.reason())
                    .put("message", failure.message());
        }
        return json;
    }

    @Override
    public String toString() {
        return Json.text(withoutChanges());
    }
}
