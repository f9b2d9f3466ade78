package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The links of a profile, which HrFlow gives as a list of {@code {type, url}}, or in data from before 2022 as an object from type to
 * url or urls (HrFlow contract, section 2.3).
 */
public final class ProfileLinks {

    private ProfileLinks() {}

    /** The links as {@code {type, url}} objects. */
    public static List<JsonNode> list(JsonNode urls) {
        List<JsonNode> links = new ArrayList<>();
        if (urls.isArray()) {
            urls.forEach(links::add);
        }
        if (urls.isObject()) {
            for (Map.Entry<String, JsonNode> entry : urls.properties()) {
                Iterable<JsonNode> values = entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue());
                values.forEach(value -> {
                    if (!value.asText("").isBlank()) {
                        links.add(link(entry.getKey(), value.asText()));
                    }
                });
            }
        }
        return links;
    }

    private static ObjectNode link(String type, String url) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("url", url);
    }
}
