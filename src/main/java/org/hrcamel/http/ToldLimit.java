package org.hrcamel.http;

import java.time.Instant;

/** What a vendor's answers said of its limit. Answers overtake each other. Not thread safe. */
final class ToldLimit {

    private int limit = Integer.MAX_VALUE;
    private long newest = -1;
    private int remaining;
    private Instant until = Instant.MIN;

    /** The requests of a window; very many until the vendor said a number. */
    int limit() {
        return limit;
    }

    /**
     * @param request number of the request whose answer said so: of two answers the one to the later request is believed, unless the other
     *     allows less
     */
    void limit(int told, long request) {
        if (told < limit || request >= newest) {
            limit = told;
        }
        newest = Math.max(newest, request);
    }

    /** So many more requests until then; what is under way may be counted in it or not. */
    void remaining(int told, Instant reset, Instant now) {
        remaining = now.isBefore(until) ? Math.min(remaining, told) : told;
        until = reset;
    }

    /** Whether one more may be under way beside so many. */
    boolean allows(int underWay, Instant now) {
        return underWay < remaining || !now.isBefore(until);
    }

    Instant until() {
        return until;
    }
}
