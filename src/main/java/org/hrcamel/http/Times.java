package org.hrcamel.http;

import java.time.Duration;
import java.time.Instant;

/** Which of two moments or time spans. */
final class Times {

    private Times() {}

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
