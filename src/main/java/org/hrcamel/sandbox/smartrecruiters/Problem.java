package org.hrcamel.sandbox.smartrecruiters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;
import org.hrcamel.sandbox.Reply;

/** Error answers (SmartRecruiters contract, section 5). */
final class Problem {

    /** What a search refuses, with the parameter's name in the message. */
    static final class BadParameter extends Exception {
        private static final long serialVersionUID = 1;

        BadParameter(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    private Problem() {}

    static Reply of(int status, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", message);
        body.putArray("errors").addObject().put("code", code).put("message", message);
        return Reply.json(status, body);
    }

    static Reply notFound(String what) {
        return of(404, what.toUpperCase(Locale.ROOT) + "_NOT_FOUND", what + " not found");
    }
}
