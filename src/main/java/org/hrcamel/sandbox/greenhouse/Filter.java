package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What one query parameter of a v3 list accepts and which rows it keeps.
 *
 * <p>A value of the wrong form is {@link Unprocessable}: the contract shows 422 for values out of range (section 5).
 */
interface Filter {

    Predicate<ObjectNode> parse(String value);

    /** At most 50 ids, separated by commas (Greenhouse contract, section 2.1). */
    record Ids(String parameter, String field) implements Filter {

        Set<Long> ids(String value) {
            if (!value.matches("[0-9]{1,18}(,[0-9]{1,18})*")) {
                throw new Unprocessable(parameter, "`" + value + "` is not a comma separated list of integers");
            }
            Set<Long> ids = new LinkedHashSet<>();
            Arrays.stream(value.split(",")).map(Long::valueOf).forEach(ids::add);
            if (value.split(",").length > 50) {
                throw new Unprocessable(parameter, "array size is greater than: 50");
            }
            return ids;
        }

        @Override
        public Predicate<ObjectNode> parse(String value) {
            Set<Long> ids = ids(value);
            return row -> {
                JsonNode found = row.path(field);
                if (found.isArray()) {
                    return any(found, element -> ids.contains(element.asLong()));
                }
                return found.isIntegralNumber() && ids.contains(found.asLong());
            };
        }
    }

    /** One id; matches a field with that number, or a list that holds it. */
    static Filter id(String parameter, String field) {
        return value -> {
            if (!value.matches("[0-9]{1,18}")) {
                throw new Unprocessable(parameter, "`" + value + "` is not an integer");
            }
            return new Ids(parameter, field).parse(value);
        };
    }

    /** Lower-case {@code true} or {@code false} (section 9, item 6). */
    static Filter flag(String parameter, String field) {
        return value -> {
            boolean wanted = bool(parameter, value);
            return row -> row.path(field).isBoolean() && row.path(field).asBoolean() == wanted;
        };
    }

    private static boolean bool(String parameter, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new Unprocessable(parameter, "`" + value + "` is not a boolean");
        }
        return value.equals("true");
    }

    /** True includes private candidates, false leaves them out: the first of the two readings in section 2.2. */
    static Filter includePrivate() {
        return value -> {
            boolean include = bool("private", value);
            return row -> include || !row.path("private").asBoolean();
        };
    }

    static Filter text(String field) {
        return value ->
                row -> row.path(field).isTextual() && row.path(field).asText().equals(value);
    }

    /** Any of the person's addresses, without regard to case (section 2.2). */
    static Filter email() {
        return value -> row -> any(
                row.path("email_addresses"),
                address -> address.path("value").asText("").equalsIgnoreCase(value));
    }

    static Filter tag() {
        return value -> row -> any(row.path("tags"), tag -> tag.asText().equals(value));
    }

    /** One word of a closed list; the word in the query may differ from the one in the row (section 2.5). */
    static Filter choice(String parameter, String field, Map<String, String> rowValues) {
        return value -> {
            String wanted = rowValues.get(value);
            if (wanted == null) {
                throw new Unprocessable(
                        parameter, "value must be one of: " + String.join(", ", new TreeSet<>(rowValues.keySet())));
            }
            return row -> row.path(field).asText("").equals(wanted);
        };
    }

    private static boolean any(JsonNode array, Predicate<JsonNode> wanted) {
        for (JsonNode element : array) {
            if (wanted.test(element)) {
                return true;
            }
        }
        return false;
    }
}
