package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.RunFatal;
import org.jspecify.annotations.Nullable;

/**
 * What changed beside the candidates since the last run: applications, educations, employments and résumés, whose candidate's own time
 * of change need not move with them (Greenhouse contract, U15). Read when it is first asked for. Used by one thread at a time.
 */
final class ChildChanges {

    private static final String MEND = "connector.greenhouse.child-updates";

    private final HarvestV3 harvest;
    private final Optional<Instant> since;
    private @Nullable Set<String> candidates;

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

    /** The ids of the candidates that had any of these changes. */
    Set<String> candidates() throws RequestFailed, CredentialRefused, RunFatal {
        if (candidates == null) {
            candidates = since.isPresent() ? read(since.get()) : Set.of();
        }
        return candidates;
    }

    private Set<String> read(Instant begin) throws RequestFailed, CredentialRefused, RunFatal {
        Set<String> found = new HashSet<>();
        Set<String> applications = new HashSet<>();
        for (HarvestList list : HarvestList.BESIDE_CANDIDATES) {
            harvest.each(list, CandidateQuery.changes(harvest.address(list), list, begin), MEND, row -> {
                if (row.hasNonNull("candidate_id")) {
                    found.add(row.path("candidate_id").asText());
                } else if (row.hasNonNull("application_id")) {
                    // Some résumés name only their application (contract, U12).
                    applications.add(row.path("application_id").asText());
                }
            });
        }
        for (JsonNode application : harvest.rows(
                HarvestList.APPLICATIONS, harvest.address(HarvestList.APPLICATIONS), "ids", applications)) {
            if (application.hasNonNull("candidate_id")) {
                found.add(application.path("candidate_id").asText());
            }
        }
        return found;
    }
}
