package org.hrcamel.connector.hrflow;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which profiles of a source are read, as an operator writes it: one key, several separated by commas, or {@code *}. Immutable.
 *
 * @param keys each once; empty for every profile of the source
 */
record WantedProfiles(List<String> keys) {

    private static final String ALL = "*";

    /**
     * @throws IllegalArgumentException with the end of a sentence
     */
    static WantedProfiles parse(String text) {
        List<String> keys = Stream.of(text.split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("holds no key; * stands for every profile");
        }
        if (keys.contains(ALL) && keys.size() > 1) {
            throw new IllegalArgumentException("names keys beside *, which stands for every profile");
        }
        return new WantedProfiles(keys.contains(ALL) ? List.of() : keys);
    }

    boolean isAll() {
        return keys.isEmpty();
    }
}
