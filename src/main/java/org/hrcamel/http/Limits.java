package org.hrcamel.http;

import java.util.Optional;

/**
 * The limits of one budget.
 *
 * @param rate empty for none
 * @param maxConcurrent empty for none
 */
public record Limits(Optional<RateLimit> rate, Optional<Integer> maxConcurrent) {

    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

    /** Limits as written: {@code 50/10s} or {@code none}, and a number or {@code none}. */
    public static Limits of(String rate, String maxConcurrent) {
        return new Limits(RateLimit.parse(rate), concurrent(maxConcurrent));
    }

    /**
     * Parses a number of requests at once, or {@code none}.
     *
     * @throws IllegalArgumentException with the end of a sentence
     */
    public static Optional<Integer> concurrent(String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        if (!text.matches("[1-9]\\d{0,4}")) {
            throw new IllegalArgumentException("is neither a number of requests nor none");
        }
        return Optional.of(Integer.valueOf(text));
    }
}
