package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.connector.Seen;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;

/**
 * Makes items of rows: each version of a candidate once, unless it comes again tens of thousands of rows later; those that the filter
 * lets pass, a page's together completed.
 */
final class CandidateListing implements PagedItems.Pages {

    /** Adds to the candidates of a page what their rows do not tell. */
    @FunctionalInterface
    interface Completion {
        /**
         * @param candidates by id; those that need not be delivered may stay as they are
         * @return the version of each, by id, as far as it can be told
         */
        Map<String, String> complete(Map<String, ObjectNode> candidates)
                throws RequestFailed, CredentialRefused, RunFatal;
    }

    private final Run run;
    private final RowPages pages;
    private final Predicate<JsonNode> filter;
    private final Completion completion;
    private final Seen rows = Seen.latest();

    CandidateListing(Run run, RowPages pages, Predicate<JsonNode> filter, Completion completion) {
        this.run = run;
        this.pages = pages;
        this.filter = filter;
        this.completion = completion;
    }

    @Override
    public Optional<List<Item>> next() throws RequestFailed, CredentialRefused, RunFatal {
        Optional<JsonNode> page = pages.next();
        if (page.isEmpty()) {
            return Optional.empty();
        }
        Map<String, ObjectNode> candidates = new LinkedHashMap<>();
        for (JsonNode row : page.get()) {
            String id = row.path("id").asText("");
            if (id.isEmpty() || row.path("id").isNull()) {
                // Candidates that are being processed, or hidden, have a row with a message and no id (contract, U8).
                run.gone();
            } else if (row instanceof ObjectNode candidate && filter.test(row) && rows.add(shown(id, row))) {
                candidates.put(id, candidate);
            }
        }
        // None of them would be given out any more: what lies beside them need not be asked for.
        return Optional.of(candidates.isEmpty() || run.isEnding() ? List.of() : items(candidates));
    }

    private List<Item> items(Map<String, ObjectNode> candidates) throws RequestFailed, CredentialRefused, RunFatal {
        Map<String, String> versions = completion.complete(candidates);
        List<Item> items = new ArrayList<>();
        candidates.forEach((id, candidate) -> {
            Item item = new Item(id, candidate);
            item.setVersion(versions.get(id));
            items.add(item);
        });
        return items;
    }

    /** A list that is begun again may show a candidate that has changed since (contract, section 7). */
    private static String shown(String id, JsonNode row) {
        return id + " " + row.path("updated_at").asText("");
    }
}
