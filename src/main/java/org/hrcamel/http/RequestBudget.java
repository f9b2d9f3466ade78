package org.hrcamel.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The requests that one credential may make of one group of endpoints: never more than the limit in any window (a log of the last
 * ones, so that it holds for fixed and for sliding windows of the vendor), never more than so many at once, and nothing while the
 * vendor says to wait. It learns from the vendor's headers. Thread safe; waiting takes no lock, so others go on.
 */
public final class RequestBudget {

    private static final long LONGEST_WAIT_MILLIS = 200;

    private final Optional<RateLimit> rate;
    private final Optional<Integer> most;
    private final RequestLog log;
    private final RequestSlots slots;

    /** A budget that shares nothing with another. */
    public RequestBudget(Limits limits, InstantSource clock) {
        this(limits, new RequestLog(clock), new RequestSlots());
    }

    /**
     * @param log what was sent before, perhaps by the limits of other settings
     * @param slots what is under way, perhaps shared with other budgets
     */
    RequestBudget(Limits limits, RequestLog log, RequestSlots slots) {
        this.rate = limits.rate();
        this.most = limits.maxConcurrent();
        this.log = log;
        this.slots = slots;
    }

    /** The right to send one request; closing it lets the next one go. */
    public final class Permit implements AutoCloseable {

        private final RequestLog.Turn turn;

        private Permit(RequestLog.Turn turn) {
            this.turn = turn;
        }

        /** Learns from what the answer to this request says about the rest of the vendor's limit. */
        public void observe(LimitHeaders headers) {
            turn.observe(headers);
        }

        @Override
        public void close() {
            turn.end();
            slots.leave();
        }
    }

    /**
     * Waits until one request may be sent.
     *
     * @return empty when the wait was ended early because the run stops
     */
    public Optional<Permit> acquire(Pause pause) {
        RequestLog.Turn turn = log.turn(rate);
        while (enter(pause)) {
            Duration wait = turn.ask();
            if (wait.isZero()) {
                return Optional.of(new Permit(turn));
            }
            // Whoever waits for the limit holds none of the slots, which other endpoints may share.
            slots.leave();
            if (!pause.sleep(wait)) {
                break;
            }
        }
        turn.giveUp();
        return Optional.empty();
    }

    private boolean enter(Pause pause) {
        try {
            while (!slots.enter(most.orElse(Integer.MAX_VALUE), LONGEST_WAIT_MILLIS)) {
                if (!pause.sleep(Duration.ZERO)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How long the vendor still wants nothing; not positive when requests may go. */
    Duration blockedFor() {
        return log.blockedFor();
    }

    /** No request before this moment, whoever asks. */
    public void blockUntil(Instant moment) {
        log.blockUntil(moment);
    }
}
