package org.hrcamel.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.hrcamel.http.Durations;
import org.jspecify.annotations.Nullable;

/**
 * The one declaration of a parameter: parsing, messages, {@code describe} and the generated documentation all come from it.
 * Immutable; compared by identity.
 *
 * @param <T> type of a parsed value
 */
public final class Parameter<T> {

    private final String name;
    private final String type;
    private final String description;
    private final Function<String, T> parser;
    private final boolean required;
    private final boolean secret;
    private final @Nullable String defaultText;
    private final List<String> allowed;

    private Parameter(
            String name,
            String type,
            String description,
            Function<String, T> parser,
            boolean required,
            boolean secret,
            @Nullable String defaultText,
            List<String> allowed) {
        this.name = name;
        this.type = type;
        this.description = description;
        this.parser = parser;
        this.required = required;
        this.secret = secret;
        this.defaultText = defaultText;
        this.allowed = allowed;
    }

    private static <T> Parameter<T> of(String name, String type, String description, Function<String, T> parser) {
        return new Parameter<>(name, type, description, parser, false, false, null, List.of());
    }

    public static Parameter<String> text(String name, String description) {
        return of(name, "string", description, Function.identity());
    }

    /** {@code true} or {@code false}. */
    public static Parameter<Boolean> flag(String name, String description) {
        return of(name, "boolean", description, value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        });
    }

    public static Parameter<Integer> integer(String name, int min, int max, String description) {
        return of(name, "integer", description, value -> {
            int number;
            try {
                number = Integer.parseInt(value);
            } catch (NumberFormatException malformed) {
                throw new IllegalArgumentException("is not a whole number");
            }
            if (number < min || number > max) {
                throw new IllegalArgumentException("is not between " + min + " and " + max);
            }
            return number;
        });
    }

    /** Comma separated, or one key an element: {@code name[0]}, {@code name[1]}, … */
    public static Parameter<List<String>> list(String name, String description) {
        return of(
                name,
                "array",
                description,
                value -> Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(element -> !element.isEmpty())
                        .toList());
    }

    /** A calendar day in one form, such as {@code uuuu-MM-dd}. */
    public static Parameter<LocalDate> day(String name, String pattern, String description) {
        DateTimeFormatter form =
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        String shown = pattern.replace('u', 'Y').replace('d', 'D');
        return of(name, "string", description, value -> {
            try {
                return LocalDate.parse(value, form);
            } catch (DateTimeParseException malformed) {
                throw new IllegalArgumentException("is not a day in the form " + shown);
            }
        });
    }

    /** A moment in ISO 8601, with an offset, or without one in UTC, or a day alone, which means its start in UTC. */
    public static Parameter<Instant> instant(String name, String description) {
        return of(name, "string", description, value -> {
            try {
                return value.length() == 10
                        ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(
                                        value.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") ? withColon(value) : value + "Z")
                                .toInstant();
            } catch (DateTimeParseException malformed) {
                throw new IllegalArgumentException("is not an ISO 8601 time such as 2026-11-01T00:00:00Z");
            }
        });
    }

    private static String withColon(String value) {
        return value.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    }

    /** A time span such as {@code 500ms}, {@code 30s}, {@code 10m} or {@code 2h}. */
    public static Parameter<Duration> duration(String name, String description) {
        return of(name, "duration", description, Durations::parse);
    }

    /** A value of any other type: the parser throws {@link IllegalArgumentException} with the end of a sentence. */
    public static <T> Parameter<T> custom(String name, String type, String description, Function<String, T> parser) {
        return of(name, type, description, parser);
    }

    public Parameter<T> asRequired() {
        return new Parameter<>(name, type, description, parser, true, secret, defaultText, allowed);
    }

    /** Never shown: not in logs, errors, JMX, {@code describe} or route dumps. */
    public Parameter<T> asSecret() {
        return new Parameter<>(name, type, description, parser, required, true, defaultText, allowed);
    }

    /** The value as an operator would write it, used when the key is missing or empty; null for none. */
    public Parameter<T> orElse(@Nullable String text) {
        return new Parameter<>(name, type, description, parser, required, secret, text, allowed);
    }

    /** The only values (for a list: elements) that are accepted. */
    public Parameter<T> oneOf(String... values) {
        return new Parameter<>(name, type, description, parser, required, secret, defaultText, List.of(values));
    }

    public String name() {
        return name;
    }

    /** {@code string}, {@code integer}, {@code boolean}, {@code array}, {@code duration}, … */
    public String type() {
        return type;
    }

    public String description() {
        return description;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isSecret() {
        return secret;
    }

    public boolean isList() {
        return type.equals("array");
    }

    public Optional<String> defaultText() {
        return Optional.ofNullable(defaultText);
    }

    public List<String> allowed() {
        return allowed;
    }

    /**
     * Parses a value.
     *
     * @throws IllegalArgumentException with the end of a sentence that begins with the key, such as "is not a whole number"
     */
    public T parse(String value) {
        T parsed = parser.apply(value);
        check(parsed instanceof List<?> list ? list : List.of(value));
        return parsed;
    }

    /** Checks elements against the allowed values and returns them. */
    List<?> check(List<?> elements) {
        if (!allowed.isEmpty() && !allowed.containsAll(elements)) {
            throw new IllegalArgumentException("is not one of " + String.join(", ", allowed));
        }
        return elements;
    }

    @Override
    public String toString() {
        return name;
    }
}
