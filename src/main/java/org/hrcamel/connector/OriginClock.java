package org.hrcamel.connector;

import java.time.Duration;
import java.time.Instant;
import org.hrcamel.http.ApiAnswer;

/** The clock of an origin, which need not agree with ours: its answers tell the time, and its times of change follow it. */
public final class OriginClock {

    private OriginClock() {}

    /**
     * Tells the run what time it was at the origin when an answer of its listing was asked for; the first one counts.
     *
     * @param asked when it was asked for, by our clock
     */
    public static void tell(Side side, Instant asked, ApiAnswer answer) {
        // The answer shows the time when it was sent; what it shows of candidates may be older by as long as it took.
        Duration took = Duration.between(asked, side.api().clock().instant());
        side.run().asOf(answer.date().map(date -> date.minus(took)).orElse(asked));
    }
}
