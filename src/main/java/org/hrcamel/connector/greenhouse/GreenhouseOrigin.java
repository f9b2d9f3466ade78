package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.connector.Side;
import org.hrcamel.http.FileDownloads;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.OriginSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run's reading of Greenhouse; the listing tells all, through Harvest v3 or with an old key through v1. */
final class GreenhouseOrigin implements OriginSession {

    private static final Logger LOG = LoggerFactory.getLogger(GreenhouseOrigin.class);

    private final Side side;
    private final CandidateListing listing;
    private final FileDownloads files;

    private GreenhouseOrigin(Side side, CandidateListing listing) {
        this.side = side;
        this.listing = listing;
        this.files = side.api()
                .files(side.api().base().orElseThrow(), GreenhouseConnector.DOWNLOAD, GreenhouseConnector.FOREIGN);
    }

    static GreenhouseOrigin open(Side side) {
        return new GreenhouseOrigin(
                side, side.auth().find(GreenhouseConnector.KEY).isPresent() ? legacy(side) : current(side));
    }

    private static CandidateListing current(Side side) {
        HarvestV3 harvest = new HarvestV3(side);
        RowPages rows = side.parameters()
                .find(GreenhouseConnector.JOB_ID)
                .<RowPages>map(job -> new JobCandidates(harvest, side, job))
                .orElseGet(() -> harvest.pages(
                        HarvestList.CANDIDATES,
                        CandidateQuery.v3(harvest.address(HarvestList.CANDIDATES), side.parameters()),
                        "the pull_parameters"));
        return new CandidateListing(side, rows, new CandidateChildren(harvest));
    }

    private static CandidateListing legacy(Side side) {
        LOG.warn(
                "{} reads Greenhouse with a Harvest v1 key, and v1 was announced for removal on 2026-08-31: set {} and"
                        + " client_secret instead",
                side.run().workflow().id(),
                side.auth().key(GreenhouseConnector.CLIENT_ID));
        return new CandidateListing(side, new HarvestV1(side).pages(side), candidates -> {});
    }

    @Override
    public Iterator<Item> items() {
        return new PagedItems(side.run(), listing);
    }

    @Override
    public Optional<JsonNode> read(Item item) {
        CandidateResume.newest(item.row()).ifPresent(resume -> item.setResume(resume.through(files)));
        return Optional.of(item.row());
    }
}
