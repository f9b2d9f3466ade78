package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.connector.Side;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.OriginSession;

/**
 * One run's reading of Flatchr. A candidate's id stands in the details alone, so the listing joins every row with its detail; what is
 * left to the read step is the CV.
 */
final class FlatchrOrigin implements OriginSession {

    private final Side side;
    private final FlatchrApi api;

    FlatchrOrigin(Side side) {
        this.side = side;
        this.api = new FlatchrApi(side);
    }

    @Override
    public Iterator<Item> items() {
        return new PagedItems(side.run(), new JoinedApplications(api, side));
    }

    @Override
    public Optional<JsonNode> read(Item item) {
        CandidateCv.of(api, item.row().path("candidate").path("aws")).ifPresent(cv -> item.setResume(cv.resume()));
        return Optional.of(item.row());
    }
}
