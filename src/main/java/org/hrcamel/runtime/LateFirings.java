package org.hrcamel.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells of schedules that fired late, and why: what is done another time than the operator wrote must not go unnoticed. Thread safe. */
final class LateFirings {

    /** Nobody minds less. */
    private static final Duration LATE = Duration.ofSeconds(5);

    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final Consumer<String> told;

    /**
     * @param told a sentence for each late firing
     */
    LateFirings(Consumer<String> told) {
        this.told = told;
    }

    /** A run has ended. */
    void ended(String workflow, Instant at) {
        ends.put(workflow, at);
    }

    /** A run begins. */
    void fired(String workflow, Instant due, Instant at) {
        Duration late = Duration.between(due, at);
        if (late.compareTo(LATE) >= 0) {
            told.accept("%s was due at %s and begins %d s late: %s"
                    .formatted(workflow, second(due), late.toSeconds(), reason(workflow, due)));
        }
    }

    /** It is so late that one run begins for this firing and for all that were due since. */
    void misfired(String workflow, Instant due) {
        told.accept("%s was due at %s and begins only now, once for all that it missed: %s"
                .formatted(workflow, second(due), reason(workflow, due)));
    }

    private String reason(String workflow, Instant due) {
        Instant end = ends.get(workflow);
        return end == null || end.isBefore(due)
                ? "it was paused, or this machine was busy or asleep"
                : "its run before took until " + second(end);
    }

    private static Instant second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
