package org.hrcamel.connector.jazzhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes the texts out of an applicant by which JazzHR says that there is no value, such as {@code No answer} (JazzHR contract, U13):
 * left in, they would be written over what HrFlow knows. Immutable.
 */
final class Placeholders {

    private final Optional<Pattern> whole;
    private final Optional<Pattern> within;

    /**
     * @param texts compared with whole values, upper or lower case; those in parentheses are also cut out of longer texts
     */
    Placeholders(List<String> texts) {
        this.whole = anyOf(texts);
        this.within = anyOf(texts.stream()
                .filter(text -> text.startsWith("(") && text.endsWith(")"))
                .toList());
    }

    private static Optional<Pattern> anyOf(List<String> texts) {
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(
                        texts.stream().map(Pattern::quote).collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** Replaces every placeholder by null, in nested collections too. */
    void removeFrom(ObjectNode applicant) {
        for (Map.Entry<String, JsonNode> field : applicant.properties()) {
            field.setValue(without(field.getValue()));
        }
    }

    private JsonNode without(JsonNode value) {
        if (value instanceof ObjectNode object) {
            removeFrom(object);
        } else if (value instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                array.set(at, without(array.get(at)));
            }
        }
        return value.isTextual() ? without(value.asText(), value) : value;
    }

    private JsonNode without(String text, JsonNode same) {
        if (whole.isPresent() && whole.get().matcher(text.strip()).matches()) {
            return NullNode.getInstance();
        }
        if (within.isEmpty() || !within.get().matcher(text).find()) {
            return same;
        }
        String rest = within.get()
                .matcher(text)
                .replaceAll(" ")
                .replaceAll(" {2,}", " ")
                .strip();
        return rest.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(rest);
    }
}
