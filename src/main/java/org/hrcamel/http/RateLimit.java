package org.hrcamel.http;

import java.time.Duration;
import java.util.Optional;

/**
 * So many requests in any span of this length.
 *
 * @param requests at least 1
 */
public record RateLimit(int requests, Duration window) {

    public RateLimit {
        if (requests < 1 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("A rate limit has at least one request in a positive time");
        }
    }

    /**
     * Parses {@code 50/10s}, or {@code none} to an empty result.
     *
     * @throws IllegalArgumentException with the end of a sentence
     */
    public static Optional<RateLimit> parse(String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        String[] parts = text.split("/", -1);
        try {
            if (parts.length != 2) {
                throw new IllegalArgumentException(text);
            }
            return Optional.of(new RateLimit(Integer.parseInt(parts[0].strip()), Durations.parse(parts[1])));
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException("is not a rate such as 50/10s, nor none");
        }
    }

    @Override
    public String toString() {
        long millis = window.toMillis();
        return requests + "/" + (millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms");
    }
}
