package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hrcamel.workflow.Change;

/** Finds which fields of a profile differ: objects field by field, tags and metadatas by name, other lists as a whole. */
final class ProfileChanges {

    private static final Set<String> BY_NAME = Set.of("tags", "metadatas");

    private final List<Change> changes = new ArrayList<>();

    private ProfileChanges() {}

    static List<Change> between(JsonNode before, JsonNode after) {
        ProfileChanges found = new ProfileChanges();
        found.compare("", before, after);
        return found.changes;
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (isSame(before, after)) {
            return;
        }
        if (after.isObject() && (before.isObject() || isEmpty(before))) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(
                    name -> compare(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name)));
        } else if (BY_NAME.contains(path)) {
            named(path, before, after);
        } else {
            changes.add(new Change(path, known(before), known(after)));
        }
    }

    private void named(String path, JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.forEach(tag -> names.add(tag.path("name").asText()));
        after.forEach(tag -> names.add(tag.path("name").asText()));
        for (String name : names) {
            JsonNode old = value(before, name);
            JsonNode now = value(after, name);
            if (!isSame(old, now)) {
                changes.add(new Change(path + "." + name, old, now));
            }
        }
    }

    /** The value of this name, or all of them when the name stands there several times. */
    private static JsonNode value(JsonNode tags, String name) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (JsonNode tag : tags) {
            if (tag.path("name").asText().equals(name)) {
                values.add(known(tag.path("value")));
            }
        }
        return values.size() > 1 ? values : known(values.path(0));
    }

    private static JsonNode known(JsonNode node) {
        return node.isMissingNode() ? NullNode.getInstance() : node;
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isArray() && node.isEmpty();
    }

    /** Equal, where 48.85 is 48.850 and a missing field is a null one. */
    private static boolean isSame(JsonNode a, JsonNode b) {
        return known(a).equals(ProfileChanges::order, known(b));
    }

    private static int order(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    }
}
