package org.hrcamel.http;

import static org.hrcamel.http.Times.later;
import static org.hrcamel.http.Times.longer;
import static org.hrcamel.http.Times.notNegative;
import static org.hrcamel.http.Times.shorter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What one credential has sent to one group of endpoints, and what the vendor said of it. It outlives a change of the settings: a new
 * limit that began with an empty log would let the vendor have twice as much in one window. Thread safe.
 *
 * <p>A request goes when all of these let it: the window of the limit has a place ({@link SentTimes}, longer by {@link LateArrivals}), the
 * vendor wants requests at all, {@link Pacing} once the limit was reached, and what the vendor said is left ({@link ToldLimit}). A run that
 * stays below its limit so sends at once, and one that does not uses the whole of it. Those who wait stand in a {@link WaitingLine}.
 */
final class RequestLog {

    /** Clocks differ and requests overtake each other: a window is taken to be longer by a hundredth of it, within these bounds. */
    private static final Duration LEAST_MARGIN = Duration.ofMillis(20);

    private static final Duration MOST_MARGIN = Duration.ofMillis(250);

    /** Without a limit in the settings: how long nothing is sent when the vendor says that nothing is left, and not until when. */
    private static final Duration WITHOUT_WINDOW = Duration.ofMillis(1020);

    /** Somebody before may give up, or the limit may grow: nobody trusts his place in the line for longer. */
    private static final Duration LONGEST_NAP = Duration.ofSeconds(1);

    private static final long NO_TICKET = -1;

    private final SteadyClock clock;
    private final SentTimes sent = new SentTimes();
    private final ToldLimit told = new ToldLimit();
    private final Pacing pacing = new Pacing();
    private final LateArrivals lateArrivals = new LateArrivals();
    private final WaitingLine line = new WaitingLine();
    private Duration longest = Duration.ZERO;
    private long granted;
    private int underWay;
    private volatile Instant blockedUntil = Instant.MIN;

    RequestLog(InstantSource clock) {
        this.clock = new SteadyClock(clock);
    }

    /**
     * One request on its way: asks until it may go, and then tells that it was answered, or gives up. For one thread at a time.
     */
    final class Turn {

        private final Optional<RateLimit> rate;
        private final Duration window;
        private long ticket = NO_TICKET;
        private Instant at = Instant.MIN;
        /** Of all requests that were ever let go, from 1. */
        private long number;

        /** Requests that were let go within the window before it. */
        private int before;

        private boolean paced = true;

        private Turn(Optional<RateLimit> rate) {
            this.rate = rate;
            this.window = window(rate);
        }

        /**
         * Notes the request if it may go now, else says how long to wait before asking again. Nobody has a place in the log before he
         * goes: those who waited for the vendor together would otherwise all go at once.
         */
        Duration ask() {
            return rate.isPresent() ? grant(this, rate.get()) : unblocked();
        }

        /** It will not ask again. */
        void giveUp() {
            leaveLine(this);
        }

        /** It has its answer, or will get none. */
        void end() {
            if (rate.isPresent()) {
                ended(this);
            }
        }

        /** Learns from what the answer said about the rest of the vendor's limit. */
        void observe(LimitHeaders headers) {
            RequestLog.this.observe(headers, this);
        }
    }

    /**
     * @param rate by whose limit; others may ask by another one
     */
    Turn turn(Optional<RateLimit> rate) {
        return new Turn(rate);
    }

    private static Duration window(Optional<RateLimit> rate) {
        return rate.map(RateLimit::window).map(RequestLog::withMargin).orElse(WITHOUT_WINDOW);
    }

    private static Duration withMargin(Duration window) {
        return window.plus(longer(LEAST_MARGIN, shorter(window.dividedBy(100), MOST_MARGIN)));
    }

    /** Without a limit of its own nobody waits for another. */
    private Duration unblocked() {
        return blockedUntil.equals(Instant.MIN) ? Duration.ZERO : notNegative(blockedFor());
    }

    private synchronized Duration grant(Turn turn, RateLimit rate) {
        Instant now = clock.now();
        longest = longer(longest, turn.window);
        sent.forgetBefore(now.minus(longest).minus(LateArrivals.LATEST));
        int limit = Math.max(1, Math.min(told.limit(), rate.requests()));
        Instant wanted = later(blockedUntil, place(limit, turn.window));
        if (wanted.isAfter(now)) {
            pacing.until(wanted.plus(turn.window));
        }
        Instant first = later(later(wanted, paced(limit, turn.window, now)), later(now, answersNeeded(now)));
        if (first.isAfter(now)) {
            return Duration.between(now, ownMoment(turn, first, limit, now));
        }
        note(turn, now);
        return Duration.ZERO;
    }

    private void note(Turn turn, Instant now) {
        leaveLine(turn);
        turn.at = now;
        turn.before = sent.since(now.minus(turn.window));
        turn.number = ++granted;
        if (pacing.isOver(now)) {
            lateArrivals.sentAtOnce(turn.number, sent.size() == 0);
            turn.paced = false;
        }
        sent.add(now);
        underWay++;
    }

    /** When the request that is so many back leaves the window. */
    private Instant place(int back, Duration window) {
        return sent.size() < back
                ? Instant.MIN
                : sent.newest(back).plus(window).plus(lateArrivals.of(granted - back + 1));
    }

    private Instant paced(int limit, Duration window, Instant now) {
        boolean free = sent.size() == 0 || pacing.isOver(now);
        return free ? Instant.MIN : sent.newest(1).plus(pacing.distance(limit, window));
    }

    /** When the vendor's word leaves no more than what is under way, its answers have to come first. */
    private Instant answersNeeded(Instant now) {
        if (told.allows(underWay, now)) {
            return Instant.MIN;
        }
        Instant next = now.plus(pacing.look());
        return next.isBefore(told.until()) ? next : told.until();
    }

    /**
     * Each of those who wait has a moment of his own, so that not all of them wake for one place.
     *
     * @param first when the first of them may go
     */
    private Instant ownMoment(Turn turn, Instant first, int limit, Instant now) {
        if (turn.ticket == NO_TICKET) {
            turn.ticket = line.join();
        }
        int before = line.before(turn.ticket);
        Instant own = first.plus(pacing.distance(limit, turn.window).multipliedBy(before));
        Instant place = later(first, place(limit - before % limit, turn.window));
        own = later(own, place.plus(turn.window.multipliedBy(before / limit)));
        Instant latest = later(first, now.plus(LONGEST_NAP));
        return own.isBefore(latest) ? own : latest;
    }

    private synchronized void leaveLine(Turn turn) {
        if (turn.ticket != NO_TICKET) {
            turn.ticket = NO_TICKET;
            line.leave();
        }
    }

    private synchronized void ended(Turn turn) {
        underWay--;
        Duration took = notNegative(Duration.between(turn.at, clock.now()));
        pacing.answered(took);
        if (!turn.paced) {
            lateArrivals.answered(took);
        }
    }

    /** How long the vendor still wants nothing; not positive when requests may go. */
    Duration blockedFor() {
        return Duration.between(clock.now(), blockedUntil);
    }

    /** No request before this moment, whoever asks. */
    synchronized void blockUntil(Instant moment) {
        block(clock.when(moment));
    }

    private void block(Instant until) {
        blockedUntil = later(blockedUntil, until);
        // Those who waited for it go one after another: the limit may be another by then.
        pacing.until(blockedUntil.plus(longest));
    }

    private void observe(LimitHeaders headers, Turn turn) {
        Optional<Integer> remaining = headers.remaining();
        Optional<Integer> limit = turn.rate.flatMap(rate -> headers.limit());
        if (limit.isPresent()
                || remaining.filter(left -> turn.rate.isPresent() || left <= 0).isPresent()) {
            synchronized (this) {
                limit.ifPresent(seen -> told.limit(seen, turn.number));
                remaining
                        .filter(left -> !isOurs(left, limit, turn))
                        .ifPresent(left ->
                                restrict(left, headers.reset(clock.shown()).map(clock::when), turn));
            }
        }
    }

    /**
     * Whether all that the vendor has counted can be what was sent from here. Then the log knows better than the answer when the next one
     * may go: the vendor's clock may differ, and it tells whole seconds.
     */
    private boolean isOurs(int left, Optional<Integer> limit, Turn turn) {
        if (turn.rate.isEmpty()) {
            return false;
        }
        long counted = (long) limit.orElse(turn.rate.get().requests()) - left;
        return counted <= turn.before + 1 + (granted - turn.number);
    }

    private void restrict(int left, Optional<Instant> reset, Turn turn) {
        Instant now = clock.now();
        int ours = sent.since(now.minus(turn.window));
        Instant until = reset.orElseGet(() -> (ours == 0 ? now : sent.newest(ours)).plus(turn.window));
        if (left <= 0) {
            block(until);
        } else if (turn.rate.isPresent()) {
            told.remaining(left, until, now);
        }
    }
}
