package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a search for one person asks for: an e-mail address, or the names of somebody who has none. How it matches is not documented
 * (Flatchr contract, U3), so rows are compared again, by either.
 *
 * @param asked the filters of the search's body
 * @param names the person's
 */
record PersonSearch(Map<String, String> asked, Map<String, String> names) {

    private static final List<String> NAMES = List.of("firstname", "lastname");

    /**
     * One for each spelling of the e-mail address; none for somebody without address and names.
     *
     * @param application row and {@code candidate}, either of which may tell another address
     */
    static Set<PersonSearch> of(JsonNode application) {
        JsonNode candidate = application.path("candidate");
        Map<String, String> names = new LinkedHashMap<>();
        for (String name : NAMES) {
            List.of(candidate.path(name), application.path(name)).stream()
                    .filter(value -> !RecruitingBoard.isBlank(value))
                    .findFirst()
                    .ifPresent(value -> names.put(name, value.asText()));
        }
        Set<PersonSearch> searches = new LinkedHashSet<>();
        for (JsonNode email : List.of(candidate.path("email"), application.path("email"))) {
            if (!RecruitingBoard.isBlank(email)) {
                searches.add(new PersonSearch(Map.of("email", email.asText()), names));
            }
        }
        if (searches.isEmpty() && !names.isEmpty()) {
            searches.add(new PersonSearch(names, names));
        }
        return searches;
    }

    /** Adds the person to a body; the operator's own filters of the same name are left to the {@link ApplicantFilter}. */
    void addTo(ObjectNode body) {
        asked.forEach(body::put);
    }

    /** Whether a row may be of this person: only its detail can tell. */
    boolean resembles(JsonNode row) {
        return matches(row, asked) || !names.isEmpty() && matches(row, names);
    }

    private static boolean matches(JsonNode row, Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .allMatch(
                        field -> ApplicantFilter.folded(row.path(field.getKey()).asText(""))
                                .equals(ApplicantFilter.folded(field.getValue())));
    }
}
