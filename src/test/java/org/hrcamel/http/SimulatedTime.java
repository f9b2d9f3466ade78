package org.hrcamel.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still, and a pause that moves it instead of waiting. For one thread. */
public final class SimulatedTime implements InstantSource, Pause {

    public static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private Instant now = START;
    private final List<Duration> waits = new ArrayList<>();

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public boolean sleep(Duration duration) {
        waits.add(duration);
        moveTo(now.plus(duration));
        return true;
    }

    /** Never backwards. */
    public void moveTo(Instant moment) {
        now = moment.isAfter(now) ? moment : now;
    }

    public void forward(Duration by) {
        moveTo(now.plus(by));
    }

    public Duration passed() {
        return Duration.between(START, now);
    }

    /** Every wait that was asked for, in order. */
    public List<Duration> waits() {
        return waits;
    }
}
