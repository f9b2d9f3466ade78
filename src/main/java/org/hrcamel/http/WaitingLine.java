package org.hrcamel.http;

/** Those who wait for the vendor's limit, in the order in which they came; who leaves lets all behind him move up. Not thread safe. */
final class WaitingLine {

    private int waiting;
    private long left;

    /** The ticket of who joins at the end. */
    long join() {
        return left + waiting++;
    }

    /** How many wait before the one with this ticket, if those who left were before him. */
    int before(long ticket) {
        return (int) Math.max(0, ticket - left);
    }

    void leave() {
        waiting--;
        left++;
    }
}
