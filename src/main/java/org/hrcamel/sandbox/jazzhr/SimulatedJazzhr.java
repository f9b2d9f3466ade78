package org.hrcamel.sandbox.jazzhr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hrcamel.sandbox.EmptyForm;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.SimulatedAts;

/**
 * JazzHR's REST API v1: applicant list, applicant detail and applicant files, read-only.
 *
 * <p>The key is the query parameter {@code apikey} and nothing else (JazzHR contract, section 1). Filters and page are path segments,
 * a page holds 100 rows, exactly one row comes as a bare object (section 2.1), and so does every collection of one element in the
 * detail (section 2.2). An unknown applicant is a 404 and a refused key a 401, both {@code {"error": "…"}}, unless switched (section
 * 10, U21 and U22). There is no update time (section 7): {@link #edit} changes the detail and leaves no other trace.
 *
 * <p>Chosen where the contract is silent: filters in the query string are ignored; a filter that is unknown or malformed is a 400; of
 * a segment sent twice the last one counts. Thread safe; the switches may be turned while requests are served.
 */
public final class SimulatedJazzhr implements SimulatedAts {

    public static final String API_KEY = "k7Wq2mExampleJazzKey00Xv9Rt4Lb1Z";

    private static final List<String> COLLECTIONS = List.of(
            "jobs", "comments", "feedback", "activities", "messages", "questionnaire", "evaluation", "categories");

    private final Applicants applicants = new Applicants();
    private final Clock clock;
    private volatile EmptyForm emptyForm = EmptyForm.LIST;
    private volatile boolean singleAsObject = true;
    private volatile boolean corruptSingleRow;
    private volatile boolean unknownApplicantAsEmpty;
    private volatile int refusal = 401;

    public SimulatedJazzhr(List<Person> people) {
        this(people, Clock.systemUTC());
    }

    /**
     * @param clock for the date and time of logged activities, which are in UTC
     */
    public SimulatedJazzhr(List<Person> people, Clock clock) {
        this.clock = clock;
        people.forEach(person -> applicants.put(ApplicantRecord.of(person)));
    }

    /** How a list without rows looks; {@code []} by default (section 10, U10). */
    public SimulatedJazzhr emptyForm(EmptyForm form) {
        emptyForm = form;
        return this;
    }

    /** Whether exactly one row, and a collection of one element, come without brackets; they do by default. */
    public SimulatedJazzhr singleRowAsObject(boolean bare) {
        singleAsObject = bare;
        return this;
    }

    /** Whether the values of a single bare row have their first characters overwritten, as in 2012; off by default (section 10, U11). */
    public SimulatedJazzhr corruptSingleRow(boolean corrupt) {
        corruptSingleRow = corrupt;
        return this;
    }

    /** Whether an unknown applicant is a 200 with the empty form instead of a 404; off by default. */
    public SimulatedJazzhr unknownApplicantAsEmpty(boolean empty) {
        unknownApplicantAsEmpty = empty;
        return this;
    }

    /** Whether a refused key is answered with 403 instead of 401; off by default. */
    public SimulatedJazzhr refuseWithForbidden(boolean forbidden) {
        refusal = forbidden ? 403 : 401;
        return this;
    }

    /**
     * Changes an applicant's detail. Collections are arrays here, whatever their size.
     *
     * @throws IllegalArgumentException if there is no such applicant
     */
    public void edit(String id, Consumer<ObjectNode> change) {
        applicants.change(id, change);
    }

    /** Logs an activity of a recruiter who looked at the applicant: the detail changes, the person does not. */
    public void view(String id) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        applicants.change(id, applicant -> {
            ArrayNode activities = applicant.withArray("activities");
            activities
                    .addObject()
                    .put("id", String.valueOf(900_000 + activities.size()))
                    .put("activity", "Viewed")
                    .put("date", now.toLocalDate().toString())
                    .put("time", now.format(DateTimeFormatter.ofPattern("HH:mm:ss")));
        });
    }

    /**
     * @throws IllegalArgumentException if there is no such applicant
     */
    public void remove(String id) {
        applicants.remove(id);
    }

    /** Adds an applicant's detail as it is, or replaces the one with the same {@code id}. A link that starts with a slash is completed. */
    public void add(ObjectNode applicant) {
        applicants.put(applicant);
    }

    @Override
    public String reference(Person person) {
        return ApplicantRecord.id(person);
    }

    @Override
    public String name() {
        return "jazzhr";
    }

    @Override
    public Map<String, String> settings(String root) {
        return Map.of(
                "connector.jazzhr.base-url",
                root + "/jazzhr/v1",
                "workflow.jazzhr-update-profiles-in-hrflow.connector_auth.api_key",
                API_KEY);
    }

    @Override
    public Reply answer(Request request) {
        List<String> path = request.path();
        if (path.get(0).equals("app")) {
            return WebApplication.answer(request);
        }
        if (path.contains("") || path.size() < 2 || !path.get(0).equals("v1")) {
            request.violation("no such path");
            return error(404, "Not found");
        }
        if (!authenticated(request)) {
            return error(refusal, "Invalid or missing API key");
        }
        if (!request.method().equals("GET")) {
            request.violation("this API has no such write");
            return error(405, "Method not allowed");
        }
        if (request.body().length > 0) {
            request.violation("a GET with a body");
        }
        List<String> segments = path.subList(2, path.size());
        return switch (path.get(1)) {
            case "applicants" ->
                segments.size() == 1 ? applicant(request, segments.get(0)) : applicants(request, segments);
            case "files" -> files(request, segments);
            default -> {
                request.violation("no such resource");
                yield error(404, "Not found");
            }
        };
    }

    private static boolean authenticated(Request request) {
        if (request.header("authorization").isPresent()) {
            request.violation("an Authorization header");
        }
        Map<String, List<String>> query = request.query();
        query.keySet().stream()
                .filter(name -> !name.equals("apikey"))
                .forEach(name -> request.violation("query parameter " + name + " is ignored"));
        List<String> keys = query.getOrDefault("apikey", List.of());
        if (keys.size() != 1) {
            request.violation(keys.isEmpty() ? "no apikey in the query" : "apikey twice");
        }
        return keys.contains(API_KEY);
    }

    private Reply applicant(Request request, String id) {
        Optional<ObjectNode> found = detail(request, id);
        if (found.isEmpty()) {
            return unknownApplicantAsEmpty ? emptyForm.reply() : error(404, "Applicant not found");
        }
        ObjectNode applicant = found.get();
        if (singleAsObject) {
            COLLECTIONS.stream()
                    .filter(name -> applicant.path(name).isArray()
                            && applicant.path(name).size() == 1)
                    .forEach(name -> applicant.set(name, applicant.path(name).get(0)));
        }
        return Reply.json(200, applicant);
    }

    private Reply applicants(Request request, List<String> segments) {
        return ListPath.read(request, segments, ApplicantFilter.NAMES)
                .map(list -> page(applicants.rows(new ApplicantFilter(list.filters())), list.page()))
                .orElseGet(() -> error(400, "Invalid request"));
    }

    private Reply files(Request request, List<String> segments) {
        if (!segments.contains("applicant_id")) {
            request.violation("the files of all applicants");
        }
        return ListPath.read(request, segments, ApplicantFiles.FILTERS)
                .flatMap(list -> Optional.ofNullable(list.filters().get("applicant_id"))
                        .map(id -> page(
                                detail(request, id).map(ApplicantFiles::rows).orElse(List.of()), list.page())))
                .orElseGet(() -> error(400, "Invalid request"));
    }

    private Optional<ObjectNode> detail(Request request, String id) {
        return applicants.detail(id).map(applicant -> {
            String link = applicant.path("resume_link").asText("");
            return link.startsWith("/") ? applicant.put("resume_link", request.foreignRoot() + link) : applicant;
        });
    }

    private Reply page(List<ObjectNode> rows, int page) {
        List<ObjectNode> shown = RowPage.of(rows, page);
        if (shown.isEmpty()) {
            return emptyForm.reply();
        }
        if (shown.size() > 1 || !singleAsObject) {
            return Reply.json(200, JsonNodeFactory.instance.arrayNode().addAll(shown));
        }
        return Reply.json(200, corruptSingleRow ? RowPage.corrupted(shown.get(0)) : shown.get(0));
    }

    private static Reply error(int status, String message) {
        return Reply.json(status, JsonNodeFactory.instance.objectNode().put("error", message));
    }
}
