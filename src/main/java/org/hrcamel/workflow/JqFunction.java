package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** A jq program: the last of its outputs, or null when it has none. Thread safe. */
final class JqFunction implements UnaryOperator<JsonNode> {

    /** Loaded with the first program only: it takes longer than all the rest. */
    private static final class Builtins {
        static final Scope SCOPE = Scope.newEmptyScope();

        static {
            BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_6, SCOPE);
        }
    }

    private final JsonQuery program;

    /**
     * @throws IllegalArgumentException with the end of a sentence, when the program does not compile
     */
    JqFunction(String program) {
        try {
            this.program = JsonQuery.compile(program, Versions.JQ_1_6);
        } catch (JsonQueryException malformed) {
            throw new IllegalArgumentException("is no jq program: " + firstLine(malformed.getMessage()));
        }
    }

    private static String firstLine(String message) {
        return message == null ? "unknown error" : message.lines().findFirst().orElse("");
    }

    @Override
    public JsonNode apply(JsonNode item) {
        JsonNode[] last = new JsonNode[1];
        try {
            program.apply(Scope.newChildScope(Builtins.SCOPE), item, output -> last[0] = output);
        } catch (JsonQueryException failure) {
            throw new FunctionFailed("the jq program failed on this item; HRCAMEL_LOG_LEVEL=DEBUG tells why", failure);
        }
        return last[0];
    }
}
