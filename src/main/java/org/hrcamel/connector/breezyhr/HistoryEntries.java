package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.StreamSupport;

/**
 * Finds which educations or jobs a candidate does not have yet. Entries can be added but neither changed nor deleted, and adding twice
 * may double them (Breezy HR contract, section 10, U17), so each present entry answers for one wanted entry of the same place, title
 * and start; dates that one side does not tell count as the same.
 */
final class HistoryEntries {

    private HistoryEntries() {}

    /**
     * An entry in the form that Breezy HR accepts: blank texts, implausible years and an end before the start are left out (U18).
     *
     * @return empty without a school or company
     */
    static Optional<ObjectNode> accepted(HistoryKind kind, JsonNode entry) {
        String place = entry.path(kind.place()).asText("").strip();
        if (place.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode accepted = JsonNodeFactory.instance.objectNode().put(kind.place(), place);
        for (String name : kind.texts()) {
            String text = entry.path(name).asText("").strip();
            if (!text.isEmpty()) {
                accepted.put(name, text);
            }
        }
        EntryDate start = plausible(EntryDate.of(entry, "start"));
        EntryDate end = plausible(EntryDate.of(entry, "end"));
        start.put(accepted, "start", kind.months());
        if (!(start.isKnown() && end.isBefore(start))) {
            end.put(accepted, "end", kind.months());
        }
        return Optional.of(accepted);
    }

    private static EntryDate plausible(EntryDate date) {
        return date.isPlausible() ? date : EntryDate.UNKNOWN;
    }

    /**
     * The wanted entries that the candidate lacks, each once.
     *
     * @param present the candidate's list as read, perhaps null or missing
     */
    static List<ObjectNode> missing(HistoryKind kind, List<ObjectNode> wanted, JsonNode present) {
        List<JsonNode> unused = new ArrayList<>(
                StreamSupport.stream(present.spliterator(), false).toList());
        List<ObjectNode> missing = new ArrayList<>(wanted.stream().distinct().toList());
        // The surest pairs first, so that an entry without dates does not answer for one that has its own.
        for (BiPredicate<JsonNode, JsonNode> sameTime : SAME_TIME) {
            missing.removeIf(entry -> take(unused, other -> isSame(kind, entry, other) && sameTime.test(entry, other)));
        }
        return missing;
    }

    private static boolean take(List<JsonNode> unused, java.util.function.Predicate<JsonNode> isSame) {
        Optional<JsonNode> same = unused.stream().filter(isSame).findFirst();
        same.ifPresent(unused::remove);
        return same.isPresent();
    }

    private static boolean isSame(HistoryKind kind, JsonNode entry, JsonNode other) {
        return folded(entry, kind.place()).equals(folded(other, kind.place()))
                && folded(entry, kind.title()).equals(folded(other, kind.title()));
    }

    private static String folded(JsonNode entry, String field) {
        return entry.path(field).asText("").strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static final List<BiPredicate<JsonNode, JsonNode>> SAME_TIME = List.of(
            (entry, other) -> EntryDate.of(entry, "start").equals(EntryDate.of(other, "start"))
                    && EntryDate.of(entry, "end").equals(EntryDate.of(other, "end")),
            (entry, other) -> {
                EntryDate start = EntryDate.of(entry, "start");
                return start.isKnown() && start.equals(EntryDate.of(other, "start"));
            },
            HistoryEntries::mayBeSameTime);

    private static boolean mayBeSameTime(JsonNode entry, JsonNode other) {
        for (String which : List.of("start", "end")) {
            EntryDate date = EntryDate.of(entry, which);
            EntryDate others = EntryDate.of(other, which);
            if (date.isKnown() && others.isKnown()) {
                return date.agrees(others);
            }
        }
        return true;
    }
}
