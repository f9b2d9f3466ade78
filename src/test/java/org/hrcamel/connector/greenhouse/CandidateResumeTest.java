package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.hrcamel.http.Json;
import org.junit.jupiter.api.Test;

class CandidateResumeTest {

    private static Optional<CandidateResume> newest(String candidate) throws JsonProcessingException {
        return CandidateResume.newest(Json.mapper().readTree(candidate));
    }

    @Test
    void theNewestResumeCountsWhereverItStands() throws JsonProcessingException {
        Optional<CandidateResume> resume = newest("""
                {"attachments": [
                   {"type": "resume", "url": "https://f/old", "filename": "old.pdf", "created_at": "2020-01-01T00:00:00.000Z"},
                   {"type": "cover_letter", "url": "https://f/letter", "created_at": "2026-01-01T00:00:00.000Z"},
                   {"type": "resume", "url": null, "created_at": "2027-01-01T00:00:00.000Z"}],
                 "applications": [{"attachments": [
                   {"type": "resume", "url": "https://f/new", "filename": null, "created_at": "2021-01-01T00:00:00Z"}]}]}
                """);

        assertThat(resume).contains(new CandidateResume("https://f/new", Optional.empty()));
    }

    @Test
    void nobodyWithoutAttachmentsHasOne() throws JsonProcessingException {
        assertThat(newest("{\"attachments\": null}")).isEmpty();
        assertThat(newest("{\"id\": 1}")).isEmpty();
    }

    @Test
    void itsUrlStaysOutOfMessages() {
        assertThat(new CandidateResume("https://f/signed", Optional.of("Ada.pdf")))
                .asString()
                .isEqualTo("a résumé");
    }
}
