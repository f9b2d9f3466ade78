package org.hrcamel.connector.flatchr;

import java.util.Optional;
import org.hrcamel.connector.Seen;
import org.hrcamel.workflow.Item;

/** The candidates that one run gives out, each once. Used by one thread. */
final class GivenCandidates {

    private final Seen references = Seen.all();

    /** The candidate's item; empty when no application is wanted, or when it was given out before. */
    Optional<Item> give(Candidate candidate) {
        return candidate.item().filter(item -> references.add(item.reference()));
    }
}
