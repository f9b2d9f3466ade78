package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.connector.Side;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Candidates of Harvest v1, whose rows tell all; a time of change is told of the whole only (Greenhouse contract, section 11). Its pages
 * are numbered, so that a candidate falls between two of them when another one disappears during the listing. Each run therefore lists
 * everybody: a listing of changes would not show that candidate again.
 */
final class CandidatesV1 implements Candidates {

    private static final Logger LOG = LoggerFactory.getLogger(CandidatesV1.class);

    private final Run run;
    private final Parameters parameters;
    private final HarvestV1 harvest;

    CandidatesV1(Side side) {
        this.run = side.run();
        this.parameters = side.parameters();
        this.harvest = new HarvestV1(side);
        LOG.warn(
                "{} reads Greenhouse with a Harvest v1 key, and v1 was announced for removal on 2026-08-31: set {} and"
                        + " client_secret instead",
                run.workflow().id(),
                side.auth().key(GreenhouseConnector.CLIENT_ID));
    }

    @Override
    public PagedItems.Pages listing() {
        run.listsEverybody();
        RowPages rows = harvest.pages(CandidateQuery.v1(harvest.candidates(), parameters));
        return new CandidateListing(run, rows, new CandidateFilter(parameters), CandidatesV1::versions);
    }

    private static Map<String, String> versions(Map<String, ObjectNode> candidates) {
        Map<String, String> versions = new HashMap<>();
        candidates.forEach((id, candidate) ->
                HarvestTime.of(candidate.path("updated_at")).ifPresent(time -> versions.put(id, time.toString())));
        return versions;
    }
}
