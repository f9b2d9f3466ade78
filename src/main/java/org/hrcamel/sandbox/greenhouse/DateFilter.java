package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A date filter such as {@code gte|2024-01-01T00:00:00Z} (Greenhouse contract, section 2.1).
 *
 * @param twoSided whether {@code gte|A|lte|B} is understood too, which is uncertain
 */
record DateFilter(String parameter, String field, boolean twoSided) implements Filter {

    private static final Set<String> OPERATORS = Set.of("gte", "gt", "lte", "lt");

    @Override
    public Predicate<ObjectNode> parse(String value) {
        String[] parts = value.split("\\|", -1);
        if (parts.length == 2) {
            return side(parts[0], parts[1]);
        }
        if (parts.length == 4 && twoSided) {
            return side(parts[0], parts[1]).and(side(parts[2], parts[3]));
        }
        throw refusal(value);
    }

    private Predicate<ObjectNode> side(String operator, String time) {
        if (!OPERATORS.contains(operator)) {
            throw refusal(operator + "|" + time);
        }
        Instant bound = instant(time, () -> refusal(operator + "|" + time));
        return row -> {
            String text = row.path(field).asText("");
            if (text.isEmpty() || row.path(field).isNull()) {
                return false;
            }
            int order = instant(text, () -> refusal(text)).compareTo(bound);
            return switch (operator) {
                case "gte" -> order >= 0;
                case "gt" -> order > 0;
                case "lte" -> order <= 0;
                default -> order < 0;
            };
        };
    }

    private Unprocessable refusal(String value) {
        return new Unprocessable(parameter, "`" + value + "` does not match `operator|timestamp`");
    }

    private static Instant instant(String text, Supplier<Unprocessable> refusal) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            throw refusal.get();
        }
    }
}
