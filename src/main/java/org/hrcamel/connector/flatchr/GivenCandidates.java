package org.hrcamel.connector.flatchr;

import java.util.Optional;
import org.hrcamel.connector.Seen;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.Run;

/** The candidates that one run gives out, each once. Used by one thread. */
final class GivenCandidates {

    private final Run run;
    private final Seen references = new Seen();

    GivenCandidates(Run run) {
        this.run = run;
    }

    /** The candidate's item; empty when no application is wanted, or when it was given out before. */
    Optional<Item> give(Candidate candidate) {
        Optional<Item> item = candidate.item().filter(given -> references.add(candidate.reference()));
        if (item.isPresent()) {
            // An applicant that failed before is part of the item from now on; one that is the item itself stays what
            // it is.
            candidate.applicants().stream()
                    .filter(applicant -> !applicant.equals(candidate.reference()))
                    .forEach(run::recovered);
        }
        return item;
    }
}
