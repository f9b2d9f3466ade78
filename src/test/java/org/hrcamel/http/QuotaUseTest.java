package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hrcamel.http.SimulatedQuota.Counting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of a vendor's limit, in simulated time: thousands of requests of many workers that answers keep waiting. */
class QuotaUseTest {

    private static final Instant START = SimulatedTime.START;

    private final SimulatedWorkers time = new SimulatedWorkers();
    private int idle;

    /** Answers take up to {@code slow}, half of them all of it; a connection takes half of it to open. */
    private record Latency(Duration quick, Duration slow) {

        static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);
        static final Latency LONG = new Latency(Duration.ofMillis(200), Duration.ofMillis(200));
        static final Latency MIXED = new Latency(Duration.ofMillis(1), Duration.ofMillis(200));

        Duration next(Random random) {
            return random.nextBoolean()
                    ? slow
                    : quick.plus(
                            slow.minus(quick).multipliedBy(random.nextInt(100)).dividedBy(100));
        }
    }

    private static Stream<Arguments> limits() {
        return Stream.of("1/1s", "3/1s", "6/5s", "50/30s", "90/60s", "10/1s", "50/10s", "100/60s")
                .flatMap(limit -> Stream.of(Counting.values())
                        .flatMap(counting -> Stream.of(
                                arguments(limit, counting, Latency.NONE, 1),
                                arguments(limit, counting, Latency.LONG, 4),
                                arguments(limit, counting, Latency.MIXED, 16),
                                arguments(limit, counting, Latency.NONE, 96),
                                arguments(limit, counting, Latency.LONG, 96),
                                arguments(limit, counting, Latency.MIXED, 96))));
    }

    private void work(RequestBudget budget, SimulatedQuota quota, Latency latency, int workers, Instant end)
            throws InterruptedException {
        Random random = new Random(workers);
        time.run(workers, () -> {
            while (time.instant().isBefore(end)) {
                try (RequestBudget.Permit permit =
                        budget.acquire(this::wakeLate).orElseThrow()) {
                    pass(connection(latency.slow.dividedBy(2)).plus(Duration.ofNanos(random.nextInt(3_000_000))));
                    ApiAnswer answer = quota.answer(time.instant());
                    pass(latency.next(random));
                    permit.observe(new LimitHeaders(answer));
                    idle++;
                }
            }
        });
    }

    private Duration connection(Duration opening) {
        if (idle > 0) {
            idle--;
            return Duration.ZERO;
        }
        return opening;
    }

    /** No system wakes a thread at the very moment. */
    private boolean wakeLate(Duration wait) {
        return time.sleep(wait.plusNanos(300_000));
    }

    private void pass(Duration duration) {
        if (!duration.isZero()) {
            time.sleep(duration);
        }
    }

    private static void assertUsed(SimulatedQuota quota, int limit, Instant from, Instant to) {
        assertThat(quota.use(limit, from, to).share()).as("use of %d", limit).isBetween(0.97, 1.0);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void usesTheLimitAndIsNeverRefused(String rate, Counting counting, Latency latency, int workers) throws Exception {
        RateLimit limit = RateLimit.parse(rate).orElseThrow();
        SimulatedQuota quota = new SimulatedQuota(counting, limit);
        RequestBudget budget = new RequestBudget(Limits.of(rate, "none"), time);
        Instant settled = START.plus(limit.window().multipliedBy(2));
        Instant end = settled.plus(limit.window().multipliedBy(12));
        work(budget, quota, latency, workers, end);
        assertThat(quota.refused()).isEmpty();
        assertUsed(quota, limit.requests(), settled, end);
    }

    private static Stream<Arguments> shrinking() {
        return Stream.of(
                        arguments("10/1s", List.of(6, 4, 10)),
                        arguments("50/10s", List.of(20, 50)),
                        arguments("100/60s", List.of(60, 30, 100)))
                .flatMap(limit -> Stream.of(Counting.values())
                        .flatMap(counting -> Stream.of(Latency.NONE, Latency.LONG, Latency.MIXED)
                                .flatMap(latency -> Stream.of(4, 96)
                                        .map(workers -> arguments(
                                                limit.get()[0], limit.get()[1], counting, latency, workers)))));
    }

    @ParameterizedTest
    @MethodSource("shrinking")
    void followsALimitThatOnlyTheAnswersTell(
            String rate, List<Integer> later, Counting counting, Latency latency, int workers) throws Exception {
        RateLimit limit = RateLimit.parse(rate).orElseThrow();
        SimulatedQuota quota = new SimulatedQuota(counting, limit);
        Duration phase = limit.window().multipliedBy(9).dividedBy(2).plusMillis(130);
        for (int i = 0; i < later.size(); i++) {
            quota.then(START.plus(phase.multipliedBy(i + 1)), later.get(i));
        }
        RequestBudget budget = new RequestBudget(Limits.of(rate, "none"), time);
        work(budget, quota, latency, workers, START.plus(phase.multipliedBy(later.size() + 1)));
        assertThat(quota.refused()).isEmpty();
        for (int i = 0; i < later.size(); i++) {
            Instant changed = START.plus(phase.multipliedBy(i + 1));
            assertUsed(quota, later.get(i), changed.plus(limit.window().multipliedBy(2)), changed.plus(phase));
        }
    }

    @Test
    void sendsAShortRunAtOnce() throws Exception {
        RequestBudget budget = new RequestBudget(Limits.of("100/60s", "none"), time);
        for (int i = 0; i < 100; i++) {
            budget.acquire(time).orElseThrow().close();
        }
        assertThat(time.instant()).isEqualTo(START);
    }

    private static Stream<Arguments> vendors() {
        return Stream.of(Counting.values())
                .flatMap(counting -> Stream.of(Latency.NONE, Latency.LONG, Latency.MIXED)
                        .map(latency -> arguments(counting, latency)));
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void wakesNobodyWhoCannotGo(Counting counting, Latency latency) throws Exception {
        SimulatedQuota quota = new SimulatedQuota(counting, new RateLimit(10, Duration.ofSeconds(1)));
        RequestBudget budget = new RequestBudget(Limits.of("10/1s", "none"), time);
        work(budget, quota, latency, 96, START.plusSeconds(60));
        // Each request wakes a worker for its place, its arrival and its answer; who waits looks once a second whether
        // it goes faster.
        assertThat(time.wakings()).isLessThan(quota.accepted().size() * 4 + 60 * 96 * 2);
    }
}
