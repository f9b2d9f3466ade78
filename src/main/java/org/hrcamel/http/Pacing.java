package org.hrcamel.http;

import static org.hrcamel.http.Times.later;
import static org.hrcamel.http.Times.longer;
import static org.hrcamel.http.Times.shorter;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast requests follow each other once the limit was reached: no faster than answers come, or somewhat faster than the mean rate if
 * answers are slow. A window would otherwise begin with all its requests, before the first answer could tell that the vendor allows
 * fewer by now. Not thread safe.
 */
final class Pacing {

    /** The part of a window in which all its requests go, at the longest; the rest makes up for those that were late. */
    private static final double BUSY = 0.8;

    private static final Duration SHORTEST_LOOK = Duration.ofMillis(5);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(200);
    private static final int ANSWERS_TO_FORGET = 8;

    private Instant until = Instant.MIN;
    private Duration latency = Duration.ZERO;

    /** Requests are paced until this moment at least. */
    void until(Instant moment) {
        until = later(until, moment);
    }

    boolean isOver(Instant now) {
        return now.isAfter(until);
    }

    /** From one request to the next. */
    Duration distance(int limit, Duration window) {
        return shorter(latency, Duration.ofNanos((long) (window.toNanos() * BUSY / limit)));
    }

    /** How long to wait for an answer before looking again. */
    Duration look() {
        return shorter(longer(latency, SHORTEST_LOOK), LONGEST_LOOK);
    }

    /** Slow answers count at once, quick ones little by little. */
    void answered(Duration took) {
        latency = took.compareTo(latency) > 0
                ? took
                : latency.minus(latency.minus(took).dividedBy(ANSWERS_TO_FORGET));
    }
}
