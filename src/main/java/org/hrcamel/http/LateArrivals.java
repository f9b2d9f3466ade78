package org.hrcamel.http;

import static org.hrcamel.http.Times.longer;
import static org.hrcamel.http.Times.shorter;

import java.time.Duration;

/**
 * How late requests may have reached the vendor that were sent all at once, on connections that were only being opened: the vendor's
 * window, which begins with their arrival, ends later by as much. Not thread safe.
 */
final class LateArrivals {

    /** An answer that takes longer says nothing of the way there. */
    static final Duration LATEST = Duration.ofSeconds(1);

    private long lastAtOnce;
    private int underWay;
    private Duration slowest = Duration.ZERO;

    /**
     * A request goes at once.
     *
     * @param number of all requests ever sent, from 1
     * @param first whether the log holds no request before it, so that what was learned is of connections long gone
     */
    void sentAtOnce(long number, boolean first) {
        if (first) {
            slowest = Duration.ZERO;
        }
        lastAtOnce = number;
        underWay++;
    }

    /** A request that went at once has its answer. */
    void answered(Duration took) {
        underWay--;
        slowest = longer(slowest, shorter(took, LATEST));
    }

    /** How much later than it was sent the request of this number may have arrived; unknown, the latest, while answers are awaited. */
    Duration of(long number) {
        if (number > lastAtOnce) {
            return Duration.ZERO;
        }
        return underWay > 0 ? LATEST : slowest;
    }
}
