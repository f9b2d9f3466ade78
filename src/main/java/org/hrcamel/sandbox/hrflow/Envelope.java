package org.hrcamel.sandbox.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hrcamel.sandbox.Reply;

/** The envelope of every answer, with the HTTP status mirrored in {@code code} (HrFlow contract, section 1). */
final class Envelope {

    static final String NO_SOURCE = "Invalid parameters. Unable to find object: source";
    static final String NO_PROFILE = "Invalid parameters. Unable to find object: profile";
    static final String INVALID_SOURCE_FIELDS = "Invalid source fields";

    private Envelope() {}

    static Reply data(int code, String message, JsonNode data) {
        ObjectNode envelope = of(code, message);
        envelope.set("data", data);
        return Reply.json(code, envelope);
    }

    static Reply list(String message, ObjectNode meta, JsonNode data) {
        ObjectNode envelope = of(200, message);
        envelope.set("meta", meta);
        envelope.set("data", data);
        return Reply.json(200, envelope);
    }

    /** An error has neither data nor meta. */
    static Reply failure(int code, String message) {
        return Reply.json(code, of(code, message));
    }

    private static ObjectNode of(int code, String message) {
        return JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
    }
}
