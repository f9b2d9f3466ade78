package org.hrcamel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hrcamel.state.RunLease.Retention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every state promises. */
abstract class StateContractTest {

    static final Duration LONG = Duration.ofSeconds(30);
    static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");
    static final Retention ALL = new Retention(1000, Duration.ofDays(90));

    StateStore store;

    abstract StateStore store() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = store();
    }

    @AfterEach
    void closeStore() throws Exception {
        store.close();
    }

    static RunLease lease(State state, String workflowId, String runId) throws StateFailed {
        return state.lease(workflowId, runId).orElseThrow();
    }

    static Failure failure(String reference, String version, Instant at) {
        return new Failure(reference, "at-" + reference, "push", "write_refused", "It failed.", version, 0, at, at);
    }

    static FinishedRun run(String workflowId, String runId, Instant startedAt) {
        return new FinishedRun(
                runId,
                "route-" + workflowId,
                workflowId,
                startedAt,
                startedAt.plusSeconds(5),
                "success",
                "none",
                "{\"é\":1}");
    }

    private static void finish(RunLease lease, FinishedRun run, boolean attempted) throws StateFailed {
        lease.finish(run, Optional.empty(), attempted, ALL);
    }

    @Test
    void anAbsentStateIsAnEmptyOne() throws Exception {
        try (State state = store.open(LONG)) {
            assertThat(state.cursor("acme")).isEmpty();
            assertThat(state.delivered("acme", List.of("1"))).isEmpty();
            assertThat(state.deliveredCount("acme")).isZero();
            assertThat(state.failures("acme")).isEmpty();
            assertThat(state.runs(Optional.empty(), 10)).isEmpty();
        }
    }

    @Test
    void oneRunOfAWorkflowKeepsTheNextOutUntilItGivesTheLeaseBack() throws Exception {
        try (State state = store.open(LONG);
                State other = store.open(LONG)) {
            RunLease first = lease(state, "acme", "run-1");
            assertThat(first.isHeld()).isTrue();
            assertThat(state.lease("acme", "run-2")).isEmpty();
            assertThat(other.lease("acme", "run-3")).isEmpty();
            assertThat(other.lease("globex", "run-4")).isPresent();

            first.close();

            assertThat(first.isHeld()).isFalse();
            assertThat(other.lease("acme", "run-5")).isPresent();
        }
    }

    @Test
    void aLeaseThatWasGivenBackTakesNothingMoreAndIsGivenBackOnce() throws Exception {
        try (State state = store.open(LONG)) {
            RunLease first = lease(state, "acme", "run-1");
            first.close();
            assertThatThrownBy(() -> first.delivered("1", "A")).isInstanceOf(LeaseLost.class);
            try (RunLease second = lease(state, "acme", "run-2")) {
                first.close();
                assertThat(second.isHeld()).isTrue();
                assertThat(state.lease("acme", "run-3")).isEmpty();
            }
        }
    }

    @Test
    void aRunWhoseLeaseWasTakenOverChangesNothingMore() throws Exception {
        try (State state = store.open(LONG);
                State other = store.open(LONG)) {
            RunLease sleeper = lease(state, "acme", "run-1");
            sleeper.delivered("1", "A");
            sleeper.failed(failure("2", "A", TEN));
            store.expire("acme");
            try (RunLease taken = lease(other, "acme", "run-2")) {
                assertThatThrownBy(() -> sleeper.delivered("1", "B")).isInstanceOf(LeaseLost.class);
                assertThatThrownBy(() -> sleeper.doubt("1")).isInstanceOf(LeaseLost.class);
                assertThatThrownBy(() -> sleeper.failed(failure("3", "A", TEN))).isInstanceOf(LeaseLost.class);
                assertThatThrownBy(() -> sleeper.resolved("2")).isInstanceOf(LeaseLost.class);
                assertThatThrownBy(() -> sleeper.finish(
                                run("acme", "run-1", TEN), Optional.of(new Cursor(TEN, "all")), true, ALL))
                        .isInstanceOf(LeaseLost.class);
                assertThat(sleeper.isHeld()).isFalse();
                sleeper.close();

                assertThat(taken.isHeld()).isTrue();
                assertThat(other.delivered("acme", List.of("1"))).containsExactly(Map.entry("1", "A"));
                assertThat(other.failures("acme")).containsExactly(failure("2", "A", TEN));
                assertThat(other.cursor("acme")).isEmpty();
                assertThat(other.runs(Optional.empty(), 10)).isEmpty();
                assertThat(other.lease("acme", "run-3")).isEmpty();
            }
        }
    }

    @Test
    void aRunThatDiedIsTakenOverAfterTheExpiryAndNotBefore() throws Exception {
        Duration length = Duration.ofSeconds(2);
        try (State state = store.open(length)) {
            assertThat(state.reset("acme")).isTrue();
            State dead = store.open(length);
            lease(dead, "acme", "run-1");
            // Without giving the lease back: nothing renews it from here on.
            dead.close();
            assertThat(state.lease("acme", "run-2")).isEmpty();
            store.pass(length);
            assertThat(state.lease("acme", "run-3")).isPresent();
        }
    }

    @Test
    void aDeliveredVersionReplacesTheOneBeforeAlsoWhenItReturns() throws Exception {
        try (State state = store.open(LONG);
                RunLease lease = lease(state, "acme", "run-1")) {
            for (String version : List.of("A", "B", "A")) {
                lease.delivered("1", version);
                assertThat(state.delivered("acme", List.of("1"))).containsExactly(Map.entry("1", version));
            }
            assertThat(state.deliveredCount("acme")).isEqualTo(1);
        }
    }

    @Test
    void whatIsInDoubtOrUnknownIsLeftOut() throws Exception {
        try (State state = store.open(LONG);
                RunLease lease = lease(state, "acme", "run-1")) {
            lease.delivered("1", "A");
            lease.delivered("2", "B");
            lease.doubt("1");
            lease.doubt("never-seen");
            assertThat(state.delivered("acme", List.of("1", "2", "3", "2"))).containsExactly(Map.entry("2", "B"));
            assertThat(state.delivered("acme", List.of())).isEmpty();
        }
    }

    @Test
    void manyReferencesAreLookedUpAtOnce() throws Exception {
        try (State state = store.open(LONG);
                RunLease lease = lease(state, "acme", "run-1")) {
            List<String> references =
                    IntStream.range(0, 1200).mapToObj(i -> "ref-" + i).toList();
            for (int i = 0; i < 1200; i += 3) {
                lease.delivered("ref-" + i, "v" + i);
            }
            assertThat(state.delivered("acme", references)).hasSize(400).containsEntry("ref-1197", "v1197");
        }
    }

    @Test
    void oddReferencesAreKeptApart() throws Exception {
        String random = IntStream.range(0, 4000)
                .mapToObj(i -> Integer.toString(i * 7919 % 36, 36))
                .reduce("", String::concat);
        List<String> odd = List.of(
                "Zoë-漢字-🐫",
                "zoë-漢字-🐫",
                " a",
                "a",
                "a'; --",
                "%",
                "",
                random,
                random + "1",
                "漢".repeat(3000),
                "a\ud83d");
        try (State state = store.open(LONG);
                RunLease lease = lease(state, "acme", "run-1")) {
            Map<String, String> versions = new HashMap<>();
            for (int i = 0; i < odd.size(); i++) {
                versions.put(odd.get(i), "v" + i);
                lease.delivered(odd.get(i), "v" + i);
            }
            assertThat(state.delivered("acme", odd)).isEqualTo(versions);

            lease.failed(failure(random, "A", TEN));
            lease.failed(failure(random + "1", "A", TEN));
            assertThat(state.failures("acme")).extracting(Failure::reference).containsExactly(random, random + "1");
            lease.resolved(random);
            assertThat(state.forget("acme", List.of(random + "1"))).isEqualTo(1);
            assertThat(state.failures("acme")).isEmpty();
        }
    }

    @Test
    void workflowsDoNotSeeEachOther() throws Exception {
        try (State state = store.open(LONG);
                RunLease acme = lease(state, "acme", "run-1");
                RunLease globex = lease(state, "globex", "run-2")) {
            acme.delivered("1", "A");
            acme.failed(failure("2", "A", TEN));
            globex.delivered("1", "G");
            globex.doubt("2");
            globex.resolved("2");
            globex.finish(run("globex", "run-2", TEN), Optional.of(new Cursor(TEN, "g")), true, ALL);

            assertThat(state.delivered("acme", List.of("1"))).containsEntry("1", "A");
            assertThat(state.delivered("globex", List.of("1"))).containsEntry("1", "G");
            assertThat(state.failures("acme")).containsExactly(failure("2", "A", TEN));
            assertThat(state.failures("globex")).isEmpty();
            assertThat(state.cursor("acme")).isEmpty();
            assertThat(state.forget("globex", List.of())).isZero();
            assertThat(state.runs(Optional.of("acme"), 10)).isEmpty();
        }
    }

    @Test
    void attemptsAreCountedPerVersionByRunsThatCount() throws Exception {
        try (State state = store.open(LONG)) {
            try (RunLease lease = lease(state, "acme", "run-1")) {
                lease.failed(failure("1", "A", TEN));
                lease.failed(failure("1", "A", TEN.plusSeconds(1)));
                assertThat(state.failures("acme").get(0).attempts()).isZero();
                finish(lease, run("acme", "run-1", TEN), true);
            }
            Failure counted = state.failures("acme").get(0);
            assertThat(counted.attempts()).isEqualTo(1);
            assertThat(counted.firstAt()).isEqualTo(TEN);
            assertThat(counted.lastAt()).isEqualTo(TEN.plusSeconds(1));

            try (RunLease lease = lease(state, "acme", "run-2")) {
                lease.failed(failure("1", "A", TEN.plusSeconds(2)));
                finish(lease, run("acme", "run-2", TEN), false);
            }
            assertThat(state.failures("acme").get(0).attempts()).isEqualTo(1);

            try (RunLease lease = lease(state, "acme", "run-3")) {
                finish(lease, run("acme", "run-3", TEN), true);
            }
            assertThat(state.failures("acme").get(0).attempts())
                    .as("this run did not try it")
                    .isEqualTo(1);

            try (RunLease lease = lease(state, "acme", "run-4")) {
                lease.failed(failure("1", "B", TEN.plusSeconds(3)));
                assertThat(state.failures("acme").get(0).attempts()).isZero();
                finish(lease, run("acme", "run-4", TEN), true);
            }
            Failure changed = state.failures("acme").get(0);
            assertThat(changed.attempts()).isEqualTo(1);
            assertThat(changed.version()).isEqualTo("B");
            assertThat(changed.firstAt()).isEqualTo(TEN);
        }
    }

    @Test
    void failuresAreListedOldestFirstUntilTheyAreResolved() throws Exception {
        try (State state = store.open(LONG);
                RunLease lease = lease(state, "acme", "run-1")) {
            lease.failed(failure("1", "A", TEN.plusSeconds(2)));
            lease.failed(failure("3", "A", TEN));
            lease.failed(failure("2", "A", TEN));
            assertThat(state.failures("acme")).extracting(Failure::reference).containsExactly("2", "3", "1");
            assertThat(state.failureCount("acme")).isEqualTo(3);
            assertThat(state.failureCount("globex")).isZero();
            lease.resolved("3");
            lease.resolved("never-seen");
            assertThat(state.failures("acme")).extracting(Failure::reference).containsExactly("2", "1");
        }
    }

    @Test
    void failuresAreTriedAgainOrForgottenSomeOrAll() throws Exception {
        try (State state = store.open(LONG)) {
            try (RunLease lease = lease(state, "acme", "run-1")) {
                for (String reference : List.of("1", "2", "3")) {
                    lease.failed(failure(reference, "A", TEN));
                }
                finish(lease, run("acme", "run-1", TEN), true);
            }
            assertThat(state.retry("acme", List.of("1", "unknown", "1"))).isEqualTo(1);
            assertThat(state.failures("acme")).extracting(Failure::attempts).containsExactly(0, 1, 1);
            assertThat(state.retry("acme", List.of())).isEqualTo(3);
            assertThat(state.failures("acme")).extracting(Failure::attempts).containsExactly(0, 0, 0);
            assertThat(state.forget("acme", List.of("2", "unknown"))).isEqualTo(1);
            assertThat(state.failures("acme")).extracting(Failure::reference).containsExactly("1", "3");
            assertThat(state.forget("acme", List.of())).isEqualTo(2);
            assertThat(state.failures("acme")).isEmpty();
        }
    }

    @Test
    void aResetForgetsDeliveriesAndCursorButKeepsFailuresAndWaitsForNoRun() throws Exception {
        try (State state = store.open(LONG)) {
            try (RunLease lease = lease(state, "acme", "run-1")) {
                lease.delivered("1", "A");
                lease.failed(failure("2", "A", TEN));
                lease.finish(run("acme", "run-1", TEN), Optional.of(new Cursor(TEN, "all")), true, ALL);
                assertThat(state.reset("acme")).isFalse();
                assertThat(state.deliveredCount("acme")).isEqualTo(1);
                assertThat(lease.isHeld()).isTrue();
            }
            assertThat(state.reset("acme")).isTrue();
            assertThat(state.deliveredCount("acme")).isZero();
            assertThat(state.cursor("acme")).isEmpty();
            assertThat(state.failures("acme")).containsExactly(failure("2", "A", TEN));
            assertThat(state.runs(Optional.of("acme"), 10)).hasSize(1);
            assertThat(state.lease("acme", "run-2")).isPresent();
        }
    }

    @Test
    void theCursorMovesOnlyTogetherWithARunsResult() throws Exception {
        Cursor cursor = new Cursor(TEN, "all");
        try (State state = store.open(LONG);
                RunLease lease = lease(state, "acme", "run-1")) {
            lease.delivered("1", "A");
            assertThat(state.cursor("acme")).isEmpty();
            lease.finish(run("acme", "run-1", TEN), Optional.of(cursor), true, ALL);
            assertThat(state.cursor("acme")).contains(cursor);
            assertThat(state.runs(Optional.of("acme"), 10)).containsExactly(run("acme", "run-1", TEN));
            lease.finish(run("acme", "run-2", TEN), Optional.empty(), true, ALL);
            assertThat(state.cursor("acme")).contains(cursor);
        }
    }

    @Test
    void runsAreListedNewestFirstOfOneWorkflowOrAll() throws Exception {
        try (State state = store.open(LONG)) {
            try (RunLease acme = lease(state, "acme", "a");
                    RunLease globex = lease(state, "globex", "g")) {
                finish(acme, run("acme", "a1", TEN), true);
                finish(globex, run("globex", "g1", TEN.plusSeconds(10)), true);
                finish(acme, run("acme", "a2", TEN.plusSeconds(20)), true);
            }
            assertThat(state.runs(Optional.empty(), 2))
                    .extracting(FinishedRun::runId)
                    .containsExactly("a2", "g1");
            assertThat(state.runs(Optional.of("acme"), 10))
                    .extracting(FinishedRun::runId)
                    .containsExactly("a2", "a1");
        }
    }

    @Test
    void theLastEndIsThatOfTheNewestRunOfTheWorkflowWithSuchAStatus() throws Exception {
        try (State state = store.open(LONG)) {
            try (RunLease acme = lease(state, "acme", "a");
                    RunLease globex = lease(state, "globex", "g")) {
                finish(acme, run("acme", "a1", TEN), true);
                finish(acme, run("acme", "a2", TEN.plusSeconds(20)), true);
                finish(globex, run("globex", "g1", TEN.plusSeconds(40)), true);
            }
            assertThat(state.lastEnd("acme", List.of("success", "fatal"))).contains(TEN.plusSeconds(25));
            assertThat(state.lastEnd("acme", List.of("fatal"))).isEmpty();
            assertThat(state.lastEnd("initech", List.of("success"))).isEmpty();
        }
    }

    @Test
    void oldResultsArePrunedByNumberAndByAgeOfTheirWorkflowOnly() throws Exception {
        try (State state = store.open(LONG);
                RunLease acme = lease(state, "acme", "a");
                RunLease globex = lease(state, "globex", "g")) {
            finish(globex, run("globex", "g1", TEN.minus(Duration.ofDays(500))), true);
            for (int day = 0; day < 5; day++) {
                FinishedRun run = run("acme", "a" + day, TEN.plus(Duration.ofDays(day)));
                acme.finish(run, Optional.empty(), true, new Retention(3, Duration.ofDays(90)));
            }
            assertThat(state.runs(Optional.of("acme"), 10))
                    .extracting(FinishedRun::runId)
                    .containsExactly("a4", "a3", "a2");

            FinishedRun later = run("acme", "a93", TEN.plus(Duration.ofDays(93)));
            acme.finish(later, Optional.empty(), true, new Retention(3, Duration.ofDays(90)));
            assertThat(state.runs(Optional.of("acme"), 10))
                    .extracting(FinishedRun::runId)
                    .containsExactly("a93", "a4", "a3");
            assertThat(state.runs(Optional.of("globex"), 10)).hasSize(1);
        }
    }

    @Test
    void everythingThatManyThreadsWriteAtOnceIsRecorded() throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        try (State state = store.open(LONG);
                RunLease acme = lease(state, "acme", "run-1");
                RunLease globex = lease(state, "globex", "run-2")) {
            List<CompletableFuture<Void>> writers = IntStream.range(0, 400)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> write(i % 2 == 0 ? acme : globex, i), threads))
                    .toList();
            writers.forEach(CompletableFuture::join);
            assertThat(state.deliveredCount("acme")).isEqualTo(200);
            assertThat(state.deliveredCount("globex")).isEqualTo(200);
            assertThat(state.failures("acme")).hasSize(100);
            assertThat(state.delivered("globex", Set.of("ref-399"))).containsEntry("ref-399", "v2");
        } finally {
            threads.shutdown();
        }
    }

    private static void write(RunLease lease, int i) {
        try {
            String reference = "ref-" + i;
            lease.delivered(reference, "v1");
            lease.doubt(reference);
            lease.failed(failure(reference, "v2", TEN));
            lease.delivered(reference, "v2");
            if (i % 4 != 0) {
                lease.resolved(reference);
            }
        } catch (StateFailed failure) {
            throw new IllegalStateException(failure);
        }
    }
}
