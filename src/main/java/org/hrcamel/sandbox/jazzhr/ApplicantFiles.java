package org.hrcamel.sandbox.jazzhr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** The rows of {@code GET /files/applicant_id/{id}/page/{n}}: the résumé of one applicant. JazzHR contract, section 4. */
final class ApplicantFiles {

    static final Set<String> FILTERS = Set.of("applicant_id");

    private ApplicantFiles() {}

    /**
     * @param applicant a detail whose {@code resume_link} is already complete
     */
    static List<ObjectNode> rows(ObjectNode applicant) {
        String link = applicant.path("resume_link").asText("");
        if (!link.startsWith("http")) {
            return List.of();
        }
        String id = applicant.path("id").asText();
        return List.of(JsonNodeFactory.instance
                .objectNode()
                .put("id", id.replace("prospect_", "file_"))
                .put("applicant_id", id)
                .put("filename", "resume.pdf")
                .put("mime_type", "application/pdf")
                .putNull("user_id")
                .put("file_privacy", "0")
                .put("file_size", "2048")
                .put("date_loaded", applicant.path("apply_date").asText())
                .put("time_loaded", "14:22:10")
                .put("file_url", link));
    }
}
