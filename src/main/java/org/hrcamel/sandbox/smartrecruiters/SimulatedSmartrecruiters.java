package org.hrcamel.sandbox.smartrecruiters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.RateLimit;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.SimulatedAts;
import org.jspecify.annotations.Nullable;

/**
 * SmartRecruiters' Candidate API below {@code /smartrecruiters}: search, details, files.
 *
 * <p>Token and statuses follow the SmartRecruiters contract, sections 1 and 5, limits section 6. OAuth2, writing, jobs and webhooks are
 * not simulated and answer 404 or 405. Answers of 401 and 429 have no body (rule U10). Thread safe.
 */
public final class SimulatedSmartrecruiters implements SimulatedAts {

    public static final String TOKEN = "DCRA1-0123456789abcdef0123456789abcdef";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int PER_SECOND = 10;
    private static final int AT_ONCE = 8;

    private final Clock clock;
    private final Candidates candidates = new Candidates();
    private final CandidateList list = new CandidateList(candidates);
    private final CandidateFiles files = new CandidateFiles(candidates);
    private volatile RateLimit limit;
    private volatile boolean strict;
    private volatile @Nullable String retryAfter;
    private volatile boolean consentInline;

    /** @param clock what {@code updatedOn} is set from, and what limits are counted by */
    public SimulatedSmartrecruiters(List<Person> people, Clock clock) {
        this.clock = clock;
        people.forEach(person -> candidates.add(PersonRecord.of(person), person));
        limit = new RateLimit(Integer.MAX_VALUE, Duration.ofSeconds(1), Integer.MAX_VALUE, clock)
                .concurrent(Endpoint.LIST.name(), 1);
    }

    /**
     * Whether requests above the limits (10 a second, 8 at once, one list call at once) get a 429; otherwise, as by default, only list
     * calls at the same time are noted.
     */
    public SimulatedSmartrecruiters strictLimits(boolean strictly) {
        int requests = strictly ? PER_SECOND : Integer.MAX_VALUE;
        int concurrent = strictly ? AT_ONCE : Integer.MAX_VALUE;
        limit = new RateLimit(requests, Duration.ofSeconds(1), concurrent, clock).concurrent(Endpoint.LIST.name(), 1);
        strict = strictly;
        return this;
    }

    /** The {@code Retry-After} of a 429 (rule U10); null, as by default, for none. */
    public SimulatedSmartrecruiters retryAfter(String seconds) {
        retryAfter = seconds;
        return this;
    }

    /** How the last page ends (rule U3); without {@code nextPageId} by default. */
    public SimulatedSmartrecruiters lastPage(LastPage form) {
        list.lastPage = form;
        return this;
    }

    /** Whether the next page is told by the {@code Link} header alone; by default the body tells it too. */
    public SimulatedSmartrecruiters linkOnly(boolean only) {
        list.linkOnly = only;
        return this;
    }

    /** Whether the last row of a page is also the first of the next one (rule U4); no by default. */
    public SimulatedSmartrecruiters overlappingPages(boolean overlapping) {
        list.overlapping = overlapping;
        return this;
    }

    /** Whether {@code updatedAfter} finds what changed at just that time (rule U11); no by default. */
    public SimulatedSmartrecruiters updatedAfterInclusive(boolean inclusive) {
        list.updatedAfterInclusive = inclusive;
        return this;
    }

    /** Whether the detail has the consent inline instead of only a link (rule U5); no by default. */
    public SimulatedSmartrecruiters consentInline(boolean inline) {
        consentInline = inline;
        return this;
    }

    /** Whether résumés are only in the list of the application they came with, the last one (rule U8); no by default. */
    public SimulatedSmartrecruiters attachmentsOnJob(boolean onJob) {
        files.onJobs = onJob;
        return this;
    }

    /** Whether a résumé download redirects to a foreign host (rule U9); no by default. */
    public SimulatedSmartrecruiters redirectDownloads(boolean redirect) {
        files.redirects = redirect;
        return this;
    }

    /** From now on every {@code pageId} given so far is refused with 400 (rule U4). */
    public void expirePages() {
        list.expirePages();
    }

    /** Changes a candidate in its detail form without {@code actions}, which moves its {@code updatedOn}. */
    public void edit(String id, Consumer<ObjectNode> change) {
        candidates.change(id, candidate -> {
            ObjectNode record = candidate.record().deepCopy().put("updatedOn", TIME.format(clock.instant()));
            change.accept(record);
            return new Candidate(candidate.sequence(), record, candidate.person(), candidate.gone());
        });
    }

    public void remove(String id) {
        candidates.remove(id);
    }

    /** Lists keep the candidate, but its detail is a 404 (rule U6). */
    public void vanish(String id) {
        candidates.change(
                id, candidate -> new Candidate(candidate.sequence(), candidate.record(), candidate.person(), true));
    }

    /**
     * Adds a candidate in its detail form as it is, but with {@code id} and {@code createdOn} if they are missing. Lists show it only if
     * it has an assignment.
     *
     * @return its id
     */
    public String add(ObjectNode raw) {
        ObjectNode record = raw.deepCopy();
        if (!record.has("id")) {
            record.put(
                    "id",
                    UUID.nameUUIDFromBytes(raw.toString().getBytes(StandardCharsets.UTF_8))
                            .toString());
        }
        if (!record.has("createdOn")) {
            record.put("createdOn", TIME.format(clock.instant()));
        }
        candidates.add(record, null);
        return record.get("id").asText();
    }

    @Override
    public String reference(Person person) {
        return PersonRecord.id(person);
    }

    /** The id of the job of this person's primary application. */
    public String jobId(Person person) {
        return candidates
                .find(reference(person))
                .orElseThrow()
                .record()
                .at("/primaryAssignment/job/id")
                .asText();
    }

    @Override
    public String name() {
        return "smartrecruiters";
    }

    @Override
    public Map<String, String> settings(String root) {
        return Map.of(
                "connector.smartrecruiters.base-url",
                root + "/smartrecruiters",
                "workflow.smartrecruiters-update-profiles-in-hrflow.connector_auth.x_smart_token",
                TOKEN);
    }

    @Override
    public Reply answer(Request request) {
        List<String> path = request.path();
        Endpoint endpoint = Endpoint.of(path);
        int concurrent = endpoint == Endpoint.LIST ? 1 : AT_ONCE;
        if (request.header("authorization").isPresent()) {
            request.violation("Authorization beside or instead of X-SmartToken");
        }
        if (request.header("x-smarttoken").filter(TOKEN::equals).isEmpty()) {
            return counted(Reply.empty(401), PER_SECOND - 1, concurrent, concurrent - 1);
        }
        RateLimit.Permit permit = limit.enter(request, TOKEN, endpoint.name());
        Reply reply = permit.granted() || !strict ? answer(request, endpoint, path) : Reply.empty(429);
        if (reply.status() == 429 && retryAfter != null) {
            reply = reply.with("Retry-After", retryAfter);
        }
        return counted(reply, permit.remaining(), concurrent, permit.concurrentRemaining());
    }

    private Reply answer(Request request, Endpoint endpoint, List<String> path) {
        if (!request.method().equals("GET") || request.body().length > 0) {
            request.violation("only reads without a body are simulated");
            return Reply.empty(405);
        }
        if (endpoint != Endpoint.LIST && request.rawQuery() != null) {
            request.violation("a query where there is none");
        }
        return switch (endpoint) {
            case LIST -> list.answer(request);
            case DETAIL ->
                of(path.get(1), candidate -> Reply.json(200, candidate.detail(request.base(), consentInline)));
            case FILES -> of(path.get(1), candidate -> files.list(request, candidate, null));
            case FILES_OF_JOB -> of(path.get(1), candidate -> files.list(request, candidate, path.get(3)));
            case FILE_OF_CANDIDATE -> of(path.get(1), candidate -> files.download(request, candidate, path.get(3)));
            case FILE -> files.download(request, null, path.get(2));
            case NONE -> {
                request.violation("no such path");
                yield Reply.empty(404);
            }
        };
    }

    private Reply of(String id, Function<Candidate, Reply> answer) {
        return candidates
                .find(id)
                .filter(candidate -> !candidate.gone())
                .map(answer)
                .orElseGet(() -> Problem.notFound("Candidate"));
    }

    /** Every answer tells what is left of the limits. */
    private static Reply counted(Reply reply, int remaining, int concurrent, int concurrentRemaining) {
        return reply.with("X-RateLimit-Limit", String.valueOf(PER_SECOND))
                .with("X-RateLimit-Remaining", String.valueOf(Math.min(PER_SECOND - 1, remaining)))
                .with("X-RateLimit-Concurrent-Limit", String.valueOf(concurrent))
                .with(
                        "X-RateLimit-Concurrent-Remaining",
                        String.valueOf(Math.min(concurrent - 1, concurrentRemaining)));
    }
}
