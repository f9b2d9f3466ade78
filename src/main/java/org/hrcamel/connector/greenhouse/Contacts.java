package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The typed values of one kind that a candidate has, such as phone numbers, the one to use first in front.
 *
 * @param values each once, in Greenhouse's own order
 * @param best null when there are none
 */
record Contacts(Set<String> values, @Nullable String best) {

    private static final String SKYPE = "skype";

    private record Contact(String value, String type) {}

    static Contacts emails(JsonNode rows) {
        return of(
                rows,
                List.of("personal", "other", "", "work"),
                row -> row.value().contains("@"));
    }

    /** Skype names stand among the phone numbers; "n/a" and the like are none. */
    static Contacts phones(JsonNode rows) {
        return of(
                rows,
                List.of("mobile", "home", "other", "", "work"),
                row -> !row.type().equals(SKYPE) && row.value().chars().anyMatch(Character::isDigit));
    }

    /** Each in one line. */
    static Contacts addresses(JsonNode rows) {
        return of(rows, List.of("home", "other", "", "work"), row -> true);
    }

    static Set<String> skype(JsonNode rows) {
        return of(rows, List.of(), row -> row.type().equals(SKYPE)).values();
    }

    /**
     * @param order types from best to worst; the empty one stands for types that are missing or unheard of
     */
    private static Contacts of(JsonNode rows, List<String> order, Predicate<Contact> accepted) {
        List<Contact> contacts = new ArrayList<>();
        for (JsonNode row : rows) {
            Contact contact = contact(row);
            if (!contact.value().isEmpty() && accepted.test(contact)) {
                contacts.add(contact);
            }
        }
        String best = contacts.stream()
                .min(Comparator.comparingInt(contact -> rank(order, contact.type())))
                .map(Contact::value)
                .orElse(null);
        return new Contacts(
                contacts.stream().map(Contact::value).collect(Collectors.toCollection(LinkedHashSet::new)), best);
    }

    private static int rank(List<String> order, String type) {
        return order.contains(type) ? order.indexOf(type) : order.indexOf("");
    }

    private static Contact contact(JsonNode row) {
        String value = GreenhouseProfile.text(row, "value");
        String type = GreenhouseProfile.text(row, "type");
        return new Contact(value == null ? "" : oneLine(value), type == null ? "" : type.toLowerCase(Locale.ROOT));
    }

    private static String oneLine(String value) {
        return value.lines()
                .map(String::strip)
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** All of them, or null when the best one is all there is. */
    @Nullable
    String several(String separator) {
        return values.size() > 1 ? String.join(separator, values) : null;
    }
}
