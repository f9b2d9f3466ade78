package org.hrcamel.sandbox.breezyhr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** All candidates, by id, position and e-mail address; stored candidates are replaced, never changed in place. Thread safe. */
final class BreezyRecords {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Map<String, BreezyCandidate> candidates = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> byEmail = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> byPosition = new ConcurrentHashMap<>();
    private final Clock clock;

    BreezyRecords(Clock clock) {
        this.clock = clock;
    }

    Optional<BreezyCandidate> find(String id) {
        return Optional.ofNullable(candidates.get(id));
    }

    /** Readers see the old candidate or the new one, never neither. */
    synchronized void put(BreezyCandidate candidate) {
        String id = candidate.id();
        BreezyCandidate old = candidates.put(id, candidate);
        if (old != null && !old.email().equals(candidate.email())) {
            ids(byEmail, old.email()).remove(id);
        }
        if (old != null && !old.position().equals(candidate.position())) {
            ids(byPosition, old.position()).remove(id);
        }
        ids(byEmail, candidate.email()).add(id);
        ids(byPosition, candidate.position()).add(id);
    }

    private static Set<String> ids(Map<String, Set<String>> index, String key) {
        return index.computeIfAbsent(key, unknown -> ConcurrentHashMap.newKeySet());
    }

    synchronized void remove(String id) {
        BreezyCandidate old = candidates.remove(id);
        if (old != null) {
            ids(byEmail, old.email()).remove(id);
            ids(byPosition, old.position()).remove(id);
        }
    }

    /** Applies the change to the stored candidate, whole or not at all, and moves its update date. */
    synchronized BreezyCandidate update(String id, UnaryOperator<BreezyCandidate> change) {
        BreezyCandidate old = find(id).orElseThrow(() -> new NoSuchElementException("candidate " + id));
        BreezyCandidate changed = change.apply(old.with(old.detail().deepCopy()));
        ObjectNode detail = changed.detail();
        detail.put("updated_date", TIMESTAMP.format(clock.instant()));
        put(changed);
        return changed;
    }

    /** Candidates of one position, newest update (or creation) first. */
    List<BreezyCandidate> of(String position, boolean byCreation) {
        Comparator<BreezyCandidate> order = Comparator.comparing(candidate ->
                byCreation ? candidate.detail().path("creation_date").asText() : candidate.updated());
        return byPosition.getOrDefault(position, Set.of()).stream()
                .flatMap(id -> find(id).stream())
                .sorted(order.reversed().thenComparing(BreezyCandidate::id))
                .toList();
    }

    /** Candidates of all positions with exactly this address, the highest id first. */
    List<BreezyCandidate> withEmail(String email) {
        return byEmail.getOrDefault(email, Set.of()).stream()
                .flatMap(id -> find(id).stream())
                .sorted(Comparator.comparing(BreezyCandidate::id).reversed())
                .toList();
    }
}
