package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.hrcamel.connector.Seen;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunFatal;

/**
 * The pages of one Harvest list, followed by {@code Link} to the end. A 422 on a later page means that the cursor has expired: the
 * list is begun again, twice at the most, so rows can come twice (Greenhouse contract, U5).
 */
final class LinkedPages implements RowPages {

    private static final int MOST_RESTARTS = 2;
    private static final int UNPROCESSABLE = 422;

    /** Asks for one page. */
    @FunctionalInterface
    interface Caller {
        /**
         * @return a success, or a 422
         */
        ApiAnswer get(Address page) throws RequestFailed, CredentialRefused, RunFatal;
    }

    private final Caller caller;
    private final Address first;
    private final String mend;
    private Seen pages = Seen.all();
    private Optional<Address> next;
    private Optional<RequestFailed> noNext = Optional.empty();
    private int restarts;

    /**
     * @param mend what to look at when Greenhouse refuses the first page
     */
    LinkedPages(Caller caller, Address first, String mend) {
        this.caller = caller;
        this.first = first;
        this.mend = mend;
        this.next = Optional.of(first);
    }

    @Override
    public Optional<JsonNode> next() throws RequestFailed, CredentialRefused, RunFatal {
        if (noNext.isPresent()) {
            throw noNext.get();
        }
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Address page = next.get();
        if (!pages.add(page.toString())) {
            throw new RequestFailed(
                    RequestFailed.Cause.MALFORMED,
                    false,
                    "Greenhouse links to the same page again: the list has no end");
        }
        ApiAnswer answer = caller.get(page);
        if (answer.status() == UNPROCESSABLE) {
            restart(page);
            return Optional.of(JsonNodeFactory.instance.arrayNode());
        }
        JsonNode rows = rows(answer.body());
        try {
            next = NextLink.of(answer, first);
        } catch (RequestFailed unusable) {
            // What this page has is delivered first.
            noNext = Optional.of(unusable);
        }
        return Optional.of(rows);
    }

    private void restart(Address page) throws RunFatal, RequestFailed {
        if (page.equals(first)) {
            throw new RunFatal(Reason.BAD_ORIGIN_PARAMETERS, "Greenhouse refuses to list (HTTP 422): check " + mend);
        }
        if (restarts++ == MOST_RESTARTS) {
            throw new RequestFailed(
                    RequestFailed.Cause.MALFORMED,
                    false,
                    "Greenhouse refuses its own link to the next page (HTTP 422)");
        }
        pages = Seen.all();
        next = Optional.of(first);
    }

    private static JsonNode rows(JsonNode body) throws RequestFailed {
        if (body.isArray()) {
            return body;
        }
        if (body.has("id")) {
            // A single row came without its list in recorded traffic (contract, U18).
            ArrayNode row = JsonNodeFactory.instance.arrayNode();
            return row.add(body);
        }
        throw new RequestFailed(RequestFailed.Cause.MALFORMED, false, "Greenhouse sent something else than a list");
    }
}
