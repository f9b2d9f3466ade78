package org.hrcamel.sandbox.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Consumer;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/** Candidates: list, detail, search, and the writes of an update (Breezy HR contract, sections 2.2 and 3). Thread safe. */
final class CandidateEndpoints {

    private final BreezyRecords records;
    private final CandidateUpdate update;
    private volatile EducationDates educationDates = EducationDates.ABSENT;
    private volatile boolean searchShowsPosition = true;
    private volatile boolean upserts;

    CandidateEndpoints(BreezyRecords records, CandidateUpdate update) {
        this.records = records;
        this.update = update;
    }

    void educationDates(EducationDates dates) {
        educationDates = dates;
    }

    void searchShowsPosition(boolean shows) {
        searchShowsPosition = shows;
    }

    void upserts(boolean upserts) {
        this.upserts = upserts;
    }

    Reply list(Request request, String position) {
        Paging.noteUnknown(request, Set.of("page_size", "page", "sort"));
        String sort = request.query("sort").orElse("updated");
        if (!sort.equals("created") && !sort.equals("updated")) {
            request.violation("sort is created or updated");
        }
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        Paging.of(request)
                .slice(records.of(position, sort.equals("created")))
                .forEach(candidate -> body.add(candidate.listed(company(request))));
        return Reply.json(200, body);
    }

    /** Company-wide and exact; shows a candidate of each position that the person is on. */
    Reply search(Request request, boolean mainCompany) {
        Paging.noteUnknown(request, Set.of("email_address"));
        String email = request.query("email_address").orElse("");
        if (email.isBlank()) {
            return BreezyError.invalid(request, "searchCompanyCandidatesMissingEmail", "an email_address is required.");
        }
        if (email.contains(" ")) {
            request.violation("a + in the address was not percent-encoded");
        }
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        if (mainCompany) {
            records.withEmail(email).forEach(candidate -> body.add(hit(candidate)));
        }
        return Reply.json(200, body);
    }

    private ObjectNode hit(BreezyCandidate candidate) {
        ObjectNode hit = JsonNodeFactory.instance.objectNode().put("_id", candidate.id());
        hit.set("name", candidate.detail().path("name"));
        if (searchShowsPosition) {
            hit.set("creation_date", candidate.detail().path("creation_date"));
            String position = candidate.position();
            ObjectNode shown = hit.putObject("position").put("_id", position);
            Positions.find(position).ifPresent(row -> shown.set("name", row.path("name")));
        }
        return hit;
    }

    Reply detail(Request request, BreezyCandidate candidate) {
        Paging.noteUnknown(request, Set.of());
        return Reply.json(200, candidate.read(company(request), educationDates));
    }

    Reply put(Request request, BreezyCandidate candidate) {
        JsonNode body = Sessions.json(request).orElse(MissingNode.getInstance());
        Reply refusal = update.refuse(request, body, candidate.detail());
        return refusal != null
                ? refusal
                : written(request, candidate, detail -> update.apply((ObjectNode) body, detail));
    }

    Reply add(Request request, BreezyCandidate candidate, HistoryEntry kind) {
        JsonNode body = Sessions.json(request).orElse(MissingNode.getInstance());
        Reply refusal = kind.refuse(request, body, candidate.detail());
        return refusal != null
                ? refusal
                : written(request, candidate, detail -> kind.apply((ObjectNode) body, detail, upserts));
    }

    private Reply written(Request request, BreezyCandidate candidate, Consumer<ObjectNode> change) {
        BreezyCandidate changed = records.update(candidate.id(), stored -> {
            change.accept(stored.detail());
            return stored;
        });
        return Reply.json(200, changed.read(company(request), educationDates));
    }

    private static String company(Request request) {
        return request.base() + "/v3/company/" + request.path().get(2);
    }
}
