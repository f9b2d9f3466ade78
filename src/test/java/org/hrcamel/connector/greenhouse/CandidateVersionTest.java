package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
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

    @Test
    void isTheCandidatesTimeAndThatOfTheNewestOfAllItsChildren() {
        JsonNode candidate = json("""
                {'updated_at': '2026-10-02T12:29:30.000Z',
                 'applications': [{'updated_at': '2026-10-03T10:00:00+0200'}, {'updated_at': '2026-10-01T00:00:00Z'}],
                 'attachments': [{'updated_at': null}], 'educations': [{}], 'employments': []}""");

        assertThat(CandidateVersion.of(candidate).orElseThrow().text())
                .isEqualTo("2026-10-02T12:29:30Z|2026-10-03T08:00:00Z");
    }

    @Test
    void hasNoTimeOfAChildWhereThereIsNone() {
        JsonNode candidate = json("{'updated_at': '2026-10-02T12:29:30.497Z'}");

        assertThat(CandidateVersion.of(candidate).orElseThrow().text()).isEqualTo("2026-10-02T12:29:30.497Z|");
    }

    @Test
    void isUnknownWhenTheCandidateTellsNoTime() {
        assertThat(CandidateVersion.of(json("{'id': 1, 'updated_at': null}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-02T12:29:30.497Z|", "2026-10-02T12:29:30.497Z|2026-10-03T08:00:00Z"})
    void isReadAsItWasWritten(String text) {
        assertThat(CandidateVersion.parse(text).orElseThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "|", "2026-10-02T12:29:30.497Z", "a|b", "2026-10-02T12:29:30.497Z||"})
    void isNotReadFromAnythingElse(String text) {
        assertThat(CandidateVersion.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z|2026-02-01T00:00:00Z, '', true",
        "2026-01-01T00:00:00Z|2026-02-01T00:00:00Z, 2026-02-01T00:00:00Z, true",
        "2026-01-01T00:00:00Z|2026-02-01T00:00:00Z, 2026-02-01T00:00:00.001Z, false",
        "2026-01-01T00:00:00Z|, 2026-01-01T00:00:00Z, false",
        "2026-01-01T00:00:00.001Z|, '', false"
    })
    void holdsUntilTheCandidateOrSomethingBesideItChanges(String version, String childChange, boolean holds) {
        JsonNode row = json("{'updated_at': '2026-01-01T00:00:00.000Z'}");
        Optional<Instant> change =
                Optional.of(childChange).filter(time -> !time.isEmpty()).map(Instant::parse);

        assertThat(CandidateVersion.parse(version).orElseThrow().isThatOf(row, change))
                .isEqualTo(holds);
    }
}
