package org.hrcamel.sandbox.smartrecruiters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.hrcamel.sandbox.Person;
import org.jspecify.annotations.Nullable;

/** All candidates, by id and in the order of lists. Thread safe: a candidate is replaced as a whole. */
final class Candidates {

    private final Map<String, Long> sequences = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, Candidate> bySequence = new ConcurrentSkipListMap<>();
    private final AtomicLong next = new AtomicLong();

    void add(ObjectNode record, @Nullable Person person) {
        Candidate candidate = new Candidate(next.getAndIncrement(), record, person, false);
        if (sequences.putIfAbsent(candidate.id(), candidate.sequence()) != null) {
            throw new IllegalArgumentException("Candidate id already used: " + candidate.id());
        }
        bySequence.put(candidate.sequence(), candidate);
    }

    Optional<Candidate> find(String id) {
        return Optional.ofNullable(sequences.get(id)).map(bySequence::get);
    }

    void change(String id, UnaryOperator<Candidate> change) {
        Candidate candidate = find(id).orElseThrow();
        bySequence.computeIfPresent(candidate.sequence(), (sequence, current) -> change.apply(current));
    }

    void remove(String id) {
        bySequence.remove(find(id).orElseThrow().sequence());
        sequences.remove(id);
    }

    List<Candidate> after(long sequence, Predicate<Candidate> match, int most) {
        return bySequence.tailMap(sequence, false).values().stream()
                .filter(match)
                .limit(most)
                .toList();
    }

    int count(Predicate<Candidate> match) {
        return (int) bySequence.values().stream().filter(match).count();
    }
}
