package org.hrcamel.connector.smartrecruiters;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hrcamel.http.DownloadedFile;
import org.hrcamel.http.FileUnavailable;

/** Finds and fetches a candidate's résumé (SmartRecruiters contract, section 4): of the candidate, else of one of the applications. */
final class CandidateResume {

    private static final List<String> DOCUMENTS = List.of(".pdf", ".doc", ".docx");

    private final SmartrecruitersApi api;

    CandidateResume(SmartrecruitersApi api) {
        this.api = api;
    }

    DownloadedFile fetch(JsonNode candidate) throws FileUnavailable {
        String id = candidate.path("id").asText();
        List<Optional<String>> places = new ArrayList<>();
        places.add(Optional.empty());
        job(candidate.path("primaryAssignment")).ifPresent(job -> places.add(Optional.of(job)));
        for (JsonNode assignment : candidate.path("secondaryAssignments")) {
            job(assignment).ifPresent(job -> places.add(Optional.of(job)));
        }
        for (Optional<String> place : places) {
            Optional<JsonNode> resume = resume(api.attachments(id, place));
            if (resume.isPresent()) {
                return download(resume.get());
            }
        }
        throw new FileUnavailable("SmartRecruiters lists no résumé");
    }

    private static Optional<String> job(JsonNode assignment) {
        return Optional.of(assignment.path("job").path("id").asText("")).filter(id -> !id.isEmpty());
    }

    private static Optional<JsonNode> resume(JsonNode attachments) {
        JsonNode document = null;
        for (JsonNode attachment : attachments) {
            if (attachment.path("type").asText("").equalsIgnoreCase("RESUME")) {
                return Optional.of(attachment);
            }
            String name = attachment.path("name").asText("").toLowerCase(Locale.ROOT);
            if (document == null && DOCUMENTS.stream().anyMatch(name::endsWith)) {
                document = attachment;
            }
        }
        return Optional.ofNullable(document);
    }

    private DownloadedFile download(JsonNode attachment) throws FileUnavailable {
        String told = attachment.path("actions").path("download").path("url").asText("");
        String url = told.isEmpty() ? api.attachment(attachment.path("id").asText()) : told;
        Optional<String> name = Optional.of(attachment.path("name").asText("")).filter(text -> !text.isBlank());
        return api.download(url, name);
    }
}
