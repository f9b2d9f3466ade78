package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.connector.Seen;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;

/** The pages of {@code GET /storing/profiles}, up to {@code meta.maxPage} (HrFlow contract, section 2.4). */
final class ProfileListing implements PagedItems.Pages {

    private final HrflowApi api;
    private final Run run;
    private final int size;
    private final Seen keys = Seen.all();
    private int page = 1;
    private boolean ended;

    /**
     * @param size profiles a page; HrFlow may give fewer
     */
    ProfileListing(HrflowApi api, Run run, int size) {
        this.api = api;
        this.run = run;
        this.size = size;
    }

    @Override
    public Optional<List<Item>> next() throws RequestFailed, CredentialRefused, RunFatal {
        if (ended) {
            return Optional.empty();
        }
        ApiAnswer answer = api.profiles(page, size);
        if (!answer.isSuccess()) {
            run.listingFailed("refused_by_hrflow", "HrFlow answered " + answer + " when listing profiles");
            return Optional.empty();
        }
        JsonNode rows = HrflowAnswer.data(answer);
        List<Item> items = items(rows);
        JsonNode meta = answer.body().path("meta");
        if (meta.path("total").canConvertToLong()) {
            run.expects(meta.path("total").longValue());
        }
        JsonNode last = meta.path("maxPage");
        // Without a last page, only a page without news can tell the end.
        ended = rows.isEmpty() || (last.canConvertToInt() ? page >= last.intValue() : items.isEmpty());
        page++;
        return Optional.of(items);
    }

    private List<Item> items(JsonNode rows) {
        List<Item> items = new ArrayList<>();
        for (JsonNode profile : rows) {
            String key = profile.path("key").asText("");
            String reference = profile.path("reference").asText("");
            if (key.isEmpty()) {
                run.gone();
            } else if (keys.add(key)) {
                items.add(new Item(reference.isBlank() ? key : reference, profile));
            }
        }
        return items;
    }
}
