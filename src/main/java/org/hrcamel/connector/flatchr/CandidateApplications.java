package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrcamel.http.Json;
import org.hrcamel.workflow.Item;

/**
 * Applications by the reference of their profile, kept as text, which takes a fraction of a tree's memory.
 *
 * <p>An item is the newest application's search row with {@code reference}, {@code detail} (what the detail tells in single values),
 * {@code candidate}, and {@code other_applications} in the same form, newest first, when there are any. Used by one thread.
 */
final class CandidateApplications {

    private static final Comparator<Application> NEWEST_FIRST = Comparator.comparingLong(Application::updatedAt)
            .thenComparing(Application::id)
            .reversed();

    private final Map<String, List<Application>> byReference = new LinkedHashMap<>();

    private record Application(long updatedAt, String id, byte[] json) {

        ObjectNode tree() {
            try {
                return (ObjectNode) Json.mapper().readTree(json);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    /**
     * @param row of the search
     * @param detail a missing node when there is none
     */
    void add(String reference, ObjectNode row, JsonNode detail) {
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
        byReference
                .computeIfAbsent(reference, key -> new ArrayList<>(1))
                .add(new Application(updatedAt, row.path("applicant").asText(), Json.bytes(application)));
    }

    boolean isEmpty() {
        return byReference.isEmpty();
    }

    /** Removes the first of them and gives each back as one item. */
    List<Item> take(int most) {
        List<Item> items = new ArrayList<>();
        Iterator<Map.Entry<String, List<Application>>> all =
                byReference.entrySet().iterator();
        while (items.size() < most && all.hasNext()) {
            Map.Entry<String, List<Application>> next = all.next();
            items.add(new Item(next.getKey(), merged(next.getValue())));
            all.remove();
        }
        return items;
    }

    private static ObjectNode merged(List<Application> applications) {
        applications.sort(NEWEST_FIRST);
        ObjectNode newest = applications.get(0).tree();
        if (applications.size() > 1) {
            ArrayNode others = newest.putArray("other_applications");
            applications.stream().skip(1).map(Application::tree).forEach(older -> {
                complete(newest.path("candidate"), older.path("candidate"));
                older.remove(List.of("candidate", "reference"));
                others.add(older);
            });
        }
        return newest;
    }

    /** All applications show the same candidate; what one of them leaves out, an older one may tell. */
    private static void complete(JsonNode candidate, JsonNode older) {
        if (candidate instanceof ObjectNode known) {
            older.properties().forEach(field -> {
                JsonNode value = known.path(field.getKey());
                if (value.isMissingNode()
                        || value.isNull()
                        || value.isTextual() && value.asText().isBlank()) {
                    known.set(field.getKey(), field.getValue());
                }
            });
        }
    }
}
