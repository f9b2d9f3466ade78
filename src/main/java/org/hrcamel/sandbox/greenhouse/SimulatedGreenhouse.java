package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.SimulatedAts;

/**
 * A simulated Greenhouse: the token endpoint, the read lists of Harvest v3, and the candidates of Harvest v1.
 *
 * <p>Below {@code /greenhouse}: {@code /token}, {@code /v3/<list>} and {@code /v1/candidates[/<id>]} (Greenhouse contract, sections 1,
 * 2, 4 and 11). The first dozen people carry the odd shapes of the contract, and a stub row without an id stands beside the third.
 * Writes are not simulated and answer 404. Thread safe.
 */
public final class SimulatedGreenhouse implements SimulatedAts {

    public static final String CLIENT_ID = "sandbox-client-harvest";
    public static final String CLIENT_SECRET = "sandbox-secret";
    /** Harvest v1 key. */
    public static final String API_KEY = "sandbox_v1_key";

    private static final String WORKFLOW = "workflow.greenhouse-update-profiles-in-hrflow.connector_auth.";

    private final GreenhouseRecords records;
    private final TokenEndpoint tokens;
    private final HarvestV3 v3;
    private final GreenhouseGate gate;
    private final HarvestV1 v1;

    /**
     * @param people one candidate each
     * @param clock of token lifetimes, rate limits and update times
     */
    public SimulatedGreenhouse(List<Person> people, Clock clock) {
        records = new GreenhouseRecords(clock);
        tokens = new TokenEndpoint(clock);
        v3 = new HarvestV3(records);
        v1 = new HarvestV1(records);
        gate = new GreenhouseGate(tokens, clock);
        GreenhousePeople rows = new GreenhousePeople(records);
        GreenhouseOddities oddities = new GreenhouseOddities(records);
        rows.jobs();
        people.forEach(person -> {
            rows.add(person);
            oddities.bend(person);
        });
    }

    @Override
    public String name() {
        return "greenhouse";
    }

    @Override
    public String reference(Person person) {
        return String.valueOf(GreenhousePeople.candidateId(person.index()));
    }

    @Override
    public Map<String, String> settings(String root) {
        Map<String, String> settings = connector(root);
        settings.put(WORKFLOW + "client_id", CLIENT_ID);
        settings.put(WORKFLOW + "client_secret", CLIENT_SECRET);
        return settings;
    }

    /** Like {@link #settings}, for a workflow that still has a Harvest v1 key. */
    public Map<String, String> legacySettings(String root) {
        Map<String, String> settings = connector(root);
        settings.put(WORKFLOW + "auth", API_KEY);
        return settings;
    }

    private static Map<String, String> connector(String root) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("connector.greenhouse.base-url", root + "/greenhouse");
        settings.put("connector.greenhouse.auth-url", root + "/greenhouse/token");
        return settings;
    }

    @Override
    public Reply answer(Request request) {
        if (request.rawQuery() != null && request.rawQuery().contains("|")) {
            request.violation("a raw | in the query");
            return Reply.text(400, "text/html", "<html><h1>400 Bad Request</h1></html>");
        }
        try {
            request.query();
        } catch (IllegalArgumentException malformed) {
            request.violation("the query is not percent-encoded");
            return Reply.text(400, "text/html", "<html><h1>400 Bad Request</h1></html>");
        }
        return switch (request.path().get(0)) {
            case "token" -> gate.token(request, () -> tokens.answer(request));
            case "v3" -> gate.v3(request, () -> v3(request));
            case "v1" -> gate.v1(request, () -> v1(request));
            default -> notFound(request);
        };
    }

    private Reply v3(Request request) {
        List<String> path = request.path();
        return path.size() == 2 && request.method().equals("GET") && records.has(path.get(1))
                ? v3.answer(request, path.get(1))
                : notFound(request);
    }

    private Reply v1(Request request) {
        List<String> path = request.path();
        if (!request.method().equals("GET") || path.size() < 2 || !path.get(1).equals("candidates")) {
            return notFound(request);
        }
        return switch (path.size()) {
            case 2 -> v1.list(request);
            case 3 -> v1.detail(request, path.get(2));
            default -> notFound(request);
        };
    }

    private static Reply notFound(Request request) {
        request.violation("no such endpoint for " + request.method());
        return Reply.json(404, "{\"message\":\"Resource not found\"}");
    }

    /** How long new tokens live (one hour unless told otherwise), and in which field the token endpoint says so. */
    public SimulatedGreenhouse tokenLifetime(Duration lifetime, TokenLifetime form) {
        tokens.lifetime(lifetime, form);
        return this;
    }

    /** All tokens stop being accepted at once. */
    public SimulatedGreenhouse revokeTokens() {
        tokens.revokeAll();
        return this;
    }

    public int tokensIssued() {
        return tokens.issued();
    }

    /** Whether the credential acts as a Site Admin, as it does by default; without that every v3 list is forbidden. */
    public SimulatedGreenhouse siteAdmin(boolean admin) {
        gate.siteAdmin(admin);
        return this;
    }

    /** Whether Harvest v1 is gone: every call then answers 410 with HTML. */
    public SimulatedGreenhouse retired(boolean retired) {
        gate.retired(retired);
        return this;
    }

    /** Whether {@code gte|A|lte|B} is understood; refused by default (section 10, U6). */
    public SimulatedGreenhouse twoSidedDates(boolean understood) {
        v3.twoSidedDates(understood);
        return this;
    }

    /** The next {@code times} cursors that arrive answer 422, since they have expired (section 10, U5). */
    public SimulatedGreenhouse expireCursors(int times) {
        v3.expireCursors(times);
        return this;
    }

    /** Refuses more v3 requests per 30 seconds; unlimited by default (the documentation's example is 75). */
    public SimulatedGreenhouse rateLimit(int requests) {
        gate.limit(requests);
        return this;
    }

    /** Refuses more v1 requests per 10 seconds; unlimited by default (the documentation's example is 50). */
    public SimulatedGreenhouse legacyRateLimit(int requests) {
        gate.legacyLimit(requests);
        return this;
    }

    /** Refuses more token requests per 60 seconds; unlimited by default. */
    public SimulatedGreenhouse tokenRateLimit(int requests) {
        gate.tokenLimit(requests);
        return this;
    }

    /**
     * Changes a candidate and moves its update time.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public void edit(String id, Consumer<ObjectNode> change) {
        edit("candidates", Long.parseLong(id), change);
    }

    /** Changes a row of any v3 list, such as {@code attachments}, and moves its own update time, not its candidate's (U15). */
    public void edit(String resource, long id, Consumer<ObjectNode> change) {
        records.edit(resource, id, change);
    }

    /**
     * Changes the first row that a candidate has in a v3 list beside the candidates, and moves that row's update time alone.
     *
     * @throws java.util.NoSuchElementException if it has none
     */
    public void editChild(String candidate, String resource, Consumer<ObjectNode> change) {
        ObjectNode first = records.children(resource, "candidate_id", Long.parseLong(candidate)).stream()
                .findFirst()
                .orElseThrow();
        edit(resource, first.path("id").asLong(), change);
    }

    /** Removes a candidate and everything that belongs to it. */
    public void remove(String id) {
        records.remove("candidates", Long.parseLong(id));
    }

    /** Adds a candidate as it is; {@code id} must be a number. */
    public void add(ObjectNode candidate) {
        add("candidates", candidate);
    }

    /** Adds a row to any v3 list as it is; an attachment's {@code url} may be a path on the host of files. */
    public void add(String resource, ObjectNode row) {
        records.put(resource, row.deepCopy());
    }

    /** Adds a row that has only a message, at the place of this id in the list. */
    public void addStub(long place) {
        records.putStub(place);
    }
}
