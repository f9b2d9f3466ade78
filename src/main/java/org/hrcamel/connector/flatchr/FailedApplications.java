package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;

/**
 * Applications that failed in earlier runs and were not listed, one a page: each is read by its id, and gives the same item as if it had
 * been listed.
 */
final class FailedApplications implements PagedItems.Pages {

    private final Run run;
    private final Reading reading;
    private final ApplicantDetails details;
    private final Deque<Failing> open = new ArrayDeque<>();
    private final Set<String> done = new HashSet<>();
    private final List<Failing> notFound = new ArrayList<>();

    /** Who failed, and the applicants of his, newest first. */
    private record Failing(String reference, List<String> applicants) {}

    /**
     * @param failed by the reference of an applicant or a candidate who failed, the ids of applicants, newest first and comma separated
     */
    FailedApplications(Run run, Reading reading, Map<String, String> failed) {
        this.run = run;
        this.reading = reading;
        this.details = reading.details();
        failed.forEach((reference, applicants) -> open.add(new Failing(reference, List.of(applicants.split(",")))));
    }

    @Override
    public Optional<List<Item>> next() throws RequestFailed, CredentialRefused {
        if (open.isEmpty()) {
            settleNotFound();
            return Optional.empty();
        }
        Failing failing = open.remove();
        return Optional.of(
                failing.applicants().stream().anyMatch(done::contains)
                        ? List.of()
                        : read(failing).stream().toList());
    }

    /** Any of a candidate's applications leads to the others; the candidate is gone only with the last of them. */
    private Optional<Item> read(Failing failing) throws RequestFailed, CredentialRefused {
        String reference = failing.reference();
        if (details.areOff()) {
            details.unavailable(failing.applicants().get(0), reference);
            return Optional.empty();
        }
        for (String applicant : failing.applicants()) {
            DetailRead read = details.read(applicant, reference);
            if (read instanceof DetailRead.Found found) {
                return found(reference, applicant, found.detail());
            }
            if (read instanceof DetailRead.Failed) {
                return Optional.empty();
            }
        }
        notFound.add(failing);
        return Optional.empty();
    }

    /** Where listed ones are not found either, or so many and not one is, that is no proof that they are gone (Flatchr contract, U13). */
    private void settleNotFound() {
        boolean doubtful = details.areInDoubt() || !details.everFound() && notFound.size() >= JoinedApplications.PROOF;
        notFound.forEach(failing -> {
            if (doubtful) {
                details.unavailable(failing.applicants().get(0), failing.reference());
            } else {
                run.gone(failing.reference());
            }
        });
        notFound.clear();
    }

    private Optional<Item> found(String failing, String applicant, JsonNode detail)
            throws RequestFailed, CredentialRefused {
        Optional<String> reference = details.reference(applicant, failing, detail);
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        Candidate candidate = new Candidate(reference.get());
        try {
            candidate.add(application(applicant, candidate.reference(), detail));
        } catch (RequestFailed failure) {
            details.failed(applicant, failing, failure);
            return Optional.empty();
        } catch (RunFatal refused) {
            details.refused(applicant, failing);
            return Optional.empty();
        }
        if (!details.byApplicant() && !reading.others().complete(candidate)) {
            return Optional.empty();
        }
        return give(applicant, candidate);
    }

    /** Without a row it does not match the pull parameters any more, but others of the same candidate may. */
    private Application application(String applicant, String reference, JsonNode detail)
            throws RequestFailed, CredentialRefused, RunFatal {
        Optional<ObjectNode> row = reading.others().row(applicant, detail);
        return row.isPresent()
                ? reading.application(reference, row.get(), detail)
                : Application.of(
                        reference, JsonNodeFactory.instance.objectNode().put("applicant", applicant), detail, false);
    }

    private Optional<Item> give(String applicant, Candidate candidate) {
        List<String> wanted = candidate.applicants();
        if (!wanted.contains(applicant)) {
            run.resolved(applicant);
        }
        if (wanted.isEmpty()) {
            run.resolved(candidate.reference());
        }
        Optional<Item> item = reading.given().give(candidate);
        if (item.isPresent()) {
            done.addAll(wanted);
        }
        return item;
    }
}
