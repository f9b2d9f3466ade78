package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import org.hrcamel.http.Json;

/**
 * One application: its search row with {@code reference}, {@code detail} (what the detail tells in single values) and
 * {@code candidate}. Kept as text, which takes a fraction of a tree's memory.
 *
 * @param updatedAt epoch seconds, 0 when unknown
 * @param id of the applicant
 * @param wanted whether it matches the pull parameters and belongs to the profile
 */
record Application(long updatedAt, String id, boolean wanted, byte[] json) {

    static final Comparator<Application> NEWEST_FIRST = Comparator.comparingLong(Application::updatedAt)
            .thenComparing(Application::id)
            .reversed();

    /**
     * @param row of the search
     * @param detail a missing node when there is none
     */
    static Application of(String reference, ObjectNode row, JsonNode detail, boolean wanted) {
        ObjectNode application = row.deepCopy().put("reference", reference);
        if (detail.isObject()) {
            ObjectNode values = application.putObject("detail");
            detail.properties().stream()
                    .filter(field -> field.getValue().isValueNode())
                    .forEach(field -> values.set(field.getKey(), field.getValue()));
        }
        if (detail.path("candidate") instanceof ObjectNode candidate) {
            // Not for clients, and often private (contract, U18).
            candidate.remove("cv");
            application.set("candidate", candidate);
        }
        long updatedAt = FlatchrDates.seconds(detail.path("updated_at"), row.path("updated_at"));
        return new Application(updatedAt, row.path("applicant").asText(), wanted, Json.bytes(application));
    }

    ObjectNode tree() {
        try {
            return (ObjectNode) Json.mapper().readTree(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
