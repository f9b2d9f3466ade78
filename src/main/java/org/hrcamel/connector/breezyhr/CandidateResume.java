package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.DownloadedFile;
import org.hrcamel.http.FileUnavailable;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.ItemFailed;
import org.hrcamel.workflow.Resume;

/**
 * Brings the item's résumé to the candidate unless it is there already, told by the content's hash (Breezy HR contract, section 10,
 * U21). A file that cannot be had fails the item: otherwise the résumé would count as delivered. Thread safe.
 */
final class CandidateResume {

    private final PositionApi api;

    CandidateResume(PositionApi api) {
        this.api = api;
    }

    /** Name of the file that the candidate lacks, if any. */
    Optional<String> missing(Item item, JsonNode candidate) throws ItemFailed {
        Optional<Resume.File> resume = item.resume().file();
        if (resume.isEmpty()) {
            return Optional.empty();
        }
        try (DownloadedFile file = fetch(resume.get())) {
            return holds(candidate, file) ? Optional.empty() : Optional.of(file.name());
        }
    }

    /**
     * Uploads the résumé if it is new.
     *
     * @return whether anything was sent
     */
    boolean bring(Item item, JsonNode candidate) throws ItemFailed, RequestFailed, CredentialRefused {
        Optional<Resume.File> resume = item.resume().file();
        if (resume.isEmpty()) {
            return false;
        }
        try (DownloadedFile file = fetch(resume.get())) {
            if (holds(candidate, file)) {
                return false;
            }
            String id = candidate.path("_id").asText();
            api.upload(id, file, () -> {
                Optional<JsonNode> now = api.candidate(id);
                return now.isPresent() && holds(now.get(), file);
            });
            return true;
        }
    }

    private boolean holds(JsonNode candidate, DownloadedFile file) throws ItemFailed {
        JsonNode resume = candidate.path("resume");
        String url = resume.path("url").asText("");
        if (url.isBlank()) {
            return false;
        }
        Optional<String> name = Optional.of(resume.path("file_name").asText("")).filter(text -> !text.isBlank());
        try (DownloadedFile present = api.download(url, name)) {
            return present.sha256().equals(file.sha256());
        } catch (FileUnavailable unavailable) {
            throw new ItemFailed(
                    "resume_not_compared",
                    "The candidate's present résumé cannot be compared: " + unavailable.getMessage());
        }
    }

    private static DownloadedFile fetch(Resume.File resume) throws ItemFailed {
        try {
            return resume.fetch();
        } catch (FileUnavailable unavailable) {
            throw new ItemFailed("resume_unavailable", "The profile's résumé: " + unavailable.getMessage());
        }
    }
}
