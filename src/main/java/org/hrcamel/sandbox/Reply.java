package org.hrcamel.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a simulated vendor answers.
 *
 * @param body never null, empty for no body
 * @param cut whether the connection is broken halfway through the body
 */
public record Reply(int status, Map<String, String> headers, byte[] body, boolean cut) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Reply json(int status, JsonNode body) {
        try {
            return of(status, "application/json; charset=utf-8", JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** JSON given as text, for the short bodies of errors. */
    public static Reply json(int status, String body) {
        return of(status, "application/json; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply text(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", contentType), body, false);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0], false);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, cut);
    }

    /** The same answer, with the connection broken after half of the body. */
    public Reply cutShort() {
        return new Reply(status, headers, body, true);
    }
}
