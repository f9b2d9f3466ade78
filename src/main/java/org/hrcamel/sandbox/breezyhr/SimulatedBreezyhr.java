package org.hrcamel.sandbox.breezyhr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.SimulatedAts;

/**
 * A simulated Breezy HR: one account with two companies of similar names, and candidates that are older than the people they stand for.
 *
 * <p>Everybody is a candidate on {@link #POSITION}; some are also on {@link #SECOND_POSITION}, under another id (Breezy HR contract,
 * section 2.2). Creating and moving candidates is not simulated and answers 404. Thread safe.
 */
public final class SimulatedBreezyhr implements SimulatedAts {

    public static final String EMAIL = "recruiter@example.com";
    public static final String PASSWORD = "sandbox-password";
    public static final String PERSONAL_TOKEN = "breezy_pat_sandbox0123456789";
    public static final String COMPANY = "abc123def456";
    public static final String COMPANY_NAME = "Acme Corp";
    /** Named like the main company but for case, and without any position. */
    public static final String OTHER_COMPANY = "abc123def457";

    public static final String OTHER_COMPANY_NAME = "ACME corp";
    public static final String POSITION = "p-engineer";
    public static final String SECOND_POSITION = "p-nurse";

    private static final String WORKFLOW = "workflow.hrflow-update-profiles-in-breezyhr.";

    private final BreezyRecords records;
    private final Sessions sessions;
    private final BreezyGate gate;
    private final Positions positions = new Positions();
    private final CandidateUpdate update = new CandidateUpdate();
    private final CandidateEndpoints candidates;
    private final ResumeEndpoint resumes;
    private final BreezyPaths paths;

    /**
     * @param people one candidate each on the main position
     * @param clock of sessions, rate limit and update dates
     */
    public SimulatedBreezyhr(List<Person> people, Clock clock) {
        records = new BreezyRecords(clock);
        sessions = new Sessions(clock);
        gate = new BreezyGate(sessions, clock);
        candidates = new CandidateEndpoints(records, update);
        resumes = new ResumeEndpoint(records);
        paths = new BreezyPaths(records, sessions, positions, candidates, resumes);
        people.forEach(person -> {
            records.put(BreezyPeople.candidate(person, BreezyPeople.id(person), POSITION));
            if (BreezyPeople.onSecondPosition(person)) {
                records.put(BreezyPeople.candidate(person, BreezyPeople.secondId(person), SECOND_POSITION));
            }
        });
    }

    @Override
    public String name() {
        return "breezyhr";
    }

    /** The candidate's id on {@link #POSITION}. */
    @Override
    public String reference(Person person) {
        return BreezyPeople.id(person);
    }

    /** The candidate's id on {@link #SECOND_POSITION}, if this person is on it. */
    public Optional<String> secondReference(Person person) {
        return BreezyPeople.onSecondPosition(person) ? Optional.of(BreezyPeople.secondId(person)) : Optional.empty();
    }

    /** Names the company by its name, so that a runtime has to resolve it. */
    @Override
    public Map<String, String> settings(String root) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("connector.breezyhr.base-url", root + "/breezyhr/v3");
        settings.put(WORKFLOW + "connector_auth.email", EMAIL);
        settings.put(WORKFLOW + "connector_auth.password", PASSWORD);
        settings.put(WORKFLOW + "connector_auth.company_name", COMPANY_NAME);
        settings.put(WORKFLOW + "push_parameters.position_id", POSITION);
        return settings;
    }

    @Override
    public Reply answer(Request request) {
        return gate.answer(request, () -> paths.answer(request));
    }

    /** Sessions that were signed in and neither signed out nor found expired: a leak, once a run is over. */
    public int openSessions() {
        return sessions.open();
    }

    /** All session tokens stop being accepted at once. */
    public SimulatedBreezyhr endSessions() {
        sessions.endAll();
        return this;
    }

    /** Status of an invalid token: 400 as seen live (the default) or 401 as documented. */
    public SimulatedBreezyhr invalidTokenStatus(int status) {
        sessions.invalidStatus(status);
        return this;
    }

    /** Whether the plan includes the API; without it every call of a company answers 403. */
    public SimulatedBreezyhr developerApi(boolean included) {
        gate.developerApi(included);
        return this;
    }

    /** Refuses more requests per 60 seconds and token; unlimited by default (the vendor's limit is 100). */
    public SimulatedBreezyhr rateLimit(int requests) {
        gate.limit(requests);
        return this;
    }

    /** Whether {@code X-RateLimit-Reset} counts seconds from now; epoch seconds by default (section 10, U23). */
    public SimulatedBreezyhr resetInSeconds(boolean relative) {
        gate.resetInSeconds(relative);
        return this;
    }

    /** Whether the list of positions understands paging (section 10, U5); it does by default. */
    public SimulatedBreezyhr pagedPositions(boolean paged) {
        positions.paged(paged);
        return this;
    }

    /** Whether nulls, {@code social_profiles} as a list and unsupported networks are answered 400; stored or ignored by default. */
    public SimulatedBreezyhr refusesOddValues(boolean refuses) {
        update.refusesOddValues(refuses);
        return this;
    }

    /** The networks that are stored; facebook, github, linkedin and twitter by default. */
    public SimulatedBreezyhr supportedNetworks(String... networks) {
        update.networks(Set.of(networks));
        return this;
    }

    /** Whether an update without {@code source} resets it to "Breezy API" (section 10, U14); it does by default. */
    public SimulatedBreezyhr resetsSource(boolean resets) {
        update.resetsSource(resets);
        return this;
    }

    /** Whether an entry with the same school or company is replaced (section 10, U17); it is added by default. */
    public SimulatedBreezyhr upsertsEntries(boolean upserts) {
        candidates.upserts(upserts);
        return this;
    }

    /** In which form the years of educations are read back; not at all by default. */
    public SimulatedBreezyhr educationDates(EducationDates dates) {
        candidates.educationDates(dates);
        return this;
    }

    /** Whether search hits tell their position (section 10, U10); they do by default. */
    public SimulatedBreezyhr searchShowsPosition(boolean shows) {
        candidates.searchShowsPosition(shows);
        return this;
    }

    /** Name of the multipart field of an upload; {@code file} by default (section 10, U20). */
    public SimulatedBreezyhr resumeField(String name) {
        resumes.field(name);
        return this;
    }

    /** Whether the download of a résumé that people came with redirects to the foreign host of files (section 10, U22). */
    public SimulatedBreezyhr redirectsResumes(boolean redirects) {
        resumes.redirects(redirects);
        return this;
    }

    /**
     * A copy of the candidate as it is stored: without {@code resume}, educations always with their years.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public ObjectNode candidate(String id) {
        return records.find(id).orElseThrow().detail().deepCopy();
    }

    /** The bytes of the candidate's résumé. */
    public Optional<byte[]> resume(String id) {
        return records.find(id).map(BreezyCandidate::resume).map(ResumeFile::content);
    }

    /** Changes a stored candidate and moves its update date. */
    public void edit(String id, Consumer<ObjectNode> change) {
        records.update(id, candidate -> {
            change.accept(candidate.detail());
            return candidate;
        });
    }

    public void remove(String id) {
        records.remove(id);
    }

    /** Adds a candidate as it is; {@code _id} and {@code updated_date} must be there. */
    public void add(String position, ObjectNode candidate) {
        records.put(new BreezyCandidate(position, candidate.deepCopy(), null));
    }
}
