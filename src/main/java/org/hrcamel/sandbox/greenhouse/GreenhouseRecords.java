package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;

/** Everything the simulated Greenhouse holds, in the rows of Harvest v3; v1 is joined from the same rows. Thread safe. */
final class GreenhouseRecords {

    /** Timestamps are UTC with milliseconds (Greenhouse contract, section 2.1). */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final List<String> CHILDREN =
            List.of("applications", "attachments", "candidate_educations", "candidate_employments");

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Clock clock;

    GreenhouseRecords(Clock clock) {
        this.clock = clock;
        tables.put("candidates", new Table());
        tables.put("applications", new Table("candidate_id"));
        tables.put("attachments", new Table("candidate_id", "application_id"));
        tables.put("candidate_educations", new Table("candidate_id"));
        tables.put("candidate_employments", new Table("candidate_id"));
        tables.put("custom_field_options", new Table("custom_field_id"));
        tables.put("jobs", new Table());
    }

    static String timestamp(Instant instant) {
        return TIMESTAMP.format(instant);
    }

    /** The row with the URL of its file completed: signed, on a foreign host (Greenhouse contract, section 4). */
    static ObjectNode signed(ObjectNode row, String filesRoot) {
        String url = row.path("url").asText("");
        if (!url.startsWith("/")) {
            return row;
        }
        return row.deepCopy().put("url", filesRoot + url + "?X-Amz-Expires=604800&X-Amz-Signature=abc");
    }

    boolean has(String resource) {
        return tables.containsKey(resource);
    }

    Table table(String resource) {
        Table table = tables.get(resource);
        if (table == null) {
            throw new IllegalArgumentException("No such resource: " + resource);
        }
        return table;
    }

    void put(String resource, ObjectNode row) {
        table(resource).put(row.path("id").asLong(), row);
    }

    /** A row with only a message and no id, at this id's place in the list (Greenhouse contract, section 2.2). */
    void putStub(long place) {
        table("candidates")
                .put(place, JsonNodeFactory.instance.objectNode().put("message", "Candidate is being processed"));
    }

    /** Changes a copy of the row, moves its update time, and puts it in the old one's place. */
    void edit(String resource, long id, Consumer<ObjectNode> change) {
        Table table = table(resource);
        synchronized (table) {
            ObjectNode row = table.get(id);
            if (row == null) {
                throw new NoSuchElementException(resource + " " + id);
            }
            ObjectNode changed = row.deepCopy();
            String now = timestamp(clock.instant());
            changed.put("updated_at", now);
            if (changed.has("last_activity_at")) {
                changed.put("last_activity_at", now);
            }
            change.accept(changed);
            table.put(id, changed);
        }
    }

    /** Removes the row; a candidate goes with all that belongs to it, as deleted and merged ones vanish (section 7). */
    void remove(String resource, long id) {
        table(resource).remove(id);
        if (resource.equals("candidates")) {
            List<Long> applications = table("applications").children("candidate_id", List.of(id));
            table("attachments").children("application_id", applications).forEach(table("attachments")::remove);
            for (String child : CHILDREN) {
                table(child).children("candidate_id", List.of(id)).forEach(table(child)::remove);
            }
        }
    }

    /** The rows of this resource that belong to one parent, oldest first. */
    List<ObjectNode> children(String resource, String field, long parent) {
        Table table = table(resource);
        return table.children(field, List.of(parent)).stream()
                .map(table::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
