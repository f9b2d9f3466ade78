package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.connector.Side;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.OriginSession;
import org.hrcamel.workflow.Run;

/**
 * One run's reading of Flatchr. A candidate's id stands in the details alone, so the listing joins every row with its detail; what is
 * left to the read step is the CV.
 */
final class FlatchrOrigin implements OriginSession {

    private final Run run;
    private final FlatchrApi api;
    private final Reading reading;

    FlatchrOrigin(Side side) {
        this.run = side.run();
        this.api = new FlatchrApi(side);
        this.reading = new Reading(api, side);
    }

    @Override
    public Iterator<Item> items() {
        return new PagedItems(run, new JoinedApplications(run, reading));
    }

    @Override
    public Iterator<Item> again(Map<String, String> failed) {
        return new PagedItems(run, new FailedApplications(run, reading, failed));
    }

    @Override
    public Optional<JsonNode> read(Item item) {
        CandidateCv.of(api, item.row().path("candidate").path("aws")).ifPresent(cv -> item.setResume(cv.resume()));
        return Optional.of(item.row());
    }
}
