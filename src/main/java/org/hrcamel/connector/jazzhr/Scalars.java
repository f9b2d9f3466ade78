package org.hrcamel.connector.jazzhr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** JazzHR's loose types: any scalar may stand for a text, one element for a list (JazzHR contract, section 2.2 and U12). */
final class Scalars {

    private Scalars() {}

    /** The field as stripped text, empty when it has none; {@code false} is how JazzHR writes some of its missing values. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        boolean told = value.isValueNode() && !value.isNull() && !(value.isBoolean() && !value.booleanValue());
        return told ? value.asText().strip() : "";
    }

    /** The elements of a collection that comes as an array, as its only element, or as nothing. */
    static List<JsonNode> elements(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isObject()) {
            return value.isEmpty() ? List.of() : List.of(value);
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(element -> {
            if (element.isObject() && !element.isEmpty()) {
                elements.add(element);
            }
        });
        return elements;
    }
}
