package org.hrcamel.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The requests that one credential may make of one group of endpoints: never more than the limit in any window (a log of the last
 * ones, so that it holds for fixed and for sliding windows of the vendor), never more than so many at once, and nothing while the
 * vendor says to wait. It learns from the vendor's headers. Thread safe; waiting takes no lock, so others go on.
 */
public final class RequestBudget {

    /** Clocks differ and requests overtake each other: a window is taken to be this much longer. */
    private static final Duration MARGIN = Duration.ofMillis(20);

    private static final Duration WITHOUT_WINDOW = Duration.ofSeconds(1);

    private final Optional<RateLimit> configured;
    private final Optional<Semaphore> concurrent;
    private final InstantSource clock;
    private final Deque<Instant> granted = new ArrayDeque<>();
    private int limit;
    private Instant blockedUntil = Instant.MIN;

    /**
     * @param concurrent one permit a request at once, perhaps shared with other budgets; empty for no bound
     */
    public RequestBudget(Optional<RateLimit> rate, Optional<Semaphore> concurrent, InstantSource clock) {
        this.configured = rate;
        this.concurrent = concurrent;
        this.clock = clock;
        this.limit = rate.map(RateLimit::requests).orElse(Integer.MAX_VALUE);
    }

    /** The right to send one request; closing it lets the next one go. */
    public final class Permit implements AutoCloseable {
        @Override
        public void close() {
            concurrent.ifPresent(Semaphore::release);
        }
    }

    /**
     * Waits until one request may be sent.
     *
     * @return empty when the wait was ended early because the run stops
     */
    public Optional<Permit> acquire(Pause pause) {
        while (true) {
            if (concurrent.isPresent() && !enter(concurrent.get(), pause)) {
                return Optional.empty();
            }
            Duration wait = grant();
            if (wait.isZero()) {
                return Optional.of(new Permit());
            }
            // Whoever waits for the limit holds none of the slots, which other endpoints may share.
            concurrent.ifPresent(Semaphore::release);
            if (!pause.sleep(wait)) {
                return Optional.empty();
            }
        }
    }

    private static boolean enter(Semaphore concurrent, Pause pause) {
        try {
            while (!concurrent.tryAcquire(200, TimeUnit.MILLISECONDS)) {
                if (!pause.sleep(Duration.ZERO)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Notes a request if one may go now, else says how long to wait before asking again. Nobody has a place in the log before he goes:
     * those who waited for the vendor together would otherwise all go at once.
     */
    private synchronized Duration grant() {
        Instant now = clock.instant();
        Instant at = later(now, blockedUntil);
        if (configured.isPresent()) {
            Duration window = window();
            granted.removeIf(earlier -> earlier.plus(window).isBefore(now));
            if (granted.size() >= limit) {
                Instant[] log = granted.toArray(Instant[]::new);
                at = later(at, log[log.length - limit].plus(window));
            }
            if (!at.isAfter(now)) {
                granted.addLast(now);
            }
        }
        return Duration.between(now, at);
    }

    /** How long the vendor still wants nothing; not positive when requests may go. */
    synchronized Duration blockedFor() {
        return Duration.between(clock.instant(), blockedUntil);
    }

    private Duration window() {
        return configured.map(RateLimit::window).orElse(WITHOUT_WINDOW).plus(MARGIN);
    }

    /** No request before this moment, whoever asks. */
    public synchronized void blockUntil(Instant moment) {
        blockedUntil = later(blockedUntil, moment);
    }

    /** Learns from what the vendor said about the rest of its limit. */
    public synchronized void observe(LimitHeaders headers) {
        Instant now = clock.instant();
        if (configured.isPresent()) {
            headers.limit()
                    .ifPresent(seen ->
                            limit = Math.max(1, Math.min(seen, configured.get().requests())));
        }
        if (headers.remaining().filter(left -> left <= 0).isPresent()) {
            Instant oldest = granted.isEmpty() ? now : granted.peekFirst();
            blockedUntil = later(blockedUntil, headers.reset(now).orElseGet(() -> oldest.plus(window())));
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
