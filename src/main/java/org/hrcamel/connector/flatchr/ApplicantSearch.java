package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hrcamel.connector.OriginClock;
import org.hrcamel.connector.Side;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of {@code POST /search/applicants} as they come, slice by slice (Flatchr contract, section 2.1). Slices overlap, so an
 * application may come several times. One whose answer is as long as a cut one may be is halved and read again. Used by one thread.
 */
final class ApplicantSearch {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicantSearch.class);

    private final FlatchrApi api;
    private final Side side;
    private final Consumer<ObjectNode> filters;
    private final ObjectNode further;
    private final int longest;
    private final Deque<SearchDays> slices;

    /**
     * @param filters adds to a search's body whom it asks for
     */
    ApplicantSearch(FlatchrApi api, Side side, Collection<SearchDays> slices, Consumer<ObjectNode> filters) {
        this.api = api;
        this.side = side;
        this.filters = filters;
        this.further = side.api()
                .settings()
                .find(FlatchrChoices.SEARCH_BODY)
                .map(ObjectNode::deepCopy)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        // Days of creation are pull parameters.
        this.further.remove(List.of("start", "end"));
        this.longest = side.api().settings().get(FlatchrChoices.SLICE_ROWS);
        this.slices = new ArrayDeque<>(slices);
    }

    /** The next slice's rows, possibly none, or empty after the last slice. */
    Optional<List<JsonNode>> next() throws RequestFailed, CredentialRefused, RunFatal {
        SearchDays slice = slices.poll();
        if (slice == null) {
            return Optional.empty();
        }
        List<JsonNode> rows = rows(slice);
        if (rows.size() >= longest) {
            List<SearchDays> halves = slice.halves();
            if (!halves.isEmpty()) {
                slices.addFirst(halves.get(1));
                slices.addFirst(halves.get(0));
                return Optional.of(List.of());
            }
            Run run = side.run();
            LOG.warn(
                    "{} {}: Flatchr gave {} rows for the single day {}, as many as connector.flatchr.slice-rows; if it cut"
                            + " them off, some applications are missing",
                    run.workflow().id(),
                    run.id(),
                    rows.size(),
                    slice);
        }
        return Optional.of(rows);
    }

    private List<JsonNode> rows(SearchDays slice) throws RequestFailed, CredentialRefused, RunFatal {
        ObjectNode body = further.deepCopy();
        filters.accept(body);
        slice.addTo(body);
        Instant asked = side.api().clock().instant();
        ApiAnswer answer = api.search(body);
        OriginClock.tell(side, asked, answer);
        return rows(answer.body());
    }

    /** "No rows" has several forms (U10). */
    private static List<JsonNode> rows(JsonNode body) throws RequestFailed {
        if (body instanceof ArrayNode array) {
            List<JsonNode> rows = new ArrayList<>(array.size());
            array.forEach(rows::add);
            return rows;
        }
        if (body.isNull() || body.isEmpty() && body.asText("").isBlank()) {
            return List.of();
        }
        throw new RequestFailed(
                RequestFailed.Cause.MALFORMED, false, "Flatchr answered the search with something else than rows");
    }
}
