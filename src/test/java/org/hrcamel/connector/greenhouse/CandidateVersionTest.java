package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateVersionTest {

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static JsonNode withChildren(String children) {
        return json("{'updated_at': '2026-10-02T12:29:30.000Z', " + children + "}");
    }

    private static String version(JsonNode candidate) {
        return CandidateVersion.of(candidate).orElseThrow().text();
    }

    private static final String TWO_CHILDREN = """
            'applications': [{'id': 1, 'updated_at': '2026-10-01T00:00:00Z'}],
            'employments': [{'id': 2, 'updated_at': '2026-10-03T00:00:00Z'}]""";

    @Test
    void isTheCandidatesTimeAndAShortHash() {
        assertThat(version(withChildren(TWO_CHILDREN))).matches("2026-10-02T12:29:30Z\\|[0-9a-f]{16}");
        assertThat(version(json("{'updated_at': '2026-10-02T12:29:30.497Z'}")))
                .matches("2026-10-02T12:29:30.497Z\\|[0-9a-f]{16}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // An older one changes, another shows up late, a third changes its time for that of a fourth.
                "'applications': [{'id': 1, 'updated_at': '2026-10-02T00:00:00Z'}],"
                        + "'employments': [{'id': 2, 'updated_at': '2026-10-03T00:00:00Z'}]",
                "'applications': [{'id': 1, 'updated_at': '2026-10-01T00:00:00Z'}],"
                        + "'employments': [{'id': 2, 'updated_at': '2026-10-03T00:00:00Z'},"
                        + " {'id': 3, 'updated_at': '2026-10-02T00:00:00Z'}]",
                "'applications': [{'id': 1, 'updated_at': '2026-10-03T00:00:00Z'}],"
                        + "'employments': [{'id': 2, 'updated_at': '2026-10-03T00:00:00Z'}]",
                "'applications': [{'id': 1, 'updated_at': '2026-10-01T00:00:00Z'}],"
                        + "'educations': [{'id': 2, 'updated_at': '2026-10-03T00:00:00Z'}]",
                "'applications': [{'id': 1, 'updated_at': '2026-10-01T00:00:00Z'}]",
                "'applications': []"
            })
    void isAnotherOneWhenAnyChildIsAnotherOneHoweverOldThatIs(String children) {
        assertThat(version(withChildren(children))).isNotEqualTo(version(withChildren(TWO_CHILDREN)));
    }

    @Test
    void isTheSameInWhateverOrderTheChildrenAreListed() {
        JsonNode turned = withChildren("""
                'attachments': [{'id': 2, 'updated_at': 'b'}, {'id': 1, 'updated_at': 'a', 'url': 'new'}]""");
        JsonNode straight = withChildren("""
                'attachments': [{'id': 1, 'updated_at': 'a', 'url': 'old'}, {'id': 2, 'updated_at': 'b'}]""");

        assertThat(version(turned)).isEqualTo(version(straight));
    }

    @Test
    void isUnknownWhenTheCandidateTellsNoTime() {
        assertThat(CandidateVersion.of(json("{'id': 1, 'updated_at': null}"))).isEmpty();
    }

    @Test
    void isReadAsItWasWritten() {
        String text = version(withChildren(TWO_CHILDREN));

        assertThat(CandidateVersion.parse(text).orElseThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "2026-10-02T12:29:30.497Z",
                "2026-10-02T12:29:30.497Z|",
                "2026-10-02T12:29:30.497Z|2026-10-03T08:00:00Z",
                "a|0123456789abcdef",
                "2026-10-02T12:29:30.497Z|0123456789abcdef|"
            })
    void isNotReadFromAnythingElse(String text) {
        assertThat(CandidateVersion.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01T00:00:00Z|0123456789abcdef, true", "2026-01-01T00:00:00.001Z|0123456789abcdef, false"})
    void holdsUntilTheCandidatesOwnRecordChanges(String version, boolean holds) {
        JsonNode row = json("{'updated_at': '2026-01-01T00:00:00.000Z'}");

        assertThat(CandidateVersion.parse(version).orElseThrow().isThatOf(row)).isEqualTo(holds);
    }
}
