package org.hrcamel.sandbox.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/** What is behind {@code /company/{companyId}/…}, once the key and the company were accepted. Flatchr contract, sections 2 to 4. */
final class Routes {

    private final Applicants applicants;
    private final CvFiles files;
    private final Choices choices;

    Routes(Applicants applicants, CvFiles files, Choices choices) {
        this.applicants = applicants;
        this.files = files;
        this.choices = choices;
    }

    /**
     * @param route the path's segments behind the company
     */
    Reply answer(Request request, List<String> route) {
        if (request.method().equals("GET") && request.body().length > 0) {
            request.violation("a GET with a body");
        }
        String called = request.method() + " " + route.get(0) + " " + route.size();
        return switch (called) {
            case "POST search 2" -> route.get(1).equals("applicants") ? search(request) : nothing(request);
            case "GET applicant 2" -> detail(request, route.get(1));
            case "PUT applicant 2" -> move(request, route.get(1));
            case "PUT vacancy 4" -> route.get(2).equals("applicant") ? move(request, route.get(3)) : nothing(request);
            case "GET columns 1" -> {
                parameters(request, Set.of());
                yield Reply.json(200, BoardColumn.list(SimulatedFlatchr.COMPANY_ID));
            }
            case "GET vacancies 1" -> {
                parameters(request, Set.of("fields", "status", "offer_id"));
                yield Reply.json(200, Posting.list(request.query("status").orElse(null)));
            }
            case "GET files 2" -> route.get(1).equals("expire") ? cv(request) : nothing(request);
            default -> nothing(request);
        };
    }

    private Reply search(Request request) {
        parameters(request, Set.of());
        if (!request.header("content-type").orElse("").startsWith("application/json")) {
            request.violation("a body that is not application/json");
            return SimulatedFlatchr.error(415, "Unsupported Media Type", "Unsupported Media Type");
        }
        Optional<JsonNode> body = request.json().filter(JsonNode::isObject);
        if (body.isEmpty()) {
            request.violation("a body that is no JSON object");
            return SimulatedFlatchr.error(400, "Bad Request", "Invalid request payload");
        }
        Optional<ApplicantSearch> search = ApplicantSearch.read(request, body.get(), SimulatedFlatchr.COMPANY_ID);
        if (search.isEmpty()) {
            return SimulatedFlatchr.error(400, "Bad Request", "Invalid date");
        }
        boolean any = choices.anyFilter;
        boolean all = choices.archivedRows || body.get().has("status");
        List<ObjectNode> rows = applicants.rows(
                applicant -> (all || applicant.path("status").asInt() != 0)
                        && search.get().matches(applicant, any),
                applicant -> SearchRow.of(applicant, choices.rowDate),
                choices.rowCap);
        return rows.isEmpty()
                ? choices.emptyForm.reply()
                : Reply.json(200, JsonNodeFactory.instance.arrayNode().addAll(rows));
    }

    private Reply detail(Request request, String id) {
        parameters(request, Set.of("fields"));
        if (choices.detailMissing) {
            return SimulatedFlatchr.error(404, "Not Found", "Not Found");
        }
        return applicants
                .applicant(id)
                .map(applicant -> Reply.json(200, ApplicantDetail.read(request, applicant)))
                .orElseGet(() -> unknown(request, id));
    }

    private Reply move(Request request, String id) {
        request.violation("moves an applicant");
        if (applicants.applicant(id).isEmpty()) {
            return unknown(request, id);
        }
        JsonNode column = request.json().map(body -> body.path("column_id")).orElse(null);
        applicants.changeApplicant(id, applicant -> {
            if (column != null && column.isInt()) {
                applicant.set("column_id", column);
            }
        });
        return applicants
                .applicant(id)
                .map(applicant -> Reply.json(200, ApplicantDetail.moved(applicant)))
                .orElseGet(() -> unknown(request, id));
    }

    private Reply cv(Request request) {
        parameters(request, Set.of("key", "extension", "token"));
        if (choices.strictCvPace && !files.admit()) {
            request.violation("more than one CV a second");
            return SimulatedFlatchr.error(429, "Too Many Requests", "Rate limit exceeded");
        }
        return files.file(request, choices.cvRedirect);
    }

    private Reply unknown(Request request, String id) {
        if (applicants.isCandidate(id) || id.matches("\\d+|null")) {
            request.violation("not the encoded id of an applicant");
        }
        return SimulatedFlatchr.error(404, "Not Found", "Applicant not found");
    }

    private static void parameters(Request request, Set<String> known) {
        request.query().forEach((name, values) -> {
            if (!known.contains(name) && !Credentials.PARAMETERS.contains(name) || values.size() > 1) {
                request.violation("query parameter " + name);
            }
        });
    }

    private static Reply nothing(Request request) {
        request.violation("no such route");
        return SimulatedFlatchr.error(404, "Not Found", "Not Found");
    }
}
