package org.hrcamel.http;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A vendor that counts its requests, tells its limit in the headers of each answer, and changes it. What was allowed before a change is
 * not held against anyone: a fixed window keeps the limit it began with, and a sliding one counts against a new limit what came since.
 * Thread safe.
 */
public final class SimulatedQuota {

    /** How the vendor counts. */
    public enum Counting {
        /** A window begins with the first request after the one before ended. */
        FIXED,
        /** Windows follow each other by the vendor's clock. */
        ALIGNED,
        /** What came in the last window. */
        SLIDING
    }

    private record Phase(Instant from, int limit) {}

    private final Counting counting;
    private final Duration window;
    private final List<Phase> phases = new ArrayList<>();
    private final List<Instant> accepted = new ArrayList<>();
    private Instant start = Instant.MIN;
    private int inWindow;
    private final List<Instant> refused = new ArrayList<>();

    public SimulatedQuota(Counting counting, RateLimit limit) {
        this.counting = counting;
        this.window = limit.window();
        phases.add(new Phase(Instant.MIN, limit.requests()));
    }

    /** Has another limit from this moment on; in order. */
    public synchronized SimulatedQuota then(Instant from, int limit) {
        phases.add(new Phase(from, limit));
        return this;
    }

    /** The answer to a request that arrives now. */
    public synchronized ApiAnswer answer(Instant now) {
        return counting == Counting.SLIDING ? sliding(now) : fixed(now);
    }

    private ApiAnswer fixed(Instant now) {
        if (!now.isBefore(end())) {
            start = counting == Counting.FIXED ? now : aligned(now);
            inWindow = 0;
        }
        int limit = phase(start).limit;
        boolean granted = inWindow < limit;
        inWindow += granted ? 1 : 0;
        return told(granted, now, phase(now).limit, Math.max(0, limit - inWindow), end());
    }

    private Instant end() {
        return start.equals(Instant.MIN) ? start : start.plus(window);
    }

    private Instant aligned(Instant now) {
        long millis = now.toEpochMilli();
        return Instant.ofEpochMilli(millis - millis % window.toMillis());
    }

    private ApiAnswer sliding(Instant now) {
        int most = phases.stream()
                .filter(phase -> !phase.from.isAfter(now) && !isOver(phase, now.minus(window)))
                .mapToInt(Phase::limit)
                .max()
                .orElseThrow();
        boolean granted = left(phase(now), now) > 0 && since(now.minus(window)) < most;
        int left = left(phase(now), now) - (granted ? 1 : 0);
        int count = since(now.minus(window));
        Instant oldest = count == 0 ? now : accepted.get(accepted.size() - count);
        return told(granted, now, phase(now).limit, Math.max(0, left), oldest.plus(window));
    }

    /** What one phase leaves of its own limit in the window that ends now. */
    private int left(Phase phase, Instant now) {
        Instant from = now.minus(window);
        return phase.limit - since(phase.from.isAfter(from) ? phase.from : from);
    }

    private boolean isOver(Phase phase, Instant moment) {
        int next = phases.indexOf(phase) + 1;
        return next < phases.size() && !phases.get(next).from.isAfter(moment);
    }

    private int since(Instant moment) {
        int count = 0;
        while (count < accepted.size()
                && accepted.get(accepted.size() - 1 - count).isAfter(moment)) {
            count++;
        }
        return count;
    }

    private Phase phase(Instant moment) {
        Phase current = phases.get(0);
        for (Phase phase : phases) {
            current = phase.from.isAfter(moment) ? current : phase;
        }
        return current;
    }

    private ApiAnswer told(boolean granted, Instant now, int limit, int remaining, Instant reset) {
        if (granted) {
            accepted.add(now);
        } else {
            refused.add(now);
        }
        Map<String, String> headers = Map.of(
                "X-RateLimit-Limit", String.valueOf(limit),
                "X-RateLimit-Remaining", String.valueOf(remaining),
                "X-RateLimit-Reset", String.valueOf(reset.plusMillis(999).getEpochSecond()));
        return new ApiAnswer(granted ? 200 : 429, headers, MissingNode.getInstance());
    }

    /** When the requests that were not refused arrived. */
    public synchronized List<Instant> accepted() {
        return List.copyOf(accepted);
    }

    /** When the requests that were refused arrived. */
    public synchronized List<Instant> refused() {
        return List.copyOf(refused);
    }

    /**
     * What was made of a limit.
     *
     * @param used requests, a multiple of the limit
     * @param permitted what the limit permits in the time they took
     */
    public record Use(long used, double permitted) {
        public double share() {
            return permitted == 0 ? 0 : used / permitted;
        }
    }

    /** What was made of this limit between two moments, over as many whole windows of requests as there were. */
    public Use use(int limit, Instant from, Instant to) {
        List<Instant> within = accepted().stream()
                .filter(moment -> !moment.isBefore(from) && moment.isBefore(to))
                .toList();
        int used = (within.size() - 1) / limit * limit;
        Duration took = used < 1 ? Duration.ZERO : Duration.between(within.get(0), within.get(used));
        return new Use(used, (double) took.toNanos() / window.toNanos() * limit);
    }
}
