package org.hrcamel.connector.jazzhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.ItemFailed;

/** Reads the details of applicants, without placeholders and with every job that the list told. Thread safe. */
final class ApplicantDetails {

    private final JazzhrApi api;
    private final Placeholders placeholders;

    ApplicantDetails(JazzhrApi api, Placeholders placeholders) {
        this.api = api;
        this.placeholders = placeholders;
    }

    /**
     * @param row what the list told, as {@link ListedApplicant#row()} gives it, or anything else if it is not known
     * @return empty when the applicant is gone
     */
    Optional<ObjectNode> read(String id, JsonNode row) throws RequestFailed, CredentialRefused, ItemFailed {
        Optional<ObjectNode> detail = api.applicant(id);
        detail.ifPresent(applicant -> {
            placeholders.removeFrom(applicant);
            ListedApplicant.completeJobs(applicant, row);
        });
        return detail;
    }
}
