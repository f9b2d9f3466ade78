package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The place after one page of a v3 list, with the filters and the page size that belong to it (Greenhouse contract, section 2.1).
 *
 * @param after id of the last row of the page before
 * @param parameters the first page's query, without the cursor
 */
record Cursor(String resource, long after, Map<String, String> parameters) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The opaque text that a Link header carries. */
    String text() {
        ObjectNode node = JSON.createObjectNode();
        node.put("resource", resource).put("after", after);
        parameters.forEach(node.putObject("query")::put);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if the text is no cursor of this resource. */
    static Optional<Cursor> parse(String resource, String text) {
        try {
            JsonNode node = JSON.readTree(Base64.getUrlDecoder().decode(text));
            if (node == null || !node.path("resource").asText().equals(resource) || !node.has("after")) {
                return Optional.empty();
            }
            Map<String, String> parameters = new LinkedHashMap<>();
            node.path("query")
                    .properties()
                    .forEach(entry ->
                            parameters.put(entry.getKey(), entry.getValue().asText()));
            return Optional.of(new Cursor(resource, node.path("after").asLong(), parameters));
        } catch (IOException | IllegalArgumentException notACursor) {
            return Optional.empty();
        }
    }
}
