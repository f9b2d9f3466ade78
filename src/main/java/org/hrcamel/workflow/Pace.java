package org.hrcamel.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** What is needed to tell how far a run has come. Thread safe. */
final class Pace {

    private static final long UNKNOWN = -1;

    private final Instant startedAt;
    private final AtomicReference<Instant> firstItemAt = new AtomicReference<>();
    private final LongAdder done = new LongAdder();
    private final LongAdder listed = new LongAdder();
    private volatile long expected = UNKNOWN;

    Pace(Instant startedAt) {
        this.startedAt = startedAt;
    }

    void begin(Instant now) {
        firstItemAt.compareAndSet(null, now);
    }

    void done() {
        done.increment();
    }

    void expects(long items) {
        expected = items;
    }

    void listed(long rows) {
        listed.add(rows);
    }

    RunProgress at(Instant now) {
        Instant first = firstItemAt.get();
        long total = expected;
        return new RunProgress(
                done.sum(),
                total == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(total),
                listed.sum(),
                Duration.between(startedAt, now),
                first == null ? Duration.ZERO : Duration.between(first, now));
    }
}
