package org.hrcamel.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the requests of each credential and endpoint group, in fixed windows and at the same time, and refuses those above the limit.
 *
 * <p>A window begins with the first request after the former one ended. A refused request uses up nothing. What is refused is noted as a
 * violation: a careful client throttles itself below the vendor's limit. The vendor writes the 429 and its headers itself. A request
 * counts as running until its simulated latency has passed. Thread safe.
 */
public final class RateLimit {

    /**
     * Whether one request may pass, and what is left.
     *
     * @param limit requests allowed in a window
     * @param remaining requests left in the window after this one
     * @param reset end of the window
     * @param concurrentLimit requests allowed at the same time
     * @param concurrentRemaining further requests allowed at the same time as this one
     */
    public record Permit(
            boolean granted, int limit, int remaining, Instant reset, int concurrentLimit, int concurrentRemaining) {}

    private record Endpoint(String credential, String group) {}

    private static final class Use {
        private Instant start = Instant.MIN;
        private int inWindow;
        private int running;
    }

    private final int requests;
    private final Duration window;
    private final int maxConcurrent;
    private final Clock clock;
    private final Map<String, Integer> concurrentOfGroup = new ConcurrentHashMap<>();
    private final Map<Endpoint, Use> uses = new ConcurrentHashMap<>();

    /**
     * @param requests allowed per window, credential and endpoint group; {@link Integer#MAX_VALUE} for no limit
     * @param maxConcurrent allowed at the same time per credential and endpoint group; {@link Integer#MAX_VALUE} for no limit
     */
    public RateLimit(int requests, Duration window, int maxConcurrent, Clock clock) {
        if (requests < 1 || maxConcurrent < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("A rate limit must allow at least one request");
        }
        this.requests = requests;
        this.window = window;
        this.maxConcurrent = maxConcurrent;
        this.clock = clock;
    }

    /** Allows another number of requests at the same time for one endpoint group. */
    public RateLimit concurrent(String group, int max) {
        concurrentOfGroup.put(group, max);
        return this;
    }

    /**
     * Counts this request, and stops counting it as running when it has been answered.
     *
     * @param group the endpoints that the vendor counts together; one constant where it counts all of them together
     */
    public Permit enter(Request request, String credential, String group) {
        Use use = uses.computeIfAbsent(new Endpoint(credential, group), endpoint -> new Use());
        int concurrent = concurrentOfGroup.getOrDefault(group, maxConcurrent);
        Permit permit;
        String refusal = null;
        synchronized (use) {
            Instant now = clock.instant();
            if (use.inWindow == 0 || !now.isBefore(use.start.plus(window))) {
                use.start = now;
                use.inWindow = 0;
            }
            if (use.running >= concurrent) {
                refusal = "more than " + concurrent + " requests at the same time";
            } else if (use.inWindow >= requests) {
                refusal = "more than " + requests + " requests in " + window;
            } else {
                use.inWindow++;
                use.running++;
            }
            permit = new Permit(
                    refusal == null,
                    requests,
                    requests - use.inWindow,
                    use.start.plus(window),
                    concurrent,
                    concurrent - use.running);
        }
        if (refusal == null) {
            request.onAnswered(() -> leave(use));
        } else {
            request.violation(refusal);
        }
        return permit;
    }

    private static void leave(Use use) {
        synchronized (use) {
            use.running--;
        }
    }
}
