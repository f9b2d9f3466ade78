package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.jspecify.annotations.Nullable;

/** A jq program: the last of its outputs, or null when it has none. Thread safe. */
final class JqFunction implements UnaryOperator<JsonNode> {

    /** Loaded with the first program only: it takes longer than all the rest. */
    private static final class Builtins {
        static final Scope SCOPE = Scope.newEmptyScope();

        static {
            BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_6, SCOPE);
        }
    }

    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");
    private static final Pattern TOKEN = Pattern.compile("Encountered \"\\s*\"?(.+?)\"? ");

    private final JsonQuery program;

    /**
     * @throws MalformedProgram when the program does not compile
     */
    JqFunction(String program) {
        try {
            this.program = JsonQuery.compile(program, Versions.JQ_1_6);
        } catch (JsonQueryException malformed) {
            throw malformed(malformed);
        } catch (StackOverflowError tooDeep) {
            throw new MalformedProgram("is no jq program: it is nested too deeply", 1, 1);
        }
    }

    /** The parser tells the place in words only, and after it a list of everything that may stand there. */
    private static MalformedProgram malformed(JsonQueryException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = String.valueOf(cause.getMessage());
        Matcher place = PLACE.matcher(message);
        boolean placed = place.find();
        int line = placed ? Integer.parseInt(place.group(1)) : 1;
        int column = placed ? Integer.parseInt(place.group(2)) : 1;
        Matcher token = TOKEN.matcher(message);
        String what = "it cannot be read";
        if (message.contains("\"<EOF>\"")) {
            what = "it ends too early";
        } else if (token.find()) {
            what = token.group(1) + " is not expected there";
        }
        // An empty program is said to end in line 0.
        return new MalformedProgram("is no jq program: " + what, Math.max(1, line), Math.max(1, column));
    }

    /** The last output; null when there is none. */
    @Override
    public @Nullable JsonNode apply(JsonNode item) {
        @Nullable JsonNode[] last = new JsonNode[1];
        try {
            program.apply(Scope.newChildScope(Builtins.SCOPE), item, output -> last[0] = output);
        } catch (JsonQueryException failure) {
            throw new FunctionFailed("the jq program failed on this item; HRCAMEL_LOG_LEVEL=DEBUG tells why", failure);
        }
        return last[0];
    }
}
