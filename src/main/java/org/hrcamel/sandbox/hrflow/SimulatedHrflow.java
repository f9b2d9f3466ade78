package org.hrcamel.sandbox.hrflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.RateLimit;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.SimulatedVendor;
import org.jspecify.annotations.Nullable;

/**
 * HrFlow.ai API v1 below {@code /hrflow/v1}: sources, reading, editing and listing profiles, parsing résumé files.
 *
 * <p>Credentials, envelope and not-found answers follow the HrFlow contract, sections 1, 2 and 5; edits and uploads sections 3.2 and
 * 4.1. Creating, archiving by API, searching, jobs and webhooks are not simulated and answer 404. Files of profiles have URLs under
 * another host name than the API and refuse credentials. Thread safe; a source works on one request at a time.
 */
public final class SimulatedHrflow implements SimulatedVendor {

    public static final String API_SECRET = "ask_0123456789abcdef0123456789abcdef";
    /** May only read. */
    public static final String READ_SECRET = "askr_0123456789abcdef0123456789abcdef";
    /** May only write. */
    public static final String WRITE_SECRET = "askw_0123456789abcdef0123456789abcdef";

    public static final String API_USER = "integrations@example.com";

    private static final List<String> WORKFLOWS = List.of(
            "jazzhr-update-profiles-in-hrflow",
            "flatchr-update-profiles-in-hrflow",
            "greenhouse-update-profiles-in-hrflow",
            "smartrecruiters-update-profiles-in-hrflow",
            "hrflow-update-profiles-in-breezyhr");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Sources sources;
    private final ProfileCalls profiles;
    private final ResumeCalls resumes;
    private final ProfileListing listing;
    private volatile boolean showsSyncParsing = true;
    private volatile int rowsPerPage = 1000;
    private volatile @Nullable RateLimit limit;
    private volatile @Nullable String retryAfter;

    /** @param clock what {@code created_at} and {@code updated_at} are set from */
    public SimulatedHrflow(Clock clock) {
        sources = new Sources(clock);
        profiles = new ProfileCalls(sources);
        resumes = new ResumeCalls(sources);
        listing = new ProfileListing(sources);
    }

    /** Whether uploads are parsed at once (201) or queued (202); at once by default. The form's {@code sync_parsing} changes nothing. */
    public SimulatedHrflow syncParsing(boolean sync) {
        resumes.sync = sync;
        return this;
    }

    /** At which later read of the profile a queued upload is parsed; 2 by default. */
    public SimulatedHrflow parsedAtRead(int read) {
        resumes.parsedAtRead = read;
        return this;
    }

    /** Whether {@code GET /source} tells {@code sync_parsing} (rule U1); yes by default. */
    public SimulatedHrflow showsSyncParsing(boolean shows) {
        showsSyncParsing = shows;
        return this;
    }

    /** Whether an edit changes only the members that were sent, instead of replacing all (rule U7); no by default. */
    public SimulatedHrflow partialEdits(boolean partial) {
        profiles.partial = partial;
        return this;
    }

    /** Whether a missing profile is a 404 instead of a 400 (rule U10); no by default. */
    public SimulatedHrflow missingAs404(boolean as404) {
        profiles.missingStatus = as404 ? 404 : 400;
        return this;
    }

    /** Whether reading an archived profile finds it, with {@code archive} set (rule U2); yes by default. */
    public SimulatedHrflow findsArchived(boolean finds) {
        profiles.findsArchived = finds;
        return this;
    }

    /** The most rows of a listing's page (rule U4); 1000 by default. */
    public SimulatedHrflow rowsPerPage(int most) {
        rowsPerPage = most;
        return this;
    }

    /**
     * Refuses requests above this limit, all endpoints counted together; without a limit by default (rule U11).
     *
     * @param retryAfterSeconds value of {@code Retry-After}, null for none
     */
    public SimulatedHrflow limit(RateLimit rate, String retryAfterSeconds) {
        limit = rate;
        retryAfter = retryAfterSeconds;
        return this;
    }

    public SimulatedHrflow source(String key, String name) {
        sources.add(key, name, false);
        return this;
    }

    /** A source of another team, to which every access is refused with 401. */
    public SimulatedHrflow foreignSource(String key) {
        sources.add(key, "foreign", true);
        return this;
    }

    /**
     * Adds a profile, with defaults for everything that {@code fields} leave out; what stands in them is kept, however odd.
     *
     * @return a copy of the whole profile, with its {@code key}
     * @throws IllegalArgumentException if there is no such source, or its reference is taken
     */
    public ObjectNode profile(String sourceKey, ObjectNode fields) {
        Source source = sources.get(sourceKey);
        synchronized (source) {
            return source.add(fields).profile.deepCopy();
        }
    }

    /** The profile of an earlier import of this person, without a {@code reference}: the caller sets the one of its ATS. */
    public static ObjectNode profileOf(Person person) {
        return OlderProfile.of(person);
    }

    /** A copy of the profile with this reference; file URLs are paths below the server's root. */
    public Optional<ObjectNode> find(String sourceKey, String reference) {
        Source source = sources.get(sourceKey);
        synchronized (source) {
            return source.withReference(reference)
                    .filter(entry -> !entry.hidden)
                    .map(entry -> entry.profile.deepCopy());
        }
    }

    /** Copies of all profiles of this source, oldest first. */
    public List<ObjectNode> profiles(String sourceKey) {
        Source source = sources.get(sourceKey);
        synchronized (source) {
            return source.entries().stream()
                    .filter(entry -> !entry.hidden)
                    .map(entry -> entry.profile.deepCopy())
                    .toList();
        }
    }

    /** Changes a profile as somebody else would, which moves its {@code updated_at}. */
    public void edit(String sourceKey, String reference, Consumer<ObjectNode> change) {
        Source source = sources.get(sourceKey);
        synchronized (source) {
            Source.Entry entry = source.withReference(reference).orElseThrow();
            ObjectNode changed = entry.profile.deepCopy();
            change.accept(changed);
            entry.profile = changed.put("updated_at", source.now());
        }
    }

    public void archive(String sourceKey, String reference) {
        String now = sources.get(sourceKey).now();
        edit(sourceKey, reference, profile -> profile.put("archive", now).put("archived_at", now));
    }

    public void remove(String sourceKey, String reference) {
        Source source = sources.get(sourceKey);
        synchronized (source) {
            source.remove(source.withReference(reference).orElseThrow());
        }
    }

    @Override
    public String name() {
        return "hrflow";
    }

    @Override
    public Map<String, String> settings(String root) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("connector.hrflow.base-url", root + "/hrflow/v1");
        for (String workflow : WORKFLOWS) {
            settings.put("workflow." + workflow + ".hrflow_auth.api_secret", API_SECRET);
            settings.put("workflow." + workflow + ".hrflow_auth.api_user", API_USER);
        }
        return settings;
    }

    @Override
    public Reply answer(Request request) {
        if (request.rawPath().startsWith(ResumeCalls.FILES)) {
            return resumes.file(request);
        }
        Optional<Reply> refusal = Access.refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        RateLimit rate = limit;
        if (rate != null
                && !rate.enter(request, request.header("x-api-key").orElse(""), "")
                        .granted()) {
            Reply reply = Envelope.failure(429, "Too Many Requests");
            return retryAfter == null ? reply : reply.with("Retry-After", retryAfter);
        }
        return switch (request.method() + " " + request.rawPath()) {
            case "GET /v1/auth" -> auth(request);
            case "GET /v1/source" -> source(request);
            case "GET /v1/profile/indexing" -> profiles.read(request);
            case "PUT /v1/profile/indexing" -> profiles.edit(request);
            case "POST /v1/profile/parsing/file" -> resumes.parse(request);
            case "GET /v1/storing/profiles" -> listing.answer(request, rowsPerPage);
            default -> {
                request.violation("no such endpoint for " + request.method());
                yield Envelope.failure(404, "Not Found");
            }
        };
    }

    private static Reply auth(Request request) {
        Query.of(request, Set.of());
        ObjectNode data = JSON.objectNode().put("team_name", "Example Team").put("team_subdomain", "example");
        data.putNull("request_origin")
                .put(
                        "api_key_permission",
                        Access.permission(request.header("x-api-key").orElse("")));
        return Envelope.data(200, "Auth info", data);
    }

    private Reply source(Request request) {
        String key = Query.of(request, Set.of("key")).get("key").orElse(null);
        return sources.in(key, source -> {
            ObjectNode info = source.info();
            if (showsSyncParsing) {
                info.put("sync_parsing", resumes.sync);
            }
            return Envelope.data(200, "Source info", info);
        });
    }
}
