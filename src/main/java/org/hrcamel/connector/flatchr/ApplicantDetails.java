package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hrcamel.connector.Side;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The details of one run's applications, and whether Flatchr gives any (Flatchr contract, U13). Used by one thread. */
final class ApplicantDetails {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicantDetails.class);
    /** So many failures in a row mean that Flatchr is down: the listing is given up. */
    private static final int MOST_FAILURES_IN_A_ROW = 10;

    private static final String REFUSED_SEARCH = "Flatchr refuses the search for the candidate's applications";

    private final FlatchrApi api;
    private final Run run;
    private final boolean byApplicant;
    private final Set<String> failed = new HashSet<>();
    private int failuresInARow;
    private boolean everFound;
    private boolean inDoubt;
    private boolean off;

    ApplicantDetails(FlatchrApi api, Side side) {
        this.api = api;
        this.run = side.run();
        this.byApplicant = side.api().settings().get(FlatchrChoices.REFERENCE).equals("applicant");
    }

    /** Whether each application is a profile of its own. */
    boolean byApplicant() {
        return byApplicant;
    }

    /**
     * Asks for a detail, not again in the same run when it failed.
     *
     * @param reference under which a failure is told: the applicant's own id, or that of the candidate who failed before
     */
    DetailRead read(String applicant, String reference) throws RequestFailed, CredentialRefused {
        if (failed.contains(applicant)) {
            return new DetailRead.Failed();
        }
        ApiAnswer answer;
        try {
            answer = api.applicant(applicant);
            answered();
        } catch (RequestFailed failure) {
            failed(applicant, reference, failure);
            return new DetailRead.Failed();
        }
        if (answer.status() == 404 || answer.status() == 405) {
            return new DetailRead.NotFound();
        }
        if (!answer.isSuccess()) {
            failed(applicant, reference, "refused_by_flatchr", "Flatchr answered " + answer + " for the applicant");
            return new DetailRead.Failed();
        }
        everFound = true;
        return new DetailRead.Found(answer.body());
    }

    /** Flatchr answered a request about an applicant. */
    void answered() {
        failuresInARow = 0;
    }

    /**
     * Tells the run that a request about an applicant failed.
     *
     * @throws RequestFailed the same, when Flatchr as a whole seems to be down
     */
    void failed(String applicant, String reference, RequestFailed failure) throws RequestFailed {
        count(failure);
        failed.add(applicant);
        run.readFailed(reference, failure);
    }

    /** The same of a request for the rest of a candidate. */
    void failed(Candidate candidate, RequestFailed failure) throws RequestFailed {
        count(failure);
        failed.addAll(candidate.known());
        run.readFailed(candidate.part(), failure);
    }

    private void count(RequestFailed failure) throws RequestFailed {
        if (failure.reason() == RequestFailed.Cause.STOPPED || ++failuresInARow >= MOST_FAILURES_IN_A_ROW) {
            throw failure;
        }
    }

    /** The candidate is not delivered in this run. */
    void heldBack(Candidate candidate, String reason, String message) {
        failed.addAll(candidate.known());
        run.readFailed(candidate.part(), reason, message);
    }

    /** The listing's own searches are accepted, so it is this person's address or names that Flatchr dislikes. */
    void refused(String applicant, String reference) {
        failed(applicant, reference, "refused_by_flatchr", REFUSED_SEARCH);
    }

    /** The same of the search for the rest of a candidate. */
    void refused(Candidate candidate) {
        heldBack(candidate, "refused_by_flatchr", REFUSED_SEARCH);
    }

    private void failed(String applicant, String reference, String reason, String message) {
        failed.add(applicant);
        run.readFailed(reference, reason, message);
    }

    /**
     * The profile's reference; without one the applicant is a failure.
     *
     * @param failing the reference under which it is one then
     */
    Optional<String> reference(String applicant, String failing, JsonNode detail) {
        JsonNode candidate = detail.path("candidate").path("id");
        if (byApplicant) {
            return Optional.of(applicant);
        }
        if (RecruitingBoard.isBlank(candidate)) {
            failed(applicant, failing, "malformed_answer", "Flatchr sent an applicant without the candidate's id");
            return Optional.empty();
        }
        return Optional.of(candidate.asText());
    }

    /** Nobody can know the reference of an applicant without detail. */
    void unavailable(String applicant, String reference) {
        failed(
                applicant,
                reference,
                "detail_unavailable",
                "Flatchr gives no detail, so the candidate's id is unknown; profiles that carry applicant ids can be"
                        + " updated with connector.flatchr.reference = applicant");
    }

    boolean everFound() {
        return everFound;
    }

    /** Applications are listed of which Flatchr finds no detail, too few to say that it gives none to anybody. */
    void doubt() {
        inDoubt = true;
    }

    /** Whether "not found" may mean something else than gone. */
    boolean areInDoubt() {
        return inDoubt && !everFound;
    }

    /** Whether no detail is asked for any more. */
    boolean areOff() {
        return off;
    }

    void switchOff() {
        off = true;
        LOG.warn(
                "{} {}: Flatchr finds no detail for any applicant; the rest of the run does without",
                run.workflow().id(),
                run.id());
    }
}
