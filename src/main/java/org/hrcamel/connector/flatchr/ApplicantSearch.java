package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hrcamel.connector.Seen;
import org.hrcamel.connector.Side;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of {@code POST /search/applicants}, slice by slice of creation days (Flatchr contract, section 2.1): asked for with a day
 * more at both ends, each application once, checked by the {@link ApplicantFilter}. A slice whose answer is as long as a cut one may
 * be is halved and read again. Used by one thread.
 */
final class ApplicantSearch {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicantSearch.class);

    private final FlatchrApi api;
    private final Run run;
    private final ApplicantFilter filter;
    private final ObjectNode further;
    private final int longest;
    private final Deque<CreationDays> slices;
    private final Seen applicants = new Seen();

    ApplicantSearch(FlatchrApi api, Side side, ApplicantFilter filter) {
        this.api = api;
        this.run = side.run();
        this.filter = filter;
        Parameters settings = side.api().settings();
        this.further = settings.find(FlatchrChoices.SEARCH_BODY).orElseGet(JsonNodeFactory.instance::objectNode);
        this.longest = settings.get(FlatchrChoices.SLICE_ROWS);
        LocalDate today = LocalDate.ofInstant(side.api().clock().instant(), settings.get(FlatchrChoices.TIME_ZONE));
        LocalDate first =
                side.parameters().find(FlatchrConnector.START).orElseGet(() -> settings.get(FlatchrChoices.EARLIEST));
        LocalDate last = side.parameters()
                .find(FlatchrConnector.END)
                .filter(end -> end.isBefore(today))
                .orElse(today);
        this.slices = CreationDays.slices(first, last, settings.get(FlatchrChoices.SLICE_DAYS));
    }

    /** The next slice's rows, possibly none, or empty after the last slice. */
    Optional<List<ObjectNode>> next() throws RequestFailed, CredentialRefused, RunFatal {
        CreationDays slice = slices.poll();
        if (slice == null) {
            return Optional.empty();
        }
        ArrayNode rows = api.search(body(slice));
        if (rows.size() >= longest && !slice.isOneDay()) {
            slice.halves().stream()
                    .sorted((a, b) -> b.first().compareTo(a.first()))
                    .forEach(slices::addFirst);
            return Optional.of(List.of());
        }
        if (rows.size() >= longest) {
            LOG.warn(
                    "{} {}: Flatchr gave {} rows for the single day {}, as many as connector.flatchr.slice-rows; if it cut"
                            + " them off, some applications are missing",
                    run.workflow().id(),
                    run.id(),
                    rows.size(),
                    slice.first());
        }
        return Optional.of(wanted(rows));
    }

    private ObjectNode body(CreationDays slice) {
        ObjectNode body = further.deepCopy();
        filter.addTo(body);
        return body.put("start", FlatchrDates.request(slice.first().minusDays(1)))
                .put("end", FlatchrDates.request(slice.last().plusDays(1)));
    }

    private List<ObjectNode> wanted(ArrayNode rows) throws CredentialRefused {
        List<ObjectNode> wanted = new ArrayList<>();
        for (JsonNode row : rows) {
            String id = row.path("applicant").asText("");
            if (id.isBlank()) {
                run.gone();
            } else if (filter.admits(row) && applicants.add(id)) {
                wanted.add((ObjectNode) row);
            }
        }
        return wanted;
    }
}
