package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Objects;

/** A request that Harvest v3 answers with 422; carries the one element of the body's {@code errors}. */
final class Unprocessable extends RuntimeException {

    private final transient JsonNode error;

    /** An error as plain text. */
    Unprocessable(String error) {
        super(error);
        this.error = JsonNodeFactory.instance.textNode(error);
    }

    /** An error as {@code {parameter: message}}, the other documented form (Greenhouse contract, section 5). */
    Unprocessable(String parameter, String message) {
        super(parameter + ": " + message);
        this.error = JsonNodeFactory.instance.objectNode().put(parameter, message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    JsonNode error() {
        return error;
    }
}
