package org.hrcamel.workflow;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a run has come at one moment.
 *
 * @param done items that have an outcome, whatever it is
 * @param total items that the listing has, as the origin tells them now; empty when it does not tell, or told fewer than are done
 * @param listed rows of the listing that were worked through before the first item could be told, where that takes long
 * @param elapsed since the run began
 * @param working since its first item was at hand: some origins list for minutes before there is one
 */
public record RunProgress(long done, OptionalLong total, long listed, Duration elapsed, Duration working) {

    /** Of less than this no rate can be told that would be worth showing. */
    private static final Duration TOO_SHORT = Duration.ofSeconds(1);

    private static final double MILLIS = 1000.0;

    public RunProgress {
        if (total.isPresent() && total.getAsLong() < done) {
            total = OptionalLong.empty();
        }
    }

    /** Items a second, on average since the first one was at hand; 0 while there is none, or for a moment after. */
    public double rate() {
        return working.compareTo(TOO_SHORT) < 0 ? 0 : done * MILLIS / working.toMillis();
    }

    /** How much of the whole is done, from 0 to 1. */
    public Optional<Double> share() {
        return total.isEmpty() ? Optional.empty() : Optional.of(done / (double) Math.max(1, total.getAsLong()));
    }

    /** How long what is left takes at this rate. */
    public Optional<Duration> remaining() {
        double rate = rate();
        return total.isEmpty() || rate == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round((total.getAsLong() - done) / rate * MILLIS)));
    }
}
