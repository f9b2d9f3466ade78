package org.hrcamel.connector.smartrecruiters;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hrcamel.connector.OriginClock;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.connector.Seen;
import org.hrcamel.connector.Side;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.LinkHeader;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;

/**
 * The pages of {@code GET /candidates}, followed to the end by {@code nextPageId}, which the body tells or the {@code Link} header alone
 * (SmartRecruiters contract, section 2.1).
 */
final class CandidateSearch implements PagedItems.Pages {

    private static final int LARGEST_PAGE = 100;
    private static final List<Parameter<List<String>>> FILTERS =
            List.of(SmartrecruitersConnector.JOB_IDS, SmartrecruitersConnector.TAGS, SmartrecruitersConnector.STATUS);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final SmartrecruitersApi api;
    private final Side side;
    private final Run run;
    private final Address first;
    private final Seen rows = Seen.latest();
    private Seen pages = Seen.all();
    private Optional<Address> next;
    private Optional<RequestFailed> noNext = Optional.empty();
    private boolean restarted;

    CandidateSearch(SmartrecruitersApi api, Side side) {
        this.api = api;
        this.side = side;
        this.run = side.run();
        this.first = first(api.candidates(), side.parameters(), since(side));
        this.next = Optional.of(first);
    }

    /**
     * Where the listing begins. Who comes into the scope of a filter need not have changed by {@code updatedOn} (contract, U11), so a
     * filtered listing shows everybody, which costs rows and no details.
     */
    private static Optional<Instant> since(Side side) {
        Parameters parameters = side.parameters();
        boolean filtered = parameters.find(SmartrecruitersConnector.QUERY).isPresent()
                || parameters.find(SmartrecruitersConnector.ONBOARDING_STATUS).isPresent()
                || FILTERS.stream().anyMatch(filter -> !parameters.list(filter).isEmpty());
        if (filtered) {
            side.run().listsEverybody();
            return Optional.empty();
        }
        return side.run().since();
    }

    /**
     * @param since where an incremental listing begins; the operator's own time goes first
     */
    private static Address first(Address candidates, Parameters parameters, Optional<Instant> since) {
        Address address = candidates
                .query("limit", Math.min(parameters.get(SmartrecruitersConnector.LIMIT), LARGEST_PAGE))
                .query("q", parameters.find(SmartrecruitersConnector.QUERY));
        for (String job : parameters.list(SmartrecruitersConnector.JOB_IDS)) {
            address = address.query("jobId", job);
        }
        for (String tag : parameters.list(SmartrecruitersConnector.TAGS)) {
            address = address.query("tag", tag);
        }
        for (String status : parameters.list(SmartrecruitersConnector.STATUS)) {
            address = address.query("status", status);
        }
        return address.query("onboardingStatus", parameters.find(SmartrecruitersConnector.ONBOARDING_STATUS))
                .query(
                        "updatedAfter",
                        parameters
                                .find(SmartrecruitersConnector.UPDATED_AFTER)
                                .or(() -> since)
                                .map(TIME::format));
    }

    @Override
    public Optional<List<Item>> next() throws RequestFailed, CredentialRefused, RunFatal {
        if (noNext.isPresent()) {
            throw noNext.get();
        }
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Instant asked = side.api().clock().instant();
        ApiAnswer answer = api.page(next.get());
        boolean continued = !next.get().equals(first);
        if (answer.status() == 400 && continued && !restarted) {
            // The page id may have ended: once more from the start, rows that were seen lately are left out.
            restarted = true;
            pages = Seen.all();
            next = Optional.of(first);
            return Optional.of(List.of());
        }
        if (!answer.isSuccess() && continued) {
            // The parameters were good for the first page: what was read is still delivered.
            throw new RequestFailed(
                    RequestFailed.Cause.MALFORMED, false, "SmartRecruiters refuses its own page id (" + answer + ")");
        }
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        OriginClock.tell(side, asked, answer);
        // A leftover of older paging (contract, section 2.1): good enough to watch by, and for nothing else.
        JsonNode total = answer.body().path("totalFound");
        if (total.canConvertToLong()) {
            run.expects(total.longValue());
        }
        JsonNode content = answer.body().path("content");
        next = content.isEmpty() ? Optional.empty() : following(answer);
        return Optional.of(items(content));
    }

    private static RunFatal refused(ApiAnswer answer) {
        return new RunFatal(
                Reason.BAD_ORIGIN_PARAMETERS,
                "SmartRecruiters refuses the search (" + answer + "): check the pull_parameters");
    }

    private Optional<Address> following(ApiAnswer answer) {
        Optional<String> page = pageId(answer);
        if (page.isPresent() && !pages.add(page.get())) {
            // What this page has is delivered first.
            noNext = Optional.of(new RequestFailed(
                    RequestFailed.Cause.MALFORMED,
                    false,
                    "SmartRecruiters gave the same page twice: the listing has no end"));
            return Optional.empty();
        }
        return page.map(id -> first.query("pageId", id));
    }

    private static Optional<String> pageId(ApiAnswer answer) {
        String told = answer.body().path("nextPageId").asText("");
        return told.isEmpty()
                ? LinkHeader.next(answer).flatMap(CandidateSearch::pageId)
                : Optional.of(told).filter(id -> !id.equals("null"));
    }

    /** The link is relative and its page id encoded; a plus sign in it is one, since page ids have no spaces. */
    private static Optional<String> pageId(String link) {
        return Arrays.stream(Address.verbatim(link).rawQuery().split("&"))
                .filter(pair -> pair.startsWith("pageId="))
                .map(pair -> pair.substring("pageId=".length()).replace("+", "%2B"))
                .map(id -> URLDecoder.decode(id, StandardCharsets.UTF_8))
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    private List<Item> items(JsonNode content) {
        List<Item> items = new ArrayList<>();
        for (JsonNode row : content) {
            String id = row.path("id").asText("");
            if (id.isEmpty()) {
                run.gone();
            } else if (rows.add(id + " " + row.path("updatedOn").asText(""))) {
                // A newer version of a row that was seen is news (contract, U4).
                Item item = new Item(id, row);
                item.setVersion(version(row));
                items.add(item);
            }
        }
        return items;
    }

    /** The time of change, or of creation before the first change (contract, section 7). */
    private static String version(JsonNode row) {
        return row.path("updatedOn").asText(row.path("createdOn").asText(null));
    }
}
