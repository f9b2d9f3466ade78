package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists of {@code {name, value}} whose elements are told apart by name: tags and metadatas. */
final class NamedValues {

    private NamedValues() {}

    /** The present list with the values of these names replaced in their old places, and new names at the end. */
    static ArrayNode upsert(JsonNode present, JsonNode values) {
        List<JsonNode> told = new ArrayList<>();
        Map<String, List<JsonNode>> byName = new HashMap<>();
        for (JsonNode value : values) {
            if (!ProfileMerge.isNothing(value.path("value"))) {
                JsonNode text = asText(value);
                told.add(text);
                byName.computeIfAbsent(name(text), unknown -> new ArrayList<>()).add(text);
            }
        }
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        Set<String> placed = new HashSet<>();
        for (JsonNode element : present) {
            String name = name(element);
            if (!byName.containsKey(name)) {
                result.add(element);
            } else if (placed.add(name)) {
                // In its old place, so that an unchanged list stays as it is.
                result.addAll(byName.get(name));
            }
        }
        told.stream().filter(value -> !placed.contains(name(value))).forEach(result::add);
        return result;
    }

    /** HrFlow's clients write texts alone as values, so a number or flag of the operator's format becomes one. */
    private static JsonNode asText(JsonNode value) {
        JsonNode content = value.path("value");
        return content.isNumber() || content.isBoolean()
                ? ((ObjectNode) value.deepCopy()).put("value", content.asText())
                : value;
    }

    private static String name(JsonNode element) {
        return element.path("name").asText();
    }
}
