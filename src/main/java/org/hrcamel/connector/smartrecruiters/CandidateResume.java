package org.hrcamel.connector.smartrecruiters;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.hrcamel.http.DownloadedFile;
import org.hrcamel.http.FileUnavailable;

/**
 * Finds and fetches a candidate's résumé (SmartRecruiters contract, section 4): the candidate's own, else that of an application; only
 * when there is none anywhere, the first other document.
 */
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
        Optional<JsonNode> document = Optional.empty();
        for (Optional<String> place : places) {
            JsonNode attachments = api.attachments(id, place);
            Optional<JsonNode> resume = first(attachments, CandidateResume::isResume);
            if (resume.isPresent()) {
                return download(resume.get());
            }
            document = document.or(() -> first(attachments, CandidateResume::isDocument));
        }
        return download(document.orElseThrow(() -> new FileUnavailable("SmartRecruiters lists no résumé")));
    }

    private static Optional<String> job(JsonNode assignment) {
        return Optional.of(assignment.path("job").path("id").asText("")).filter(id -> !id.isEmpty());
    }

    private static Optional<JsonNode> first(JsonNode attachments, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(attachments.spliterator(), false)
                .filter(wanted)
                .findFirst();
    }

    private static boolean isResume(JsonNode attachment) {
        return attachment.path("type").asText("").equalsIgnoreCase("RESUME");
    }

    private static boolean isDocument(JsonNode attachment) {
        String name = attachment.path("name").asText("").toLowerCase(Locale.ROOT);
        return DOCUMENTS.stream().anyMatch(name::endsWith);
    }

    private DownloadedFile download(JsonNode attachment) throws FileUnavailable {
        String told = attachment.path("actions").path("download").path("url").asText("");
        String url = told.isEmpty() ? api.attachment(attachment.path("id").asText()) : told;
        Optional<String> name = Optional.of(attachment.path("name").asText("")).filter(text -> !text.isBlank());
        return api.download(url, name);
    }
}
