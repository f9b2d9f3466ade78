package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells which element of HrFlow's list is the same as one of the system's: an experience, a school, a skill. */
final class SameEntries {

    /** Surest sign first. */
    private static final List<BiPredicate<JsonNode, JsonNode>> SAMENESS = List.of(
            (a, b) -> alike(a, b, "title", "company", "school", "name", "date_start"),
            (a, b) -> alike(a, b, "title", "company", "school", "name"),
            SameEntries::holds);

    private SameEntries() {}

    /**
     * What HrFlow holds of each element, or null. A sign is tried for all elements before the next one, lest an element with an unsure
     * sign takes what surely belongs to another.
     */
    static JsonNode[] of(JsonNode present, List<JsonNode> elements) {
        List<JsonNode> unused = new ArrayList<>();
        present.forEach(unused::add);
        JsonNode[] same = new JsonNode[elements.size()];
        for (BiPredicate<JsonNode, JsonNode> sameness : SAMENESS) {
            for (int i = 0; i < same.length; i++) {
                JsonNode element = elements.get(i);
                if (same[i] == null) {
                    same[i] = take(unused, candidate -> candidate.isObject() && sameness.test(candidate, element));
                }
            }
        }
        return same;
    }

    private static @Nullable JsonNode take(List<JsonNode> unused, Predicate<JsonNode> wanted) {
        for (int i = 0; i < unused.size(); i++) {
            if (wanted.test(unused.get(i))) {
                return unused.remove(i);
            }
        }
        return null;
    }

    /** For elements without any of these names: HrFlow gives what it stores further fields, such as a key. */
    private static boolean holds(JsonNode present, JsonNode element) {
        return element.isObject()
                && ProfileChanges.between(present, ProfileMerge.laidOver(present, element))
                        .isEmpty();
    }

    private static boolean alike(JsonNode a, JsonNode b, String... fields) {
        boolean any = false;
        for (String field : fields) {
            String left = a.path(field).asText("").strip();
            String right = b.path(field).asText("").strip();
            if (!left.equalsIgnoreCase(right)) {
                return false;
            }
            any |= !left.isEmpty();
        }
        return any;
    }
}
