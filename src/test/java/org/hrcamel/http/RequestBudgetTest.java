package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBudgetTest {

    private final SimulatedTime time = new SimulatedTime();

    private RequestBudget budget(String rate) {
        return new RequestBudget(Limits.of(rate, "none"), time);
    }

    private static LimitHeaders headers(String... namesAndValues) {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new LimitHeaders(new ApiAnswer(200, headers, MissingNode.getInstance()));
    }

    private Instant send(RequestBudget budget) {
        answered(budget);
        return time.instant();
    }

    /** Of a request that has its answer. */
    private RequestBudget.Permit answered(RequestBudget budget) {
        RequestBudget.Permit permit = budget.acquire(time).orElseThrow();
        permit.close();
        return permit;
    }

    private static void assertNeverMore(List<Instant> sent, int limit, Duration window) {
        for (int i = limit; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - limit), sent.get(i)))
                    .as("requests %d to %d", i - limit, i)
                    .isGreaterThan(window);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 130, 999})
    void neverSendsMoreThanTheLimitInAnyWindow(long millisBetweenRequests) {
        RequestBudget budget = budget("5/1s");
        List<Instant> sent = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            sent.add(send(budget));
            time.forward(Duration.ofMillis(millisBetweenRequests * (i % 3)));
        }
        assertNeverMore(sent, 5, Duration.ofSeconds(1));
    }

    @Test
    void usesTheWholeLimit() {
        RequestBudget budget = budget("5/1s");
        for (int i = 0; i < 20; i++) {
            send(budget);
        }
        assertThat(time.passed()).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3200));
    }

    @Test
    void keepsToTheLimitWhenManyHaveWaitedForTheVendorTogether() {
        RequestBudget budget = budget("2/1s");
        List<Instant> sent = new ArrayList<>(List.of(send(budget), send(budget)));
        queueUp(budget, 6, sent, () -> budget.blockUntil(SimulatedTime.START.plusSeconds(5)));
        assertThat(sent).hasSize(8);
        assertThat(sent.get(2)).isEqualTo(SimulatedTime.START.plusSeconds(5));
        assertNeverMore(sent, 2, Duration.ofSeconds(1));
    }

    @Test
    void appliesALimitThatShrinksToThoseWhoWaitAlready() {
        RequestBudget budget = budget("3/1s");
        List<Instant> sent = new ArrayList<>(List.of(send(budget), send(budget)));
        RequestBudget.Permit third = answered(budget);
        sent.add(time.instant());
        queueUp(budget, 6, sent, () -> third.observe(headers("X-RateLimit-Limit", "1")));
        assertNeverMore(sent.subList(3, sent.size()), 1, Duration.ofSeconds(1));
    }

    /** So many callers wait at the same time; when all do, something happens. */
    private void queueUp(RequestBudget budget, int callers, List<Instant> sent, Runnable onceAllWait) {
        AtomicInteger pauses = new AtomicInteger();
        assertThat(budget.acquire(wait -> {
                    Instant end = time.instant().plus(wait);
                    if (pauses.getAndIncrement() == 0) {
                        if (callers > 1) {
                            queueUp(budget, callers - 1, sent, onceAllWait);
                        } else {
                            onceAllWait.run();
                        }
                    }
                    time.moveTo(end);
                    return true;
                }))
                .isPresent();
        sent.add(time.instant());
    }

    @Test
    void followsASmallerLimitOfTheVendorAndNotALargerOne() {
        RequestBudget smaller = budget("10/1s");
        answered(smaller).observe(headers("X-RateLimit-Limit", "2"));
        send(smaller);
        assertThat(time.passed()).isZero();
        send(smaller);
        assertThat(time.passed()).isGreaterThan(Duration.ofSeconds(1));

        RequestBudget larger = budget("2/1s");
        Instant first = time.instant();
        answered(larger).observe(headers("X-RateLimit-Limit", "100"));
        List<Instant> sent = List.of(first, send(larger), send(larger));
        assertNeverMore(sent, 2, Duration.ofSeconds(1));
    }

    @Test
    void aLimitThatIsToldToWhoHasNoneSaysNothingOfTheWindowOfAnother() {
        RequestBudgets budgets = new RequestBudgets(time);
        Endpoint endpoint = new Endpoint("list");
        answered(budgets.of("jazzhr", "key", any -> Limits.NONE).of(endpoint))
                .observe(headers("X-RateLimit-Limit", "1", "X-RateLimit-Remaining", "1"));
        RequestBudget limited =
                budgets.of("jazzhr", "key", any -> Limits.of("5/1s", "none")).of(endpoint);

        send(limited);
        send(limited);

        assertThat(time.passed()).isZero();
    }

    @Test
    void waitsForTheResetWhenNothingRemains() {
        RequestBudget budget = budget("10/1s");
        answered(budget).observe(headers("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "7"));
        assertThat(send(budget)).isEqualTo(SimulatedTime.START.plusSeconds(7));
    }

    @Test
    void waitsForTheEndOfTheWindowWhenNothingRemainsAndNoResetIsTold() {
        RequestBudget budget = budget("10/3s");
        RequestBudget.Permit permit = answered(budget);
        time.forward(Duration.ofSeconds(1));
        permit.observe(headers("X-RateLimit-Remaining", "0"));
        assertThat(send(budget)).isBetween(SimulatedTime.START.plusSeconds(3), SimulatedTime.START.plusMillis(3100));
    }

    @Test
    void goesOnWhenSomethingRemains() {
        RequestBudget budget = budget("10/1s");
        answered(budget).observe(headers("X-RateLimit-Remaining", "1", "X-RateLimit-Reset", "30"));
        send(budget);
        assertThat(time.passed()).isZero();
    }

    @Test
    void blocksOnlyTheCredentialThatTheVendorToldToWait() {
        RequestBudgets budgets = new RequestBudgets(time);
        Endpoint endpoint = new Endpoint("list");
        RequestBudget mine = budgets.of("jazzhr", "mine", any -> Limits.NONE).of(endpoint);
        RequestBudget yours = budgets.of("jazzhr", "yours", any -> Limits.NONE).of(endpoint);
        mine.blockUntil(SimulatedTime.START.plusSeconds(60));
        send(yours);
        assertThat(time.passed()).isZero();
        send(mine);
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void isOneForAllWhoUseTheSameCredential() {
        RequestBudgets budgets = new RequestBudgets(time);
        Limits limits = Limits.of("1/1s", "none");
        send(budgets.of("jazzhr", "key", any -> limits).of(new Endpoint("list")));
        send(budgets.of("jazzhr", "key", any -> limits).of(new Endpoint("detail")));
        assertThat(time.passed()).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void isAnotherForAnEndpointThatTheVendorLimitsApart() {
        RequestBudgets.OfCredential budgets =
                new RequestBudgets(time).of("flatchr", "key", any -> Limits.of("1/1s", "none"));
        send(budgets.of(new Endpoint("list")));
        send(budgets.of(new Endpoint("cv", "cv")));
        assertThat(time.passed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4/1s", "5/1s", "6/1s", "40/10s"})
    void countsWhatWasSentBeforeTheLimitWasChanged(String changed) {
        RequestBudgets budgets = new RequestBudgets(time);
        RequestBudget before = budgets.of("breezyhr", "token", any -> Limits.of("5/1s", "none"))
                .of(new Endpoint("candidate"));
        RequestBudget after = budgets.of("breezyhr", "token", any -> Limits.of(changed, "none"))
                .of(new Endpoint("candidate"));
        List<Instant> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(send(before));
        }
        // A run from before the change goes on beside the ones after it.
        for (int i = 0; i < 30; i++) {
            sent.add(send(i % 3 == 0 ? before : after));
        }
        int most = RateLimit.parse(changed).orElseThrow().requests();
        assertNeverMore(sent, Math.max(5, most), Duration.ofSeconds(1));
    }

    @Test
    void goesOnToWaitForTheVendorWhenTheLimitIsChanged() {
        RequestBudgets budgets = new RequestBudgets(time);
        Endpoint endpoint = new Endpoint("list");
        budgets.of("jazzhr", "key", any -> Limits.of("5/1s", "none"))
                .of(endpoint)
                .blockUntil(SimulatedTime.START.plusSeconds(60));
        send(budgets.of("jazzhr", "key", any -> Limits.of("4/1s", "none")).of(endpoint));
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void countsWhatIsUnderWayFromBeforeTheBoundWasChanged() {
        RequestBudgets budgets = new RequestBudgets(time);
        Endpoint endpoint = new Endpoint("detail");
        RequestBudget before = budgets.of("smartrecruiters", "key", any -> Limits.of("none", "none"))
                .of(endpoint);
        RequestBudget after = budgets.of("smartrecruiters", "key", any -> Limits.of("none", "2"))
                .of(endpoint);
        RequestBudget.Permit first = before.acquire(time).orElseThrow();
        RequestBudget.Permit second = before.acquire(time).orElseThrow();
        assertThat(after.acquire(wait -> false)).isEmpty();
        first.close();
        assertThat(after.acquire(wait -> false)).isPresent();
        second.close();
    }

    @Test
    void letsNoMoreThanTheBoundRunAtOnce() {
        RequestBudget budget = new RequestBudget(Limits.of("none", "2"), time);
        RequestBudget.Permit first = budget.acquire(time).orElseThrow();
        assertThat(budget.acquire(time)).isPresent();
        CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(
                () -> budget.acquire(new Cancellation()).isPresent());
        assertThat(third).isNotDone();
        first.close();
        assertThat(third).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(true);
    }

    @Test
    void letsOtherEndpointsUseTheSlotsWhileOneWaitsForItsRate() {
        RequestBudgets.OfCredential budgets =
                new RequestBudgets(time).of("smartrecruiters", "key", any -> Limits.of("1/1s", "1"));
        RequestBudget list = budgets.of(new Endpoint("list", "list", ""));
        RequestBudget detail = budgets.of(new Endpoint("detail", "detail", ""));
        send(list);
        AtomicInteger meanwhile = new AtomicInteger();
        assertThat(list.acquire(wait -> {
                    budgetFree(detail, meanwhile);
                    return time.sleep(wait);
                }))
                .isPresent();
        assertThat(meanwhile).hasValue(1);
    }

    private static void budgetFree(RequestBudget budget, AtomicInteger granted) {
        budget.acquire(wait -> false).ifPresent(permit -> {
            granted.incrementAndGet();
            permit.close();
        });
    }

    @Test
    void endsTheWaitAndGivesTheSlotBackWhenTheRunStops() {
        RequestSlots slots = new RequestSlots();
        RequestBudget budget = new RequestBudget(Limits.of("1/10s", "1"), new RequestLog(time), slots);
        send(budget);
        assertThat(budget.acquire(wait -> false)).isEmpty();
        assertThat(slots.taken()).isZero();
    }

    @Test
    void forgetsThoseWhoGaveUp() {
        RequestBudget budget = budget("1/10s");
        send(budget);
        for (int i = 0; i < 5; i++) {
            budget.acquire(wait -> false);
        }
        assertThat(send(budget)).isBefore(SimulatedTime.START.plusSeconds(11));
    }

    @Test
    void endsTheWaitForASlotWhenTheRunStops() {
        RequestBudget budget = new RequestBudget(Limits.of("none", "1"), time);
        assertThat(budget.acquire(time)).isPresent();
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Boolean> second =
                CompletableFuture.supplyAsync(() -> budget.acquire(cancellation).isPresent());
        cancellation.cancel();
        assertThat(second).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(false);
    }

    @Test
    void waitsForNothingWithoutLimits() {
        RequestBudget budget = budget("none");
        for (int i = 0; i < 1000; i++) {
            send(budget);
        }
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void anEarlierMomentDoesNotShortenTheWaitForTheVendor() {
        RequestBudget budget = budget("none");
        budget.blockUntil(SimulatedTime.START.plusSeconds(60));
        budget.blockUntil(SimulatedTime.START.plusSeconds(5));
        assertThat(send(budget)).isEqualTo(SimulatedTime.START.plusSeconds(60));
    }

    @Test
    @Timeout(60)
    void goesOnWithoutALimitWhenTheVendorsWaitIsOver() {
        RequestBudget budget = budget("none");
        budget.blockUntil(SimulatedTime.START.plusSeconds(1));
        time.forward(Duration.ofSeconds(2));
        send(budget);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void waitsForTheResetWhenNothingRemainsAlsoWithoutALimitOfItsOwn() {
        RequestBudget budget = budget("none");
        answered(budget)
                .observe(headers("X-RateLimit-Limit", "100", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "7"));
        assertThat(send(budget)).isEqualTo(SimulatedTime.START.plusSeconds(7));
    }

    @Test
    void aLimitOfAShorterWindowForgetsNothingThatALongerOneStillCounts() {
        RequestBudgets budgets = new RequestBudgets(time);
        Endpoint endpoint = new Endpoint("list");
        RequestBudget before =
                budgets.of("flatchr", "key", any -> Limits.of("2/30s", "none")).of(endpoint);
        RequestBudget after =
                budgets.of("flatchr", "key", any -> Limits.of("20/1s", "none")).of(endpoint);
        send(before);
        send(before);
        time.forward(Duration.ofSeconds(10));
        send(after);
        assertThat(send(before)).isAfter(SimulatedTime.START.plusSeconds(30));
    }

    @Test
    void whoGaveUpKeepsNobodyBehindHimWaiting() {
        RequestBudget budget = budget("1/100ms");
        send(budget);
        for (int i = 0; i < 5; i++) {
            budget.acquire(wait -> false);
        }
        assertThat(send(budget)).isBefore(SimulatedTime.START.plusMillis(200));
    }

    @Test
    void endpointsThatShareARateHaveSlotsOfTheirOwn() {
        RequestBudgets.OfCredential budgets =
                new RequestBudgets(time).of("smartrecruiters", "key", any -> Limits.of("none", "1"));
        assertThat(budgets.of(new Endpoint("list", "all", "list")).acquire(time))
                .isPresent();
        assertThat(budgets.of(new Endpoint("detail", "all", "detail")).acquire(wait -> false))
                .isPresent();
        assertThat(budgets.of(new Endpoint("search", "other", "list")).acquire(wait -> false))
                .isEmpty();
    }

    @Test
    void whoIsInterruptedWhileHeWaitsForASlotStaysInterrupted() {
        RequestBudget budget = new RequestBudget(Limits.of("none", "1"), time);
        assertThat(budget.acquire(time)).isPresent();

        Thread.currentThread().interrupt();

        assertThat(budget.acquire(time)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyWaitingAndTheLimitIsKept() {
        AtomicReference<Duration> setBack = new AtomicReference<>(Duration.ZERO);
        RequestBudget budget = new RequestBudget(
                Limits.of("5/1s", "none"), () -> time.instant().minus(setBack.get()));
        List<Instant> sent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sent.add(send(budget));
        }

        setBack.set(Duration.ofHours(1));

        for (int i = 0; i < 8; i++) {
            sent.add(send(budget));
        }
        assertThat(time.passed()).isLessThan(Duration.ofSeconds(5));
        assertNeverMore(sent, 5, Duration.ofSeconds(1));
    }

    @Test
    void theVendorsWaitIsKeptAlsoWhenTheClockIsSetBackBeforeItOrDuringIt() {
        AtomicReference<Duration> setBack = new AtomicReference<>(Duration.ZERO);
        InstantSource clock = () -> time.instant().minus(setBack.get());
        RequestBudget budget = new RequestBudget(Limits.of("5/1s", "none"), clock);
        send(budget);
        setBack.set(Duration.ofHours(1));
        budget.blockUntil(clock.instant().plusSeconds(5));
        RequestBudget.Permit permit = budget.acquire(wait -> {
                    setBack.set(Duration.ofHours(2));
                    return time.sleep(wait);
                })
                .orElseThrow();
        permit.close();
        assertThat(time.instant()).isBetween(SimulatedTime.START.plusSeconds(5), SimulatedTime.START.plusSeconds(11));

        time.forward(Duration.ofSeconds(10));
        Instant told = time.instant();
        String reset = String.valueOf(clock.instant().plusSeconds(7).getEpochSecond());
        permit.observe(headers("X-RateLimit-Limit", "100", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset));
        assertThat(send(budget)).isBetween(told.plusSeconds(6), told.plusSeconds(7));
    }
}
