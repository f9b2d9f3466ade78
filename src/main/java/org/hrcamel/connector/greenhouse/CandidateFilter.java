package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hrcamel.workflow.Parameters;

/**
 * The pull parameters that a candidate's row can be held against. All are, whatever was sent along: Harvest v3 takes neither both ends
 * of a span nor two spans in one request (Greenhouse contract, section 2.8 and U6).
 */
final class CandidateFilter implements Predicate<JsonNode> {

    private final Parameters parameters;
    private final Optional<String> email;
    private final List<String> ids;

    CandidateFilter(Parameters parameters) {
        this.parameters = parameters;
        this.email = parameters.find(GreenhouseConnector.EMAIL);
        this.ids = ids(parameters);
    }

    /** The candidates asked for; none are when there is an e-mail address, which goes first. */
    static List<String> ids(Parameters parameters) {
        return parameters.find(GreenhouseConnector.EMAIL).isPresent()
                ? List.of()
                : parameters.list(GreenhouseConnector.CANDIDATE_IDS);
    }

    @Override
    public boolean test(JsonNode candidate) {
        Optional<Instant> created = HarvestTime.of(candidate.path("created_at"));
        Optional<Instant> updated = HarvestTime.of(candidate.path("updated_at"));
        return hasId(candidate)
                && hasEmail(candidate)
                && isWithin(
                        created,
                        parameters.find(GreenhouseConnector.CREATED_AFTER),
                        parameters.find(GreenhouseConnector.CREATED_BEFORE))
                && isWithin(
                        updated,
                        parameters.find(GreenhouseConnector.UPDATED_AFTER),
                        parameters.find(GreenhouseConnector.UPDATED_BEFORE));
    }

    private boolean hasId(JsonNode candidate) {
        return ids.isEmpty() || ids.contains(candidate.path("id").asText());
    }

    private boolean hasEmail(JsonNode candidate) {
        if (email.isEmpty()) {
            return true;
        }
        for (JsonNode address : candidate.path("email_addresses")) {
            if (address.path("value").asText("").strip().equalsIgnoreCase(email.get())) {
                return true;
            }
        }
        return false;
    }

    /** A row without its time lies in no span, as in a database. */
    private static boolean isWithin(Optional<Instant> time, Optional<Instant> from, Optional<Instant> before) {
        return from.map(bound -> time.isPresent() && !time.get().isBefore(bound))
                        .orElse(true)
                && before.map(bound -> time.isPresent() && time.get().isBefore(bound))
                        .orElse(true);
    }
}
