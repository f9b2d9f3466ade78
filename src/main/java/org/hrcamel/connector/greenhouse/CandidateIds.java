package org.hrcamel.connector.greenhouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ids as Greenhouse takes them: comma separated numbers, 50 in one request (Greenhouse contract, section 2.1). */
final class CandidateIds {

    static final int MOST = 50;

    private CandidateIds() {}

    /**
     * @throws IllegalArgumentException with the end of a sentence
     */
    static List<String> parse(String text) {
        List<String> ids = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (ids.isEmpty() || !ids.stream().allMatch(id -> id.matches("\\d{1,19}"))) {
            throw new IllegalArgumentException("is not a list of numbers such as 123,456");
        }
        if (ids.size() > MOST) {
            throw new IllegalArgumentException("has more than " + MOST + " ids");
        }
        return ids;
    }

    /** The ids in groups that fit into one request each. */
    static List<List<String>> chunks(Iterable<String> ids) {
        List<List<String>> chunks = new ArrayList<>();
        for (String id : ids) {
            if (chunks.isEmpty() || chunks.get(chunks.size() - 1).size() == MOST) {
                chunks.add(new ArrayList<>());
            }
            chunks.get(chunks.size() - 1).add(id);
        }
        return chunks;
    }
}
