package org.hrcamel.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What one credential has sent to one group of endpoints, and what the vendor said of it. It outlives a change of the settings: a new
 * limit that began with an empty log would let the vendor have twice as much in one window. Thread safe.
 */
final class RequestLog {

    /** Clocks differ and requests overtake each other: a window is taken to be this much longer. */
    private static final Duration MARGIN = Duration.ofMillis(20);

    private static final Duration WITHOUT_WINDOW = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Deque<Instant> granted = new ArrayDeque<>();
    private Duration longest = Duration.ZERO;
    private int told = Integer.MAX_VALUE;
    private Instant blockedUntil = Instant.MIN;

    RequestLog(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Notes a request if one may go now, else says how long to wait before asking again. Nobody has a place in the log before he goes:
     * those who waited for the vendor together would otherwise all go at once.
     *
     * @param rate by whose limit; others may ask by another one
     */
    synchronized Duration grant(Optional<RateLimit> rate) {
        Instant now = clock.instant();
        Instant at = later(now, blockedUntil);
        if (rate.isPresent()) {
            Duration window = window(rate);
            longest = longest.compareTo(window) < 0 ? window : longest;
            granted.removeIf(earlier -> earlier.plus(longest).isBefore(now));
            List<Instant> log = within(window, now);
            int limit = Math.max(1, Math.min(told, rate.get().requests()));
            if (log.size() >= limit) {
                at = later(at, log.get(log.size() - limit).plus(window));
            }
            if (!at.isAfter(now)) {
                granted.addLast(now);
            }
        }
        return Duration.between(now, at);
    }

    private List<Instant> within(Duration window, Instant now) {
        return granted.stream()
                .filter(earlier -> !earlier.plus(window).isBefore(now))
                .toList();
    }

    private static Duration window(Optional<RateLimit> rate) {
        return rate.map(RateLimit::window).orElse(WITHOUT_WINDOW).plus(MARGIN);
    }

    /** How long the vendor still wants nothing; not positive when requests may go. */
    synchronized Duration blockedFor() {
        return Duration.between(clock.instant(), blockedUntil);
    }

    /** No request before this moment, whoever asks. */
    synchronized void blockUntil(Instant moment) {
        blockedUntil = later(blockedUntil, moment);
    }

    /** Learns from what the vendor said about the rest of its limit. */
    synchronized void observe(LimitHeaders headers, Optional<RateLimit> rate) {
        Instant now = clock.instant();
        headers.limit().ifPresent(seen -> told = seen);
        if (headers.remaining().filter(left -> left <= 0).isPresent()) {
            List<Instant> log = within(window(rate), now);
            Instant oldest = log.isEmpty() ? now : log.get(0);
            blockedUntil = later(blockedUntil, headers.reset(now).orElseGet(() -> oldest.plus(window(rate))));
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
