package org.hrcamel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final MovableClock clock = new MovableClock("2026-11-01T00:00:00Z");
    private final Ledger ledger = new Ledger();

    @Test
    void theRequestAboveTheLimitIsRefusedAndNotedUntilTheWindowEnds() {
        RateLimit limit = new RateLimit(2, Duration.ofSeconds(1), NO_LIMIT, clock);

        assertThat(limit.enter(request(), "key", "").remaining()).isEqualTo(1);
        assertThat(limit.enter(request(), "key", "").remaining()).isZero();
        clock.forward(Duration.ofMillis(999));
        RateLimit.Permit refused = limit.enter(request(), "key", "");
        clock.forward(Duration.ofMillis(1));
        RateLimit.Permit granted = limit.enter(request(), "key", "");

        assertThat(refused.granted()).isFalse();
        assertThat(refused.reset()).isEqualTo(Instant.parse("2026-11-01T00:00:01Z"));
        assertThat(granted.granted()).isTrue();
        assertThat(granted.remaining()).isEqualTo(1);
        assertThat(ledger.violations()).hasSize(1).first().asString().contains("more than 2 requests in PT1S");
    }

    @Test
    void credentialsAndEndpointGroupsAreCountedApart() {
        RateLimit limit = new RateLimit(1, Duration.ofSeconds(1), NO_LIMIT, clock);

        limit.enter(request(), "key", "list");

        assertThat(limit.enter(request(), "other", "list").granted()).isTrue();
        assertThat(limit.enter(request(), "key", "detail").granted()).isTrue();
        assertThat(limit.enter(request(), "key", "list").granted()).isFalse();
    }

    @Test
    void aRequestCountsAsRunningUntilItIsAnswered() {
        RateLimit limit = new RateLimit(NO_LIMIT, Duration.ofSeconds(1), 8, clock).concurrent("list", 1);
        Request first = request();

        RateLimit.Permit running = limit.enter(first, "key", "list");
        RateLimit.Permit refused = limit.enter(request(), "key", "list");
        first.answered();

        assertThat(running.concurrentLimit()).isEqualTo(1);
        assertThat(running.concurrentRemaining()).isZero();
        assertThat(refused.granted()).isFalse();
        assertThat(limit.enter(request(), "key", "list").granted()).isTrue();
        assertThat(limit.enter(request(), "key", "detail").concurrentRemaining())
                .isEqualTo(7);
    }

    private Request request() {
        return new Request("vendor", "GET", "http://127.0.0.1:1", "/", null, Map.of(), new byte[0], ledger);
    }
}
