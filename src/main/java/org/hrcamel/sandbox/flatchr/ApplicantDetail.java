package org.hrcamel.sandbox.flatchr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hrcamel.sandbox.Request;

/**
 * The applicant detail as {@code fields} asks for it.
 *
 * <p>Flatchr contract, section 2.2. Chosen where it is silent: without {@code candidate}, {@code vacancy} or
 * {@code candidate.consent} in {@code fields} that part is missing or empty. The CV's address is signed anew at each reading, as
 * presigned ones are.
 */
final class ApplicantDetail {

    private static final Set<String> FIELDS = Set.of("candidate", "vacancy", "candidate.consent");

    private ApplicantDetail() {}

    /**
     * @param applicant a copy, which is changed and returned
     */
    static ObjectNode read(Request request, ObjectNode applicant) {
        List<String> fields = request.query("fields")
                .map(value -> Arrays.asList(value.split(",", -1)))
                .orElse(List.of());
        if (fields.isEmpty() || !FIELDS.containsAll(fields)) {
            request.violation("fields are candidate, vacancy and candidate.consent, not " + fields);
        }
        if (!fields.contains("candidate")) {
            applicant.remove("candidate");
        } else if (applicant.get("candidate") instanceof ObjectNode candidate) {
            if (!fields.contains("candidate.consent")) {
                candidate.remove("consent");
            }
            complete(candidate, request);
        }
        if (fields.contains("vacancy")) {
            Optional<Posting> posting =
                    Posting.byId(applicant.path("vacancy_id").asText());
            posting.ifPresent(found -> applicant.set("vacancy", found.json()));
        }
        return applicant;
    }

    /** What the move call answers: everything but the CV. */
    static ObjectNode moved(ObjectNode applicant) {
        if (applicant.get("candidate") instanceof ObjectNode candidate) {
            candidate.remove(List.of("cv", "aws"));
        }
        return applicant;
    }

    private static void complete(ObjectNode candidate, Request request) {
        String cv = candidate.path("cv").asText("");
        if (cv.startsWith("/")) {
            candidate.put("cv", request.root() + cv);
        }
        String signature = candidate.path("aws").path("signature").asText("");
        if (signature.startsWith("/") && candidate.get("aws") instanceof ObjectNode aws) {
            String host = request.foreignRoot().replaceFirst("^https?://", "");
            aws.put("signature", host + signature + "&X-Amz-Signature=" + UUID.randomUUID());
        }
    }
}
