package org.hrcamel.runtime;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;

/**
 * What the runs of this process did, those under way included, by workflow. Nothing is done for an item: the runs' own counters are
 * read when somebody wants to know. Dry runs change nothing and are not counted, nor are runs that found another one under way. Thread
 * safe.
 */
final class RunTally {

    /** Upper bounds of the buckets of durations. */
    static final List<Duration> BUCKETS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6));

    private static final double MILLIS = 1000.0;

    private final Supplier<List<Run>> active;
    private final Map<String, Sums> finished = new HashMap<>();
    private final Map<String, Run> seen = new HashMap<>();

    /**
     * @param active the runs under way; one that ended is among them no more when it is told here
     */
    RunTally(Supplier<List<Run>> active) {
        this.active = active;
    }

    /**
     * The sums of one workflow.
     *
     * @param durations how many runs fell into each of the {@link #BUCKETS}, and into none of them
     */
    record Count(Map<Event, Long> events, Map<Status, Long> runs, List<Long> durations, double seconds) {

        static final Count NONE = new Sums().count(List.of());
    }

    private static final class Sums {

        private final Map<Event, Long> events = new EnumMap<>(Event.class);
        private final Map<Status, Long> runs = new EnumMap<>(Status.class);
        private final long[] durations = new long[BUCKETS.size() + 1];
        private double seconds;

        private void add(RunResult result) {
            result.events().forEach((event, count) -> events.merge(event, count, Long::sum));
            runs.merge(result.status(), 1L, Long::sum);
            Duration took = Duration.between(result.startedAt(), result.finishedAt());
            int bucket = 0;
            while (bucket < BUCKETS.size() && took.compareTo(BUCKETS.get(bucket)) > 0) {
                bucket++;
            }
            durations[bucket]++;
            seconds += Math.max(0, took.toMillis()) / MILLIS;
        }

        private Count count(Collection<Run> underWay) {
            Map<Event, Long> all = new EnumMap<>(Event.class);
            for (Event event : Event.values()) {
                long now = underWay.stream()
                        .mapToLong(run -> run.events().count(event))
                        .sum();
                all.put(event, events.getOrDefault(event, 0L) + now);
            }
            Map<Status, Long> ended = new EnumMap<>(Status.class);
            for (Status status : Status.values()) {
                ended.put(status, runs.getOrDefault(status, 0L));
            }
            return new Count(all, ended, Arrays.stream(durations).boxed().toList(), seconds);
        }
    }

    /** A run has ended. */
    synchronized void finished(RunResult result) {
        seen.remove(result.runId());
        if (result.persist() && result.reason() != Reason.ALREADY_RUNNING) {
            finished.computeIfAbsent(result.workflow(), absent -> new Sums()).add(result);
        }
    }

    /**
     * By workflow, of those that ran. A run that was counted while it was under way is counted until its result is here, although it is
     * under way no more: counters never go back.
     */
    synchronized Map<String, Count> counts() {
        for (Run run : active.get()) {
            if (run.persist()) {
                seen.put(run.id(), run);
            }
        }
        Map<String, Count> counts = new HashMap<>();
        for (Run run : seen.values()) {
            counts.computeIfAbsent(run.workflow().id(), this::count);
        }
        finished.keySet().forEach(workflow -> counts.computeIfAbsent(workflow, this::count));
        return counts;
    }

    private Count count(String workflow) {
        return finished.getOrDefault(workflow, new Sums())
                .count(seen.values().stream()
                        .filter(run -> run.workflow().id().equals(workflow))
                        .toList());
    }
}
