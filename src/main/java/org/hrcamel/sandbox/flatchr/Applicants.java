package org.hrcamel.sandbox.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The applicants of the simulated account. Those of one candidate share the candidate's object. Thread safe. */
final class Applicants {

    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
    private final Map<String, List<ObjectNode>> byCandidate = new LinkedHashMap<>();
    private final Clock clock;

    Applicants(Clock clock) {
        this.clock = clock;
    }

    /** Takes over the applicant, or replaces the one with its id; a candidate known already is shared and keeps its values. */
    synchronized void put(ObjectNode applicant) {
        String id = applicant.required("id").asText();
        String candidate = applicant.required("candidate").required("id").asText();
        if (byId.containsKey(id)) {
            remove(id);
        }
        List<ObjectNode> siblings = byCandidate.computeIfAbsent(candidate, key -> new ArrayList<>());
        if (!siblings.isEmpty()) {
            applicant.set("candidate", siblings.get(0).get("candidate"));
        }
        siblings.add(applicant);
        byId.put(id, applicant);
    }

    /** Removes one applicant, or all of a candidate. */
    synchronized void remove(String id) {
        for (ObjectNode applicant : List.copyOf(known(id))) {
            byId.remove(applicant.path("id").asText());
            String candidate = applicant.path("candidate").path("id").asText();
            byCandidate.computeIfPresent(candidate, (key, siblings) -> {
                siblings.remove(applicant);
                return siblings.isEmpty() ? null : siblings;
            });
        }
    }

    /** Changes one applicant and moves its update time. */
    synchronized void changeApplicant(String id, Consumer<ObjectNode> change) {
        ObjectNode applicant = byId.get(id);
        if (applicant == null) {
            throw new IllegalArgumentException("No applicant " + id);
        }
        change.accept(applicant);
        applicant.put("updated_at", clock.instant().getEpochSecond());
    }

    /** Changes a candidate and moves the update times of all its applications. */
    synchronized void changeCandidate(String id, Consumer<ObjectNode> change) {
        List<ObjectNode> applicants = byCandidate.get(id);
        if (applicants == null) {
            throw new IllegalArgumentException("No candidate " + id);
        }
        change.accept((ObjectNode) applicants.get(0).get("candidate"));
        applicants.forEach(
                applicant -> applicant.put("updated_at", clock.instant().getEpochSecond()));
    }

    /** A copy of the applicant. */
    synchronized Optional<ObjectNode> applicant(String id) {
        return Optional.ofNullable(byId.get(id)).map(ObjectNode::deepCopy);
    }

    synchronized boolean isCandidate(String id) {
        return byCandidate.containsKey(id);
    }

    /**
     * The rows of the matching applicants.
     *
     * @param cap how many at most
     */
    synchronized List<ObjectNode> rows(Predicate<JsonNode> matching, Function<JsonNode, ObjectNode> row, int cap) {
        return byId.values().stream().filter(matching).limit(cap).map(row).toList();
    }

    private List<ObjectNode> known(String id) {
        if (byId.containsKey(id)) {
            return List.of(byId.get(id));
        }
        return Optional.ofNullable(byCandidate.get(id))
                .orElseThrow(() -> new IllegalArgumentException("No applicant or candidate " + id));
    }
}
