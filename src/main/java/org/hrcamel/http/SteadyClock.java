package org.hrcamel.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that never goes back. The machine's may be set back while requests are counted; those sent before would else seem to lie ahead,
 * and everybody would wait until it shows that time again. Thread safe.
 */
final class SteadyClock {

    private final InstantSource clock;
    private Instant latest = Instant.MIN;
    private Duration setBack = Duration.ZERO;

    SteadyClock(InstantSource clock) {
        this.clock = clock;
    }

    synchronized Instant now() {
        Instant now = clock.instant().plus(setBack);
        if (now.isBefore(latest)) {
            setBack = setBack.plus(Duration.between(now, latest));
            now = latest;
        }
        latest = now;
        return now;
    }

    /** The moment at which the machine's clock, as it is set now, shows this. */
    synchronized Instant when(Instant shown) {
        now();
        return shown.plus(setBack);
    }

    /** What the machine's clock shows. */
    Instant shown() {
        return clock.instant();
    }
}
