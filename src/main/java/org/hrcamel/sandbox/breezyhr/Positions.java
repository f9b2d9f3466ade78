package org.hrcamel.sandbox.breezyhr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/** The positions of the main company, which never change (Breezy HR contract, section 2.1). Thread safe. */
final class Positions {

    private static final Set<String> STATES = Set.of("draft", "archived", "published", "closed", "pending");
    private static final List<ObjectNode> ALL = List.of(
            position(SimulatedBreezyhr.POSITION, "Engineer", "published"),
            position(SimulatedBreezyhr.SECOND_POSITION, "Nurse", "published"),
            position("p-drafted", "Drummer", "draft"),
            position("p-closed", "Product Designer", "closed"));

    private volatile boolean paged = true;

    void paged(boolean paged) {
        this.paged = paged;
    }

    static Optional<ObjectNode> find(String id) {
        return ALL.stream().filter(row -> row.path("_id").asText().equals(id)).findFirst();
    }

    Reply list(Request request) {
        Paging.noteUnknown(request, Set.of("state", "page_size", "page"));
        String state = request.query("state").orElse("published");
        if (!STATES.contains(state)) {
            return BreezyError.invalid(request, "getPositionsInvalidState", "unknown state " + state);
        }
        List<ObjectNode> rows = ALL.stream()
                .filter(row -> row.path("state").asText().equals(state))
                .toList();
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        (paged ? Paging.of(request).slice(rows) : rows).forEach(body::add);
        return Reply.json(200, body);
    }

    private static ObjectNode position(String id, String name, String state) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("_id", id);
        row.putObject("type").put("id", "fullTime").put("name", "Full-Time");
        row.put("state", state).put("name", name).put("friendly_id", id + "-" + name.toLowerCase(Locale.ROOT));
        row.putNull("experience");
        ObjectNode location = row.putObject("location");
        location.putObject("country").put("id", "US").put("name", "United States");
        location.put("city", "Topeka").put("is_remote", false).put("name", "Topeka, US");
        row.put("education", "unspecified").put("department", "").putNull("requisition_id");
        row.put("description", "<p>" + name + "</p>").put("org_type", "position");
        row.putArray("tags");
        row.put("creation_date", "2023-06-01T10:00:00.000Z").put("updated_date", "2024-06-15T12:00:00.000Z");
        return row;
    }
}
