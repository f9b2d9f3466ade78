package org.hrcamel.sandbox.flatchr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hrcamel.sandbox.EmptyForm;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.SimulatedAts;

/**
 * Flatchr's REST API: applicant search, applicant detail, columns, vacancies and CV files of one company.
 *
 * <p>The key is a Bearer token, on the CV route the query parameter {@code token} (Flatchr contract, sections 1 and 4). Elsewhere that
 * parameter works, too, as documented, but is noted, since it brings the key into logs (section 10, U2). A refused key is a 401 and a
 * foreign company a 403, both {@code {"statusCode": …, "error": "…", "message": "…"}} (U19). A doubled slash is a 404.
 *
 * <p>The search answers all matching rows at once, archived ones included (U6), days as {@code DD/MM/YY}; the detail has epoch seconds
 * (section 2.2). Moving an applicant is the one write that is simulated: it is noted, since no client of this project moves anybody,
 * and it moves the update time (section 3). Thread safe; the switches may be turned while requests are served.
 */
public final class SimulatedFlatchr implements SimulatedAts {

    public static final String API_KEY = "flatchr-example-key-4f6d2a91c0";
    public static final String COMPANY_ID = "Wy3EOp2NP3p1KMq8";

    private final Applicants applicants;
    private final Choices choices = new Choices();
    private final Routes routes;

    public SimulatedFlatchr(List<Person> people) {
        this(people, Clock.systemUTC());
    }

    /**
     * @param clock for update times and the pace of the CV route
     */
    public SimulatedFlatchr(List<Person> people, Clock clock) {
        applicants = new Applicants(clock);
        routes = new Routes(applicants, new CvFiles(people, clock), choices);
        people.forEach(person -> ApplicantRecords.of(person).forEach(applicants::put));
    }

    /** How a search without rows looks; {@code []} by default (section 10, U10). */
    public SimulatedFlatchr emptyForm(EmptyForm form) {
        choices.emptyForm = form;
        return this;
    }

    /** The form of a row's {@code updated_at}; {@code DD/MM/YY} by default (section 10, U11). */
    public SimulatedFlatchr updatedAtForm(RowDate form) {
        choices.rowDate = form;
        return this;
    }

    /** How many rows a search answers at most, silently; unlimited by default (section 10, U9). */
    public SimulatedFlatchr rowCap(int rows) {
        choices.rowCap = rows;
        return this;
    }

    /** Whether one matching filter is enough; all must match by default (section 10, U8). */
    public SimulatedFlatchr anyFilterMatches(boolean any) {
        choices.anyFilter = any;
        return this;
    }

    /** Whether a search that does not ask for a status shows archived rows; it does by default (section 10, U6). */
    public SimulatedFlatchr archivedRows(boolean shown) {
        choices.archivedRows = shown;
        return this;
    }

    /** Whether the detail route no longer exists and is a 404 for everybody; it exists by default (section 10, U13). */
    public SimulatedFlatchr detailMissing(boolean missing) {
        choices.detailMissing = missing;
        return this;
    }

    /** Whether the CV route refuses a second call within a second with 429, without {@code Retry-After}; it does by default (section 4). */
    public SimulatedFlatchr strictCvPace(boolean strict) {
        choices.strictCvPace = strict;
        return this;
    }

    /** Whether the CV route redirects to the foreign file host; it answers bytes by default (section 10, U18). */
    public SimulatedFlatchr cvRedirect(boolean redirect) {
        choices.cvRedirect = redirect;
        return this;
    }

    /**
     * Changes a candidate; the update times of all its applications move.
     *
     * @param id of the candidate
     * @throws IllegalArgumentException if there is no such candidate
     */
    public void edit(String id, Consumer<ObjectNode> change) {
        applicants.changeCandidate(id, change);
    }

    /**
     * Changes one application; its update time moves. The nested {@code candidate} is that of all applications of this person.
     *
     * @param id of the applicant, see {@link #applicant}
     * @throws IllegalArgumentException if there is no such applicant
     */
    public void editApplicant(String id, Consumer<ObjectNode> change) {
        applicants.changeApplicant(id, change);
    }

    /** Archives one application, as a recruiter does. */
    public void archive(String applicantId) {
        editApplicant(applicantId, applicant -> applicant.put("status", 0));
    }

    /**
     * Removes an applicant, or a candidate with all applications.
     *
     * @throws IllegalArgumentException if there is neither
     */
    public void remove(String id) {
        applicants.remove(id);
    }

    /**
     * Adds an applicant in the shape of the detail, or replaces the one with the same {@code id}. Dates are epoch seconds; links that
     * start with a slash are completed; a candidate that is known already keeps its values.
     *
     * @throws IllegalArgumentException if {@code id} or {@code candidate.id} is missing
     */
    public void add(ObjectNode applicant) {
        applicants.put(applicant.deepCopy());
    }

    /** The encoded id of the candidate. */
    @Override
    public String reference(Person person) {
        return ApplicantRecords.candidateId(person);
    }

    /**
     * The encoded id of one application.
     *
     * @param which 0 for the first, 1 for the second; only few people have a second one
     */
    public String applicant(Person person, int which) {
        return ApplicantRecords.applicantId(person, which);
    }

    @Override
    public String name() {
        return "flatchr";
    }

    @Override
    public Map<String, String> settings(String root) {
        return Map.of(
                "connector.flatchr.base-url", root + "/flatchr",
                "workflow.flatchr-update-profiles-in-hrflow.connector_auth.api_key", API_KEY,
                "workflow.flatchr-update-profiles-in-hrflow.connector_auth.company_id", COMPANY_ID);
    }

    @Override
    public Reply answer(Request request) {
        List<String> path = request.path();
        if (path.get(0).equals("private-storage")) {
            request.violation("candidate.cv is not for clients");
            return Reply.text(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>");
        }
        if (path.contains("") || path.size() < 3 || !path.get(0).equals("company")) {
            request.violation("no such path");
            return error(404, "Not Found", "Not Found");
        }
        List<String> route = path.subList(2, path.size());
        if (!Credentials.accepted(request, route.equals(List.of("files", "expire")))) {
            return error(401, "Unauthorized", "Invalid or expired token");
        }
        if (!path.get(1).equals(COMPANY_ID)) {
            return error(403, "Forbidden", "No access to this company");
        }
        return routes.answer(request, route);
    }

    static Reply error(int status, String error, String message) {
        return Reply.json(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("statusCode", status)
                        .put("error", error)
                        .put("message", message));
    }
}
