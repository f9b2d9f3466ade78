package org.hrcamel.connector.smartrecruiters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.connector.Side;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.ItemFailed;
import org.hrcamel.workflow.OriginSession;
import org.hrcamel.workflow.Resume;

/** One run's reading of SmartRecruiters: every page of the search, and the detail of each candidate. */
final class SmartrecruitersOrigin implements OriginSession {

    private final Side side;
    private final SmartrecruitersApi api;

    SmartrecruitersOrigin(Side side) {
        this.side = side;
        this.api = new SmartrecruitersApi(side);
    }

    @Override
    public Iterator<Item> items() {
        return new PagedItems(side.run(), new CandidateSearch(api, side));
    }

    @Override
    public Iterator<Item> again(Map<String, String> failed) {
        List<Item> items = failed.keySet().stream()
                .map(id -> new Item(id, JsonNodeFactory.instance.objectNode().put("id", id)))
                .toList();
        return new PagedItems(side.run(), PagedItems.Pages.one(items));
    }

    @Override
    public Optional<JsonNode> read(Item item) throws ItemFailed, RequestFailed, CredentialRefused {
        Optional<ObjectNode> detail = api.candidate(item.reference());
        detail.ifPresent(candidate -> {
            keep("id", candidate, item.row());
            keep("consent", candidate, item.row());
            // What is delivered is what was read just now, which may be newer than the row.
            String changed = candidate.path("updatedOn").asText(item.version());
            item.setVersion(changed == null ? candidate.path("createdOn").asText(null) : changed);
            item.setResume(Resume.of(() -> new CandidateResume(api).fetch(candidate)));
        });
        return detail.map(candidate -> candidate);
    }

    /** The detail need not tell what the row told (contract, section 2.3 and U5). */
    private static void keep(String field, ObjectNode candidate, JsonNode row) {
        if (!candidate.hasNonNull(field) && row.hasNonNull(field)) {
            candidate.set(field, row.get(field));
        }
    }
}
