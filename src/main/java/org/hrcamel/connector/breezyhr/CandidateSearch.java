package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.ItemFailed;

/**
 * Finds a candidate of the position by e-mail address, for profiles whose reference is no candidate of it (Breezy HR contract, section
 * 3.4). The vendor's search is company-wide: the first hit may well be the same person on another position. Thread safe.
 */
final class CandidateSearch {

    private final PositionApi api;

    CandidateSearch(PositionApi api) {
        this.api = api;
    }

    /** The id of the one candidate of the position. */
    String find(String email) throws RequestFailed, CredentialRefused, ItemFailed {
        if (email.isEmpty()) {
            throw notFound(
                    "the position has no candidate with the profile's reference, and there is no e-mail address");
        }
        Set<String> found = new LinkedHashSet<>();
        for (JsonNode hit : api.search(email)) {
            String id = hit.path("_id").asText("");
            if (!id.isEmpty() && isOnPosition(id, hit)) {
                found.add(id);
            }
        }
        if (found.size() > 1) {
            throw notFound("several candidates of the position have the profile's e-mail address");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> notFound(
                        "the position has no candidate with the profile's reference, nor with its e-mail address"));
    }

    private boolean isOnPosition(String id, JsonNode hit) throws RequestFailed, CredentialRefused, ItemFailed {
        String position = hit.path("position").path("_id").asText("");
        // Hits need not tell their position (contract, U10); then the candidate itself does.
        return position.isEmpty() ? api.candidate(id).isPresent() : position.equals(api.position());
    }

    private static ItemFailed notFound(String why) {
        return new ItemFailed("candidate_not_found", "Breezy HR: " + why);
    }
}
