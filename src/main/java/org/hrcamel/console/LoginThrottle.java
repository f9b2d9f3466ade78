package org.hrcamel.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes guessing passwords slow, without ever keeping the operator out for long. Whoever was wrong three times in a row waits before
 * the next attempt is looked at, longer each time, half a minute at the most. Guessers with many addresses share one further limit; it
 * does not hold for a browser that once logged in, which is counted apart. Thread safe.
 */
final class LoginThrottle {

    private static final int FREE_ATTEMPTS = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    /** All strangers together: so many wrong attempts at once, then one more each second. */
    private static final int FREE_ATTEMPTS_OF_ALL = 30;

    private static final Duration WAIT_OF_ALL = Duration.ofSeconds(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final InstantSource clock;
    private final Map<String, Attempts> attempts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private double wrongOfAll;
    private Instant lastOfAll = Instant.MIN;

    /**
     * Attempts since the last right one.
     *
     * @param lastButOne null when there was none
     */
    private record Attempts(
            int count, Instant last, @Nullable Instant lastButOne) {

        Duration pause() {
            if (count < FREE_ATTEMPTS) {
                return Duration.ZERO;
            }
            int doubled = Math.min(count - FREE_ATTEMPTS, 10);
            Duration wait = FIRST_WAIT.multipliedBy(1L << doubled);
            return shorter(wait, LONGEST_WAIT);
        }

        /** How long it lasts still; no longer than it began with, should somebody set the clock back. */
        Duration rest(Instant now) {
            return shorter(Duration.between(now, last.plus(pause())), pause());
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Asks to try a password. An attempt counts as wrong from now on, so that many at once are no way around; {@link #right} takes that
     * back.
     *
     * @return how long to wait instead; empty when the password may be looked at now
     */
    synchronized Optional<Duration> begin(Visitor visitor) {
        Instant now = clock.instant();
        Attempts before = attempts.get(visitor.key());
        if (before != null && Duration.between(before.last(), now).compareTo(FORGOTTEN_AFTER) > 0) {
            before = null;
        }
        Duration wait = before == null ? Duration.ZERO : before.rest(now);
        if (!visitor.known()) {
            leak(now);
            if (wrongOfAll >= FREE_ATTEMPTS_OF_ALL && wait.compareTo(WAIT_OF_ALL) < 0) {
                wait = WAIT_OF_ALL;
            }
        }
        if (wait.compareTo(Duration.ZERO) > 0) {
            return Optional.of(wait);
        }
        attempts.put(
                visitor.key(),
                before == null ? new Attempts(1, now, null) : new Attempts(before.count() + 1, now, before.last()));
        if (!visitor.known()) {
            wrongOfAll++;
        }
        return Optional.empty();
    }

    /** The attempt that began was right. */
    synchronized void right(Visitor visitor) {
        attempts.remove(visitor.key());
        if (!visitor.known()) {
            wrongOfAll = Math.max(0, wrongOfAll - 1);
        }
    }

    /** The attempt that began was not looked at after all, or was right but says nothing of those before. */
    synchronized void takeBack(Visitor visitor) {
        attempts.computeIfPresent(
                visitor.key(),
                (key, made) -> made.lastButOne() == null
                        ? null
                        : new Attempts(made.count() - 1, made.lastButOne(), made.lastButOne()));
        if (!visitor.known()) {
            wrongOfAll = Math.max(0, wrongOfAll - 1);
        }
    }

    private void leak(Instant now) {
        if (!lastOfAll.equals(Instant.MIN)) {
            double passed = Duration.between(lastOfAll, now).toMillis() / (double) WAIT_OF_ALL.toMillis();
            wrongOfAll = Math.max(0, wrongOfAll - Math.max(0, passed));
        }
        lastOfAll = now;
    }
}
