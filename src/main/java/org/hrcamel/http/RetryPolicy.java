package org.hrcamel.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how late a request is sent again. Waits double up to the longest, each spread by up to a fifth so that clients do
 * not come back together.
 *
 * @param attempts how often a request is sent at the most
 * @param first wait after the first failure
 * @param firstAfterTimeout wait after the first failure when no answer came at all
 * @param longest no wait is longer, unless the vendor asks for it
 * @param total no wait begins that would end later than this after the first attempt
 */
public record RetryPolicy(int attempts, Duration first, Duration firstAfterTimeout, Duration longest, Duration total) {

    private static final double SPREAD = 0.2;

    /** For vendors that say nothing of their own. */
    public static RetryPolicy standard() {
        Duration first = Duration.ofMillis(500);
        return new RetryPolicy(5, first, first, Duration.ofSeconds(20), Duration.ofMinutes(2));
    }

    /** Nothing is sent again: for somebody who waits for the answer and can ask again himself. */
    public static RetryPolicy once() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /** The same with other waits between tries. */
    public RetryPolicy startingAt(Duration delay) {
        return new RetryPolicy(
                attempts, delay, delay.compareTo(firstAfterTimeout) < 0 ? delay : firstAfterTimeout, longest, total);
    }

    /**
     * The wait before the next try.
     *
     * @param failures how many tries have failed, from 1
     */
    Duration delay(int failures, RequestFailed.Cause cause, RandomGenerator random) {
        boolean noAnswer = cause == RequestFailed.Cause.TIMEOUT || cause == RequestFailed.Cause.CONNECTION;
        Duration start = noAnswer ? firstAfterTimeout : first;
        Duration doubled = start.multipliedBy(1L << Math.min(failures - 1, 20));
        Duration bounded = doubled.compareTo(longest) > 0 ? longest : doubled;
        return bounded.plusMillis((long) (bounded.toMillis() * SPREAD * random.nextDouble()));
    }
}
