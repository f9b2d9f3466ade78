package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hrcamel.http.FileDownloads;
import org.hrcamel.workflow.Resume;

/**
 * A candidate's newest résumé (Greenhouse contract, section 4).
 *
 * @param url signed, valid for seven days
 * @param name file name, if told
 */
record CandidateResume(String url, Optional<String> name) {

    /** Of the candidate's own attachments and, in Harvest v1, of those of the applications. */
    static Optional<CandidateResume> newest(JsonNode candidate) {
        List<JsonNode> attachments = new ArrayList<>();
        candidate.path("attachments").forEach(attachments::add);
        candidate
                .path("applications")
                .forEach(application -> application.path("attachments").forEach(attachments::add));
        return attachments.stream()
                .filter(attachment -> attachment.path("type").asText().equals("resume"))
                .filter(attachment -> !attachment.path("url").asText("").isBlank() && attachment.hasNonNull("url"))
                .max(Comparator.comparing(attachment ->
                        HarvestTime.of(attachment.path("created_at")).orElse(Instant.MIN)))
                .map(attachment -> new CandidateResume(
                        attachment.path("url").asText(),
                        Optional.of(attachment.path("filename").asText(""))
                                .filter(name -> !name.isBlank() && attachment.hasNonNull("filename"))));
    }

    /** The URL is its own credential, and its host refuses a second one: no token goes along, wherever it leads. */
    Resume through(FileDownloads files) {
        return Resume.of(() -> files.fetch(url, name));
    }

    /** The URL opens the file for everybody: it stays out. */
    @Override
    public String toString() {
        return "a résumé";
    }
}
