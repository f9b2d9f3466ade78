package org.hrcamel.sandbox.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What a careful client never does in an edit, although HrFlow tolerates it (HrFlow contract, sections 3.4, 4.2, 7, 9, rule U7). */
final class EditCare {

    private static final Set<String> URL_TYPES = Set.of("from_resume", "linkedin", "twitter", "facebook", "github");
    private static final Pattern ZONED = Pattern.compile(".*(\\+\\d\\d:?\\d\\d|Z|\\.\\d+)$");

    private EditCare() {}

    /**
     * @param sent the body
     * @param read the profile as a read before this edit showed it
     * @param after the profile's editable members as a full replacement makes them
     */
    static void note(ObjectNode sent, ObjectNode read, ObjectNode after, Consumer<String> violation) {
        for (String field : names(read)) {
            if (!sent.has(field)) {
                violation.accept("the edit drops " + field + ", which the profile as read had");
            }
        }
        for (String field : names(sent)) {
            if (!read.has(field) && !ProfileShape.KNOWN.contains(field)) {
                violation.accept("the edit invents the field " + field);
            }
        }
        for (String own : List.of("attachments", "created_at", "reference", "key", "archive")) {
            if (sent.has(own) && !sent.get(own).equals(read.path(own))) {
                violation.accept("the edit changes " + own);
            }
        }
        if (sent.has("updated_at") && !sent.get("updated_at").equals(read.path("updated_at"))) {
            violation.accept("the edit is based on an outdated read");
        }
        erased(sent, read, violation);
        for (String list : List.of("tags", "metadatas")) {
            values(list, sent, read, violation);
        }
        urls(sent.at("/info/urls"), read.at("/info/urls"), violation);
        for (String list : ProfileShape.PERIODS) {
            dates(list, sent.path(list), read.path(list), violation);
        }
        if (essence(after).equals(essence(ProfileShape.editable(read)))) {
            violation.accept("the edit changes nothing");
        }
    }

    private static void erased(ObjectNode sent, ObjectNode read, Consumer<String> violation) {
        for (String field : ProfileShape.EDITABLE) {
            if (sent.has(field) && empty(sent.get(field)) && !empty(read.path(field))) {
                violation.accept("the edit erases " + field);
            }
        }
        for (String field : names(read.path("info"))) {
            if (sent.path("info").isObject()
                    && empty(sent.path("info").path(field))
                    && !empty(read.path("info").path(field))) {
                violation.accept("the edit erases info." + field);
            }
        }
    }

    private static void values(String list, ObjectNode sent, ObjectNode read, Consumer<String> violation) {
        Set<JsonNode> before = new HashSet<>();
        read.path(list).forEach(before::add);
        Set<JsonNode> seen = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (JsonNode element : sent.path(list)) {
            JsonNode value = element.path("value");
            if (!before.contains(element) && !value.isTextual() && !value.isNull()) {
                violation.accept(list + " with a value that is not a string");
            }
            if (!seen.add(element) && !before.contains(element)) {
                violation.accept(list + " with the same element twice");
            }
            names.add(element.path("name").asText());
        }
        if (sent.has(list)
                && before.stream()
                        .anyMatch(old -> !names.contains(old.path("name").asText()))) {
            violation.accept("the edit loses an element of " + list);
        }
    }

    private static void urls(JsonNode sent, JsonNode read, Consumer<String> violation) {
        Set<String> types = new HashSet<>(URL_TYPES);
        read.forEach(url -> types.add(url.path("type").asText()));
        if (sent.isArray()) {
            sent.forEach(url -> {
                if (!types.contains(url.path("type").asText())) {
                    violation.accept("info.urls with the unknown type "
                            + url.path("type").asText());
                }
            });
        }
    }

    private static void dates(String list, JsonNode sent, JsonNode read, Consumer<String> violation) {
        Set<JsonNode> kept = new HashSet<>();
        for (JsonNode period : read) {
            kept.add(period.path("date_start"));
            kept.add(period.path("date_end"));
        }
        for (JsonNode period : sent) {
            for (String date : List.of("date_start", "date_end")) {
                JsonNode value = period.path(date);
                boolean zoned = ZONED.matcher(value.asText()).matches();
                if (value.isTextual() && !kept.contains(value) && zoned) {
                    violation.accept(list + "[]." + date + " with a zone or milliseconds");
                }
            }
        }
    }

    /** What counts as content: without the keys of periods, which HrFlow gives. */
    private static ObjectNode essence(ObjectNode editable) {
        ObjectNode essence = editable.deepCopy();
        for (String list : ProfileShape.PERIODS) {
            essence.path(list).forEach(period -> ((ObjectNode) period).remove("key"));
        }
        return essence;
    }

    /** Objects of nothing but empty values count as empty: places without details, and URLs in the shape from before 2022. */
    private static boolean empty(JsonNode value) {
        if (value.isObject()) {
            for (JsonNode member : value) {
                if (!empty(member)) {
                    return false;
                }
            }
            return true;
        }
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank())
                || (value.isArray() && value.isEmpty());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
