package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrcamel.connector.Side;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.RunFatal;

/**
 * Finds the applications of a candidate that a listing of changes does not show: by e-mail address or names, since the search does not
 * know a candidate's id (Flatchr contract, section 1). Used by one thread.
 */
final class OtherApplications {

    private final FlatchrApi api;
    private final Side side;
    private final Reading reading;
    private final ZoneId zone;
    /** Whose an application is: namesakes are found in search of each other, they are many, and their details stay the same. */
    private final Map<String, String> owners = new HashMap<>();

    OtherApplications(FlatchrApi api, Side side, Reading reading) {
        this.api = api;
        this.side = side;
        this.reading = reading;
        this.zone = side.api().settings().get(FlatchrChoices.TIME_ZONE);
    }

    /**
     * Adds every other application of the candidate that is wanted.
     *
     * @return false when they could not be searched for, or the newest could not be read: tags would go back to what an older one tells.
     *     The run was told so
     */
    boolean complete(Candidate candidate) throws RequestFailed, CredentialRefused {
        try {
            List<ObjectNode> unread = search(candidate);
            reading.details().answered();
            if (unread.stream().noneMatch(row -> candidate.mayBeOlderThan(row, zone))) {
                return true;
            }
            reading.details()
                    .heldBack(
                            candidate,
                            "newest_application_unread",
                            "the detail of the candidate's newest application cannot be read; the candidate is not"
                                    + " delivered with older ones alone");
        } catch (RequestFailed failure) {
            reading.details().failed(candidate, failure);
        } catch (RunFatal refused) {
            reading.details().refused(candidate);
        }
        return false;
    }

    /** Gives back the rows that seem to be the candidate's, and whose detail failed. */
    private List<ObjectNode> search(Candidate candidate) throws RequestFailed, CredentialRefused, RunFatal {
        Set<PersonSearch> asked = new HashSet<>();
        Deque<PersonSearch> open = new ArrayDeque<>();
        List<ObjectNode> unread = new ArrayList<>();
        candidate.known().forEach(applicant -> owners.put(applicant, candidate.reference()));
        candidate.trees().forEach(application -> open.addAll(PersonSearch.of(application)));
        while (!open.isEmpty()) {
            PersonSearch person = open.poll();
            if (asked.add(person)) {
                for (ObjectNode row : rows(person)) {
                    String applicant = row.path("applicant").asText();
                    String owner = owners.getOrDefault(applicant, candidate.reference());
                    if (!candidate.has(applicant)
                            && owner.equals(candidate.reference())
                            && !add(row, candidate, open)) {
                        unread.add(row);
                    }
                }
            }
        }
        return unread;
    }

    /** False when it could not be read, and the run was told so. */
    private boolean add(ObjectNode row, Candidate candidate, Deque<PersonSearch> open)
            throws RequestFailed, CredentialRefused {
        String applicant = row.path("applicant").asText();
        DetailRead read = reading.details().read(applicant, applicant);
        if (read instanceof DetailRead.NotFound) {
            side.run().gone(applicant);
        } else if (read instanceof DetailRead.Found found) {
            String owner = found.detail().path("candidate").path("id").asText();
            owners.put(applicant, owner);
            if (!owner.equals(candidate.reference())) {
                return true;
            }
            Application application = reading.application(owner, row, found.detail());
            candidate.add(application);
            // It may be known by another address.
            open.addAll(PersonSearch.of(application.tree()));
        }
        return !(read instanceof DetailRead.Failed);
    }

    /** By all filters, as a full listing: only what that would show belongs to the profile. */
    private List<ObjectNode> rows(PersonSearch person) throws RequestFailed, CredentialRefused, RunFatal {
        ApplicantSearch search = new ApplicantSearch(api, side, reading.days().everything(), body -> {
            reading.filter().addTo(body);
            person.addTo(body);
        });
        List<ObjectNode> rows = new ArrayList<>();
        for (Optional<List<JsonNode>> slice = search.next(); slice.isPresent(); slice = search.next()) {
            for (JsonNode row : slice.get()) {
                if (row.isObject()
                        && !RecruitingBoard.isBlank(row.path("applicant"))
                        && person.resembles(row)
                        && reading.filter().admits(row)) {
                    rows.add((ObjectNode) row);
                }
            }
        }
        return rows;
    }

    /** The row of one application, as long as it matches the pull parameters; its detail tells whose it is and when it was created. */
    Optional<ObjectNode> row(String applicant, JsonNode detail) throws RequestFailed, CredentialRefused, RunFatal {
        for (PersonSearch person : PersonSearch.of(detail)) {
            Optional<ObjectNode> row = rows(person).stream()
                    .filter(found -> found.path("applicant").asText().equals(applicant))
                    .findFirst();
            if (row.isPresent()) {
                return row;
            }
        }
        // Rows may tell another address than details.
        ApplicantSearch search =
                new ApplicantSearch(api, side, reading.days().creationOf(detail), reading.filter()::addTo);
        for (Optional<List<JsonNode>> slice = search.next(); slice.isPresent(); slice = search.next()) {
            for (JsonNode row : slice.get()) {
                if (row instanceof ObjectNode found
                        && row.path("applicant").asText().equals(applicant)
                        && reading.filter().admits(row)) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }
}
