package org.hrcamel.sandbox.breezyhr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/** The bodies of Breezy HR's errors (Breezy HR contract, section 5). */
final class BreezyError {

    private BreezyError() {}

    /** The usual form, in which {@code type} is the stable part. */
    static Reply typed(int status, String type, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("type", type).put("message", message);
        return Reply.json(status, body);
    }

    /** The form of older endpoints: only a text. */
    static Reply plain(int status, String message) {
        return Reply.json(status, JsonNodeFactory.instance.objectNode().put("error", message));
    }

    static Reply notFound(Request request) {
        request.violation("no such endpoint for " + request.method());
        return typed(404, "notFound", "not found.");
    }

    /** A body that no careful client sends: noted and refused. */
    static Reply invalid(Request request, String type, String message) {
        request.violation(message);
        return typed(400, type, message);
    }
}
