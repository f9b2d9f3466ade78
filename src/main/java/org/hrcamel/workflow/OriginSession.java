package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;

/** One run's reading of an origin. Its items are read by many threads at once. */
public interface OriginSession {

    /**
     * Every item, page by page, lazily; called once, iterated by one thread at a time. It never throws: when a page cannot be read,
     * the iterator tells the run by {@link Run#readFailed} and ends.
     */
    Iterator<Item> items();

    /**
     * Items that failed in earlier runs and that this run's listing of changes did not show, asked for by id. An origin whose listing
     * always shows everybody is not asked: who is not listed is not wanted any more. Never throws, as {@link #items}.
     *
     * @param failed the locator of each by its reference, see {@link Item#locator}
     */
    default Iterator<Item> again(Map<String, String> failed) {
        return Collections.emptyIterator();
    }

    /**
     * The whole candidate; may also set the item's résumé. An origin whose listing tells all gives back the row.
     *
     * @return empty when the candidate is gone
     */
    default Optional<JsonNode> read(Item item) throws ItemFailed, RequestFailed, CredentialRefused, RunFatal {
        return Optional.of(item.row());
    }
}
