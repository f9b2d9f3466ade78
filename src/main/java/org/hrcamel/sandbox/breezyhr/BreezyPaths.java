package org.hrcamel.sandbox.breezyhr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.function.Function;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/** Leads each method and path below {@code /v3} to its endpoint (Breezy HR contract, sections 1 to 4). */
final class BreezyPaths {

    private final BreezyRecords records;
    private final Sessions sessions;
    private final Positions positions;
    private final CandidateEndpoints candidates;
    private final ResumeEndpoint resumes;

    BreezyPaths(
            BreezyRecords records,
            Sessions sessions,
            Positions positions,
            CandidateEndpoints candidates,
            ResumeEndpoint resumes) {
        this.records = records;
        this.sessions = sessions;
        this.positions = positions;
        this.candidates = candidates;
        this.resumes = resumes;
    }

    Reply answer(Request request) {
        List<String> path = request.path();
        if (path.size() < 2 || !path.get(0).equals("v3")) {
            return BreezyError.notFound(request);
        }
        if (path.get(1).equals("company") && path.size() > 3) {
            return company(request, path.get(2), path.subList(3, path.size()));
        }
        return switch (request.method() + " " + String.join("/", path.subList(1, path.size()))) {
            case "POST signin" -> sessions.signIn(request);
            case "GET signout" -> sessions.signOut(request);
            case "GET companies" -> companies();
            default -> BreezyError.notFound(request);
        };
    }

    private static Reply companies() {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        company(body, SimulatedBreezyhr.OTHER_COMPANY, SimulatedBreezyhr.OTHER_COMPANY_NAME, "acme-2");
        company(body, SimulatedBreezyhr.COMPANY, SimulatedBreezyhr.COMPANY_NAME, "acme");
        return Reply.json(200, body);
    }

    private static void company(ArrayNode body, String id, String name, String friendlyId) {
        body.addObject()
                .put("_id", id)
                .put("name", name)
                .put("friendly_id", friendlyId)
                .put("initial", "A")
                .put("member_count", 5);
    }

    private Reply company(Request request, String company, List<String> path) {
        boolean main = company.equals(SimulatedBreezyhr.COMPANY);
        if (!main && !company.equals(SimulatedBreezyhr.OTHER_COMPANY)) {
            return BreezyError.plain(403, "You are not a member of this company");
        }
        String call = request.method() + " " + String.join("/", path);
        if (call.equals("GET candidates/search")) {
            return candidates.search(request, main);
        }
        if (call.equals("GET positions")) {
            return main ? positions.list(request) : Reply.json(200, "[]");
        }
        if (!path.get(0).equals("position") || path.size() < 2) {
            return BreezyError.notFound(request);
        }
        String position = path.get(1);
        if (!main || Positions.find(position).isEmpty()) {
            return BreezyError.typed(404, "positionNotFound", "the position was not found.");
        }
        return position(request, position, path.subList(2, path.size()));
    }

    private Reply position(Request request, String position, List<String> path) {
        if (path.size() >= 2 && path.get(0).equals("candidate")) {
            return candidate(request, position, path.get(1), String.join("/", path.subList(2, path.size())));
        }
        return switch (request.method() + " " + String.join("/", path)) {
            case "GET " -> Reply.json(200, Positions.find(position).orElseThrow());
            case "GET candidates" -> candidates.list(request, position);
            default -> BreezyError.notFound(request);
        };
    }

    private Reply candidate(Request request, String position, String id, String rest) {
        return switch (request.method() + " " + rest) {
            case "GET " -> found(position, id, candidate -> candidates.detail(request, candidate));
            case "PUT " -> found(position, id, candidate -> candidates.put(request, candidate));
            case "PUT education" ->
                found(position, id, candidate -> candidates.add(request, candidate, HistoryEntry.EDUCATION));
            case "PUT work-history" ->
                found(position, id, candidate -> candidates.add(request, candidate, HistoryEntry.WORK));
            case "GET resume" -> found(position, id, candidate -> resumes.download(request, candidate));
            case "POST resume" -> found(position, id, candidate -> resumes.upload(request, candidate));
            default -> BreezyError.notFound(request);
        };
    }

    /** 412 says that the candidate exists on another position; the type of that error is not documented (section 10, U9). */
    private Reply found(String position, String id, Function<BreezyCandidate, Reply> endpoint) {
        return records.find(id)
                .map(candidate -> candidate.position().equals(position)
                        ? endpoint.apply(candidate)
                        : BreezyError.typed(412, "wrongPosition", "the candidate is on another position."))
                .orElseGet(() -> BreezyError.typed(404, "candidateNotFound", "the candidate was not found."));
    }
}
