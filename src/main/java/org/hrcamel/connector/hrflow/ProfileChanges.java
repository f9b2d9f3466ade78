package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrcamel.workflow.Change;
import org.jspecify.annotations.Nullable;

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
        if (after.isObject() && (before.isObject() || isEmpty(before))) {
            before.properties().forEach(field -> member(path, field.getKey(), field.getValue(), after));
            after.properties().stream()
                    .filter(field -> !before.has(field.getKey()))
                    .forEach(field -> member(path, field.getKey(), before.path(field.getKey()), after));
        } else if (!isSame(before, after)) {
            if (BY_NAME.contains(path)) {
                named(path, before, after);
            } else {
                changes.add(new Change(path, known(before), known(after)));
            }
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private void member(String path, String name, JsonNode before, JsonNode after) {
        // What a merge left alone is the same object.
        if (before != after.get(name)) {
            compare(path.isEmpty() ? name : path + "." + name, before, after.path(name));
        }
    }

    private void named(String path, JsonNode before, JsonNode after) {
        Map<String, ArrayNode> old = byName(before);
        Map<String, ArrayNode> now = byName(after);
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            JsonNode was = value(old.get(name));
            JsonNode is = value(now.get(name));
            if (!isSame(was, is)) {
                changes.add(new Change(path + "." + name, was, is));
            }
        }
    }

    private static Map<String, ArrayNode> byName(JsonNode tags) {
        Map<String, ArrayNode> values = new LinkedHashMap<>();
        for (JsonNode tag : tags) {
            values.computeIfAbsent(tag.path("name").asText(), unknown -> JsonNodeFactory.instance.arrayNode())
                    .add(known(tag.path("value")));
        }
        return values;
    }

    /** The value of a name, or all of them when the name stands there several times. */
    private static JsonNode value(@Nullable ArrayNode values) {
        if (values == null) {
            return NullNode.getInstance();
        }
        return values.size() > 1 ? values : values.get(0);
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
