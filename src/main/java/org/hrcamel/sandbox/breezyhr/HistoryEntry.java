package org.hrcamel.sandbox.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.jspecify.annotations.Nullable;

/**
 * The two kinds of entries that are added one a call, under {@code …/education} and {@code …/work-history} (Breezy HR contract, section
 * 3.2).
 */
enum HistoryEntry {
    EDUCATION("education", "school_name", Set.of("school_name", "field_of_study", "start_year", "end_year")),
    WORK(
            "work_history",
            "company_name",
            Set.of("company_name", "title", "summary", "start_month", "start_year", "end_month", "end_year"));

    private final String list;
    private final String required;
    private final Set<String> accepted;

    HistoryEntry(String list, String required, Set<String> accepted) {
        this.list = list;
        this.required = required;
        this.accepted = accepted;
    }

    /** The answer if the body is refused, or null. */
    @Nullable
    Reply refuse(Request request, JsonNode body, ObjectNode stored) {
        String type = this == EDUCATION ? "addEducationError" : "addWorkHistoryError";
        if (!body.isObject() || body.path(required).asText("").isBlank()) {
            return BreezyError.invalid(request, type, required + " is required.");
        }
        body.properties().forEach(field -> {
            if (!accepted.contains(field.getKey()) || field.getValue().isNull()) {
                request.violation(field.getKey() + " is not accepted, or null");
            }
        });
        for (String number : Set.of("start_year", "end_year", "start_month", "end_month")) {
            if (body.hasNonNull(number) && !body.path(number).isIntegralNumber()) {
                return BreezyError.invalid(request, type, number + " is no whole number");
            }
            int value = body.path(number).asInt(number.endsWith("year") ? 2000 : 1);
            if (number.endsWith("month") && (value < 1 || value > 12)) {
                return BreezyError.invalid(request, type, number + " is no month");
            }
            if (number.endsWith("year") && (value < 1900 || value > 2100)) {
                request.violation(number + " outside 1900 to 2100");
            }
        }
        if (body.hasNonNull("start_year")
                && body.hasNonNull("end_year")
                && months(body, "end") < months(body, "start")) {
            request.violation("an end before the start");
        }
        ObjectNode entry = stored(body);
        for (JsonNode other : stored.path(list)) {
            if (same(other, entry)) {
                request.violation("an identical entry of " + list + " is already there");
            }
        }
        return null;
    }

    /** Adds the entry; or puts it in place of one with the same name, as one source claims (U17). */
    void apply(ObjectNode body, ObjectNode detail, boolean upsert) {
        ArrayNode entries = BreezyCandidate.list(detail, list);
        ObjectNode entry = stored(body);
        for (int i = 0; upsert && i < entries.size(); i++) {
            if (entries.get(i).path(required).equals(entry.path(required))) {
                entries.set(i, entry);
                return;
            }
        }
        entries.add(entry);
    }

    /** What is written with a month and a year of its own is read as a date object, except for educations. */
    private ObjectNode stored(JsonNode body) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        body.properties().stream()
                .filter(field -> accepted.contains(field.getKey()))
                .filter(field -> this == EDUCATION || !field.getKey().matches("(start|end)_.*"))
                .forEach(field -> entry.set(field.getKey(), field.getValue()));
        entry.put("is_current", this == WORK && !body.hasNonNull("end_year"));
        if (this == WORK) {
            date(body, entry, "start");
            date(body, entry, "end");
        }
        return entry;
    }

    private static void date(JsonNode body, ObjectNode entry, String which) {
        if (body.hasNonNull(which + "_year")) {
            ObjectNode date = entry.putObject(which + "_date");
            if (body.hasNonNull(which + "_month")) {
                date.set("month", body.get(which + "_month"));
            }
            date.set("year", body.get(which + "_year"));
        }
    }

    private static int months(JsonNode body, String which) {
        int latest = which.equals("end") ? 12 : 1;
        return body.path(which + "_year").asInt() * 12
                + body.path(which + "_month").asInt(latest);
    }

    /** A degree is read but cannot be written, and a missing value is as good as an empty one: neither tells two entries apart. */
    private static boolean same(JsonNode one, JsonNode other) {
        return comparable(one).equals(comparable(other));
    }

    private static ObjectNode comparable(JsonNode entry) {
        ObjectNode comparable = JsonNodeFactory.instance.objectNode();
        entry.properties().stream()
                .filter(field -> !field.getKey().equals("degree"))
                .filter(field -> field.getValue().isContainerNode()
                        || !field.getValue().isNull()
                                && !field.getValue().asText().isEmpty())
                .forEach(field -> comparable.set(field.getKey(), field.getValue()));
        return comparable;
    }
}
