package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.connector.Side;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every row of the search joined with its detail. With {@code connector.flatchr.reference = candidate} a candidate's applications are
 * known only when the whole listing was read, so nothing is given out before: a listing that breaks off gives nothing, since profiles
 * would lose what stands in applications that were not seen. With {@code applicant} each is given out at once. Each page is one
 * request, so that a run can end between them.
 */
final class JoinedApplications implements PagedItems.Pages {

    private static final Logger LOG = LoggerFactory.getLogger(JoinedApplications.class);
    /** So many "not found" and not one success mean that the detail is gone for everybody (Flatchr contract, U13). */
    private static final int PROOF = 10;
    /** So many details in a row that cannot be had mean that Flatchr is down: the listing is given up. */
    private static final int MOST_FAILURES_IN_A_ROW = 10;

    private static final int PAGE = 100;

    private final Run run;
    private final FlatchrApi api;
    private final RecruitingBoard board;
    private final ApplicantFilter filter;
    private final ApplicantSearch search;
    private final boolean byApplicant;
    private final Deque<ObjectNode> rows = new ArrayDeque<>();
    private final List<ObjectNode> notFound = new ArrayList<>();
    private final CandidateApplications applications = new CandidateApplications();
    private boolean detailWorks;
    private boolean detailOff;
    private int failuresInARow;
    private boolean listed;

    JoinedApplications(FlatchrApi api, Side side) {
        this.run = side.run();
        this.api = api;
        this.board = new RecruitingBoard(api);
        this.filter = new ApplicantFilter(side, board);
        this.search = new ApplicantSearch(api, side, filter);
        this.byApplicant = side.api().settings().get(FlatchrChoices.REFERENCE).equals("applicant");
    }

    @Override
    public Optional<List<Item>> next() throws RequestFailed, CredentialRefused, RunFatal {
        if (!rows.isEmpty()) {
            join(rows.poll());
        } else if (!listed) {
            Optional<List<ObjectNode>> slice = search.next();
            slice.ifPresent(rows::addAll);
            listed = slice.isEmpty();
            if (listed && !notFound.isEmpty()) {
                switchDetailOff();
            }
        } else if (applications.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(byApplicant || listed ? applications.take(PAGE) : List.of());
    }

    private void join(ObjectNode row) throws RequestFailed, CredentialRefused {
        if (detailOff) {
            withoutDetail(row);
            return;
        }
        String id = row.path("applicant").asText();
        ApiAnswer answer;
        try {
            answer = api.applicant(id);
            failuresInARow = 0;
        } catch (RequestFailed failure) {
            if (failure.reason() == RequestFailed.Cause.STOPPED || ++failuresInARow >= MOST_FAILURES_IN_A_ROW) {
                throw failure;
            }
            run.readFailed(id, failure);
            return;
        }
        if (answer.status() == 404 || answer.status() == 405) {
            missing(row);
        } else if (!answer.isSuccess()) {
            run.readFailed(id, "refused_by_flatchr", "Flatchr answered " + answer + " for the applicant");
        } else {
            detailWorks = true;
            notFound.forEach(gone -> run.gone());
            notFound.clear();
            joined(row, answer.body());
        }
    }

    private void missing(ObjectNode row) throws CredentialRefused {
        if (detailWorks) {
            run.gone();
            return;
        }
        notFound.add(row);
        if (notFound.size() >= PROOF) {
            switchDetailOff();
        }
    }

    private void switchDetailOff() throws CredentialRefused {
        detailOff = true;
        LOG.warn(
                "{} {}: Flatchr finds no detail for any applicant; the rest of the run does without",
                run.workflow().id(),
                run.id());
        for (ObjectNode row : notFound) {
            withoutDetail(row);
        }
        notFound.clear();
    }

    private void withoutDetail(ObjectNode row) throws CredentialRefused {
        String id = row.path("applicant").asText();
        if (byApplicant) {
            keep(id, row, MissingNode.getInstance());
        } else {
            run.readFailed(
                    id,
                    "detail_unavailable",
                    "Flatchr gives no detail, so the candidate's id is unknown; profiles that carry applicant ids can be"
                            + " updated with connector.flatchr.reference = applicant");
        }
    }

    private void joined(ObjectNode row, JsonNode detail) throws CredentialRefused {
        String id = row.path("applicant").asText();
        JsonNode candidate = detail.path("candidate").path("id");
        if (byApplicant) {
            keep(id, row, detail);
        } else if (RecruitingBoard.isBlank(candidate)) {
            run.readFailed(id, "malformed_answer", "Flatchr sent an applicant without the candidate's id");
        } else {
            keep(candidate.asText(), row, detail);
        }
    }

    private void keep(String reference, ObjectNode row, JsonNode detail) throws CredentialRefused {
        if (filter.admits(row, detail)) {
            applications.add(reference, board.complete(row, detail), detail);
        }
    }
}
