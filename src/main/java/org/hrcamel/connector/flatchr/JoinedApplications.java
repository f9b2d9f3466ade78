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
import org.hrcamel.connector.Seen;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;

/**
 * Every row of the listing joined with its detail. With {@code connector.flatchr.reference = candidate} a candidate's applications are
 * known only when the whole listing was read, so nothing is given out before: a listing that breaks off gives nothing, since profiles
 * would lose what stands in applications that were not seen. A listing of changes shows the changed ones alone; the others are then
 * searched for, candidate by candidate. With {@code applicant} each is given out at once. Each page is few requests, so that a run can
 * end between them.
 */
final class JoinedApplications implements PagedItems.Pages {

    /** So many "not found" and not one success mean that the detail is gone for everybody (Flatchr contract, U13). */
    static final int PROOF = 10;

    private static final int PAGE = 100;

    private final Run run;
    private final Reading reading;
    private final ApplicantSearch search;
    private final ApplicantDetails details;
    private final boolean ofChange;
    private final Seen applicants = Seen.all();
    private final Deque<ObjectNode> rows = new ArrayDeque<>();
    private final List<ObjectNode> notFound = new ArrayList<>();
    private final CandidateApplications applications = new CandidateApplications();
    private boolean listed;
    private long given;

    JoinedApplications(Run run, Reading reading) {
        this.run = run;
        this.reading = reading;
        this.search = reading.listing();
        this.details = reading.details();
        this.ofChange = !details.byApplicant() && reading.days().areOfChange();
    }

    @Override
    public Optional<List<Item>> next() throws RequestFailed, CredentialRefused, RunFatal {
        if (!rows.isEmpty()) {
            join(rows.poll());
            run.listed(1);
        } else if (!listed) {
            Optional<List<JsonNode>> slice = search.next();
            listed = slice.isEmpty();
            for (JsonNode row : slice.orElse(List.of())) {
                list(row);
            }
            if (listed && !notFound.isEmpty()) {
                settleNotFound();
            }
        } else if (applications.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(details.byApplicant() || listed ? give() : List.of());
    }

    private void list(JsonNode row) throws CredentialRefused {
        String id = row.path("applicant").asText("");
        if (id.isBlank()) {
            run.gone();
            return;
        }
        // A change may be that an application, archived for instance, is not wanted any more: the profile then loses
        // it.
        boolean counts = ofChange || reading.filter().admits(row);
        if (counts && reading.days().mayList(row) && applicants.add(id)) {
            rows.add((ObjectNode) row);
        }
    }

    private void join(ObjectNode row) throws RequestFailed, CredentialRefused {
        if (details.areOff()) {
            withoutDetail(row);
            return;
        }
        String applicant = row.path("applicant").asText();
        DetailRead read = details.read(applicant, applicant);
        if (read instanceof DetailRead.NotFound) {
            missing(row);
        } else if (read instanceof DetailRead.Found found) {
            notFound.forEach(this::gone);
            notFound.clear();
            keep(row, found.detail());
        }
    }

    private void missing(ObjectNode row) throws CredentialRefused {
        if (details.everFound()) {
            gone(row);
            return;
        }
        notFound.add(row);
        if (notFound.size() >= PROOF) {
            switchDetailOff();
        }
    }

    private void gone(ObjectNode row) {
        run.gone(row.path("applicant").asText());
    }

    /** All there were: of a full listing that is everybody, of a listing of changes it may be a single one, and no proof. */
    private void settleNotFound() throws CredentialRefused {
        if (reading.days().areOfChange()) {
            details.doubt();
            doWithoutDetail();
        } else {
            switchDetailOff();
        }
    }

    private void switchDetailOff() throws CredentialRefused {
        details.switchOff();
        doWithoutDetail();
    }

    private void doWithoutDetail() throws CredentialRefused {
        for (ObjectNode row : notFound) {
            withoutDetail(row);
        }
        notFound.clear();
    }

    private void withoutDetail(ObjectNode row) throws CredentialRefused {
        if (details.byApplicant()) {
            keep(row, MissingNode.getInstance());
        } else if (ofChange || reading.filter().admits(row)) {
            // One that is not wanted may have to leave a profile.
            String applicant = row.path("applicant").asText();
            details.unavailable(applicant, applicant);
        }
    }

    private void keep(ObjectNode row, JsonNode detail) throws CredentialRefused {
        String applicant = row.path("applicant").asText();
        Optional<String> reference = details.reference(applicant, applicant, detail);
        if (reference.isPresent()) {
            Application application = reading.application(reference.get(), row, detail);
            if (application.wanted() || ofChange) {
                applications.add(reference.get(), application);
            }
        }
    }

    private List<Item> give() throws RequestFailed, CredentialRefused {
        List<Item> items = new ArrayList<>();
        for (int left = ofChange ? 1 : PAGE; left > 0 && !applications.isEmpty(); left--) {
            Candidate candidate = applications.take();
            if (!ofChange || reading.others().complete(candidate)) {
                reading.given().give(candidate).ifPresent(items::add);
            }
        }
        given += items.size();
        if (listed) {
            run.expects(given + applications.size());
        }
        return items;
    }
}
