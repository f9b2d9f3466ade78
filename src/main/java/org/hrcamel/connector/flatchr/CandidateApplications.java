package org.hrcamel.connector.flatchr;

import java.util.LinkedHashMap;
import java.util.Map;

/** Applications as they come, put together by the reference of their profile. Used by one thread. */
final class CandidateApplications {

    private final Map<String, Candidate> byReference = new LinkedHashMap<>();

    void add(String reference, Application application) {
        byReference.computeIfAbsent(reference, Candidate::new).add(application);
    }

    boolean isEmpty() {
        return byReference.isEmpty();
    }

    int size() {
        return byReference.size();
    }

    /** Removes the first of them. */
    Candidate take() {
        var all = byReference.values().iterator();
        Candidate first = all.next();
        all.remove();
        return first;
    }
}
