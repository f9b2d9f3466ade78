package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.connector.Side;
import org.hrcamel.http.FileDownloads;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.OriginSession;

/** One run's reading of Greenhouse; the listing tells all, through Harvest v3 or with an old key through v1. */
final class GreenhouseOrigin implements OriginSession {

    private final Side side;
    private final Candidates candidates;
    private final FileDownloads files;

    private GreenhouseOrigin(Side side, Candidates candidates) {
        this.side = side;
        this.candidates = candidates;
        this.files = side.api()
                .files(side.api().base().orElseThrow(), GreenhouseConnector.DOWNLOAD, GreenhouseConnector.FOREIGN);
    }

    static GreenhouseOrigin open(Side side) {
        boolean legacy = side.auth().find(GreenhouseConnector.KEY).isPresent();
        return new GreenhouseOrigin(side, legacy ? new CandidatesV1(side) : new CandidatesV3(side));
    }

    @Override
    public Iterator<Item> items() {
        return new PagedItems(side.run(), candidates.listing());
    }

    @Override
    public Iterator<Item> again(Map<String, String> failed) {
        return new PagedItems(side.run(), candidates.these(List.copyOf(failed.keySet())));
    }

    @Override
    public Optional<JsonNode> read(Item item) {
        CandidateResume.newest(item.row()).ifPresent(resume -> item.setResume(resume.through(files)));
        return Optional.of(item.row());
    }
}
