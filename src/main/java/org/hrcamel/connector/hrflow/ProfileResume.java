package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.hrcamel.workflow.Resume;

/** Finds the résumé among a profile's attachments: the one of type resume, else the original (HrFlow contract, section 4.2). */
final class ProfileResume {

    private final HrflowApi api;

    ProfileResume(HrflowApi api) {
        this.api = api;
    }

    Optional<Resume> of(JsonNode profile) {
        for (String type : List.of("resume", "original")) {
            for (JsonNode attachment : profile.path("attachments")) {
                String url = attachment.path("public_url").asText("").strip();
                if (attachment.path("type").asText("").equals(type) && !url.isEmpty()) {
                    return Optional.of(Resume.of(() -> api.download(url, name(attachment))));
                }
            }
        }
        return Optional.empty();
    }

    /** The name that the file came with; HrFlow tells the extension apart. */
    static Optional<String> name(JsonNode attachment) {
        String original = attachment.path("original_file_name").asText("").strip();
        String name =
                original.isEmpty() ? attachment.path("file_name").asText("").strip() : original;
        String extension = attachment.path("extension").asText("").strip();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String dotted = extension.isEmpty() || extension.startsWith(".") ? extension : "." + extension;
        boolean complete = name.regionMatches(true, name.length() - dotted.length(), dotted, 0, dotted.length());
        return Optional.of(complete ? name : name + dotted);
    }
}
