package org.hrcamel.workflow;

import java.util.ArrayList;
import java.util.List;
import org.hrcamel.workflow.RunResult.ItemChange;

/** The single failures and changes that a run result tells, the first ones of each. Thread safe. */
final class RunReport {

    private static final int MOST_FAILURES = 100;

    private final List<ItemFailure> failures = new ArrayList<>();
    private final List<ItemChange> changes = new ArrayList<>();

    synchronized void failed(ItemFailure failure) {
        if (failures.size() < MOST_FAILURES) {
            failures.add(failure);
        }
    }

    synchronized void wouldChange(String reference, List<Change> found) {
        for (Change change : found) {
            if (changes.size() < RunResult.MOST_CHANGES) {
                changes.add(new ItemChange(reference, change));
            }
        }
    }

    synchronized List<ItemFailure> failures() {
        return List.copyOf(failures);
    }

    synchronized List<ItemChange> changes() {
        return List.copyOf(changes);
    }
}
