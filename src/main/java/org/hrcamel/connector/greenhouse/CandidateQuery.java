package org.hrcamel.connector.greenhouse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hrcamel.http.Address;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;

/** Puts the pull parameters, which are those of Harvest v1, into the words of each API (Greenhouse contract, sections 2.8 and 11). */
final class CandidateQuery {

    // Child lists take 50 ids, so a page of candidates is as long.
    private static final int PAGE = CandidateIds.MOST;

    private CandidateQuery() {}

    /** The first page of {@code GET /v3/candidates}, for everything but a job's candidates. */
    static Address v3(Address candidates, Parameters parameters) {
        Address address = candidates.query("per_page", PAGE).query("email", parameters.find(GreenhouseConnector.EMAIL));
        List<String> ids = CandidateFilter.ids(parameters);
        if (!ids.isEmpty()) {
            address = address.query("ids", String.join(",", ids));
        }
        Optional<String> updated =
                span(parameters, GreenhouseConnector.UPDATED_AFTER, GreenhouseConnector.UPDATED_BEFORE);
        // Harvest does not take both; the other one is left to the filter.
        return updated.isPresent()
                ? address.query("updated_at", updated)
                : address.query(
                        "created_at",
                        span(parameters, GreenhouseConnector.CREATED_AFTER, GreenhouseConnector.CREATED_BEFORE));
    }

    /** One end of a span; the lower one when there are two (contract, U6). */
    private static Optional<String> span(Parameters parameters, Parameter<Instant> after, Parameter<Instant> before) {
        return parameters
                .find(after)
                .map(bound -> "gte|" + bound)
                .or(() -> parameters.find(before).map(bound -> "lt|" + bound));
    }

    /** The first page of {@code GET /v3/applications} of a job, without its prospects. */
    static Address applications(Address applications, String job) {
        return applications.query("job_ids", job).query("prospect", false).query("per_page", HarvestV3.LARGEST_PAGE);
    }

    /** The first page of {@code GET /v1/candidates}. */
    static Address v1(Address candidates, Parameters parameters) {
        List<String> ids = CandidateFilter.ids(parameters);
        return candidates
                .query("per_page", HarvestV3.LARGEST_PAGE)
                .query("skip_count", parameters.find(GreenhouseConnector.SKIP_COUNT))
                .query("created_before", parameters.find(GreenhouseConnector.CREATED_BEFORE))
                .query("created_after", parameters.find(GreenhouseConnector.CREATED_AFTER))
                .query("updated_before", parameters.find(GreenhouseConnector.UPDATED_BEFORE))
                .query("updated_after", parameters.find(GreenhouseConnector.UPDATED_AFTER))
                .query("job_id", parameters.find(GreenhouseConnector.JOB_ID))
                .query("email", parameters.find(GreenhouseConnector.EMAIL))
                .query("candidate_ids", ids.isEmpty() ? Optional.empty() : Optional.of(String.join(",", ids)));
    }
}
