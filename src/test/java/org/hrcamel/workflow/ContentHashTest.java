package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.hrcamel.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentHashTest {

    private static String hash(String json) {
        return hash(json, "");
    }

    /** A hash without the fields of this name in the object at the root's {@code a}. */
    private static String hash(String json, String leftOut) {
        try {
            return ContentHash.of(
                    Json.mapper().readTree(json), (path, field) -> path.equals("a") && field.equals(leftOut));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    @Test
    void theOrderOfFieldsDoesNotCountAtAnyDepth() {
        assertThat(hash("{\"a\":{\"x\":1,\"y\":[{\"p\":1,\"q\":2}]},\"b\":2}"))
                .isEqualTo(hash("{\"b\":2,\"a\":{\"y\":[{\"q\":2,\"p\":1}],\"x\":1}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1,2]|[2,1]",
                "{\"a\":\"1\"}|{\"a\":1}",
                "{\"a\":null}|{}",
                "{\"a\":\"\"}|{\"a\":null}",
                "[[1],2]|[1,[2]]",
                "{\"a\":{\"b\":1}}|{\"a\":1,\"b\":1}",
                "{\"ab\":\"c\"}|{\"a\":\"bc\"}",
                "{\"a\":true}|{\"a\":\"true\"}",
                "{\"a\":1.10}|{\"a\":1.1}",
                "\"é\"|\"e\""
            })
    void whatDiffersInContentDiffersInHash(String one, String other) {
        assertThat(hash(one)).isNotEqualTo(hash(other));
    }

    @Test
    void aFieldThatIsLeftOutDoesNotCountThereAloneAlsoWithinLists() {
        assertThat(hash("{\"a\":{\"v\":1,\"x\":1}}", "v")).isEqualTo(hash("{\"a\":{\"v\":2,\"x\":1}}", "v"));
        assertThat(hash("{\"a\":[{\"v\":1}]}", "v")).isEqualTo(hash("{\"a\":[{\"v\":2}]}", "v"));
        assertThat(hash("{\"b\":{\"v\":1}}", "v")).isNotEqualTo(hash("{\"b\":{\"v\":2}}", "v"));
        assertThat(hash("{\"v\":1}", "v")).isNotEqualTo(hash("{\"v\":2}", "v"));
    }

    @Test
    void aFieldThatIsLeftOutDeepWithinIsToldByItsWholePath() throws JsonProcessingException {
        assertThat(pathsAsked("{\"a\":{\"b\":{\"c\":[{\"d\":{\"e\":1}}]}}}"))
                .containsExactlyInAnyOrder(" a", "a b", "a.b c", "a.b.c d", "a.b.c.d e");
    }

    private static List<String> pathsAsked(String json) throws JsonProcessingException {
        List<String> asked = new ArrayList<>();
        ContentHash.of(Json.mapper().readTree(json), (path, field) -> {
            asked.add(path + " " + field);
            return false;
        });
        return asked;
    }
}
