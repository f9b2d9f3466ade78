package org.hrcamel.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the processes of a benchmark tell each other: records as JSON, one a line. */
final class Lines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Lines() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> T read(String line, Class<T> type) {
        try {
            return JSON.readValue(line, type);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("Not what was expected: " + line, malformed);
        }
    }
}
