package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.RunFatal;

/**
 * What changed beside the candidates since the last run: applications, educations, employments and résumés, whose candidate's own time
 * of change need not move with them (Greenhouse contract, U15). Read when it is first asked for. Used by one thread at a time.
 */
final class ChildChanges {

    private static final String MEND = "connector.greenhouse.child-updates";

    private final HarvestV3 harvest;
    private final Optional<Instant> since;
    private Map<String, Instant> newest;

    private ChildChanges(HarvestV3 harvest, Optional<Instant> since) {
        this.harvest = harvest;
        this.since = since;
    }

    static ChildChanges since(HarvestV3 harvest, Instant since) {
        return new ChildChanges(harvest, Optional.of(since));
    }

    /** The operator does without. */
    static ChildChanges notLookedFor(HarvestV3 harvest) {
        return new ChildChanges(harvest, Optional.empty());
    }

    /** When the last of these changes was, by the candidate's id; only of candidates that had any. */
    Map<String, Instant> byCandidate() throws RequestFailed, CredentialRefused, RunFatal {
        if (newest == null) {
            newest = since.isPresent() ? read(since.get()) : Map.of();
        }
        return newest;
    }

    private Map<String, Instant> read(Instant begin) throws RequestFailed, CredentialRefused, RunFatal {
        Map<String, Instant> candidates = new HashMap<>();
        Map<String, Instant> applications = new HashMap<>();
        for (HarvestList list : HarvestList.BESIDE_CANDIDATES) {
            harvest.each(list, CandidateQuery.changes(harvest.address(list), list, begin), MEND, row -> {
                Instant time = time(row);
                if (row.hasNonNull("candidate_id")) {
                    note(candidates, row.path("candidate_id"), time);
                } else if (row.hasNonNull("application_id")) {
                    // Some résumés name only their application (contract, U12).
                    note(applications, row.path("application_id"), time);
                }
            });
        }
        for (JsonNode application : harvest.rows(
                HarvestList.APPLICATIONS, harvest.address(HarvestList.APPLICATIONS), "ids", applications.keySet())) {
            Instant time = applications.get(application.path("id").asText());
            if (time != null && application.hasNonNull("candidate_id")) {
                note(candidates, application.path("candidate_id"), time);
            }
        }
        return candidates;
    }

    /** What changed at an unknown time may have changed just now. */
    private static Instant time(JsonNode row) {
        return HarvestTime.of(row.path("updated_at")).orElse(Instant.MAX);
    }

    private static void note(Map<String, Instant> times, JsonNode id, Instant time) {
        times.merge(id.asText(), time, (one, other) -> one.isAfter(other) ? one : other);
    }
}
