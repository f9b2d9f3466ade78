package org.hrcamel.connector.greenhouse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hrcamel.http.Address;
import org.hrcamel.workflow.Parameters;

/** Puts the pull parameters, which are those of Harvest v1, into the words of each API (Greenhouse contract, sections 2.8 and 11). */
final class CandidateQuery {

    // Child lists take 50 ids, so a page of candidates is as long.
    private static final int PAGE = CandidateIds.MOST;

    private CandidateQuery() {}

    /** Whether few candidates are asked for, so that it does not pay to look for those that changed. */
    static boolean isShort(Parameters parameters) {
        return parameters.find(GreenhouseConnector.EMAIL).isPresent()
                || !CandidateFilter.ids(parameters).isEmpty();
    }

    /**
     * The time of change from which an incremental listing of candidates begins. The operator's own goes first; and who applied to a
     * job today may have changed long ago.
     *
     * @param since the time from which changes must be listed
     */
    static Optional<Instant> since(Parameters parameters, Optional<Instant> since) {
        boolean elsewhere = isShort(parameters)
                || parameters.find(GreenhouseConnector.JOB_ID).isPresent()
                || parameters.find(GreenhouseConnector.UPDATED_AFTER).isPresent();
        return elsewhere ? Optional.empty() : since;
    }

    /** The first page of {@code GET /v3/candidates}, for everything but a job's candidates. */
    static Address v3(Address candidates, Parameters parameters, Optional<Instant> since) {
        Address address = candidates.query("per_page", PAGE).query("email", parameters.find(GreenhouseConnector.EMAIL));
        List<String> ids = CandidateFilter.ids(parameters);
        if (!ids.isEmpty()) {
            address = address.query("ids", String.join(",", ids));
        }
        Optional<String> updated = span(
                parameters.find(GreenhouseConnector.UPDATED_AFTER).or(() -> since),
                parameters.find(GreenhouseConnector.UPDATED_BEFORE));
        // Harvest does not take both; the other one is left to the filter.
        return updated.isPresent()
                ? address.query("updated_at", updated)
                : address.query(
                        "created_at",
                        span(
                                parameters.find(GreenhouseConnector.CREATED_AFTER),
                                parameters.find(GreenhouseConnector.CREATED_BEFORE)));
    }

    /** One end of a span; the lower one when there are two (contract, U6). */
    private static Optional<String> span(Optional<Instant> after, Optional<Instant> before) {
        return after.map(bound -> "gte|" + bound).or(() -> before.map(bound -> "lt|" + bound));
    }

    /** The first page of what changed in a list beside the candidates. */
    static Address changes(Address rows, HarvestList list, Instant since) {
        Address address = list == HarvestList.ATTACHMENTS ? rows.query("type", "resume") : rows;
        return address.query("updated_at", "gte|" + since).query("per_page", HarvestV3.LARGEST_PAGE);
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
