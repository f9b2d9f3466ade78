package org.hrcamel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a state in a database promises besides. */
abstract class JdbcStateContractTest extends StateContractTest {

    static final Duration SHORT = Duration.ofMillis(300);

    JdbcStore database() {
        return (JdbcStore) store;
    }

    @Test
    void aRunThatLivesKeepsOthersOutLongerThanItsLease() throws Exception {
        try (State state = store.open(SHORT);
                State other = store.open(SHORT);
                RunLease lease = lease(state, "acme", "run-1")) {
            Awaitility.await()
                    .during(SHORT.multipliedBy(5))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> lease.isHeld() && other.lease("acme", "run-2").isEmpty());
        }
    }

    @Test
    void aNewStateFindsEverythingAgain() throws Exception {
        try (State state = store.open(LONG);
                RunLease lease = lease(state, "acme", "run-1")) {
            lease.delivered("1", "A");
            lease.failed(failure("2", "A", TEN));
            lease.finish(run("acme", "run-1", TEN), Optional.of(new Cursor(TEN, "all")), false, ALL);
        }
        try (State state = store.open(LONG)) {
            assertThat(state.delivered("acme", List.of("1"))).containsExactly(Map.entry("1", "A"));
            assertThat(state.failures("acme")).containsExactly(failure("2", "A", TEN));
            assertThat(state.cursor("acme")).contains(new Cursor(TEN, "all"));
            assertThat(state.runs(Optional.empty(), 10)).containsExactly(run("acme", "run-1", TEN));
        }
    }

    @Test
    void aNewerStateIsRefusedAndLeftAsItIs() throws Exception {
        try (State state = store.open(LONG);
                RunLease lease = lease(state, "acme", "run-1")) {
            lease.delivered("1", "A");
        }
        database()
                .execute("INSERT INTO hrcamel_schema (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (2, '2', 'later', 'SQL', 'V2__later.sql', 'x', 1, "
                        + "(1 = 1))");
        try (State state = store.open(LONG)) {
            assertThatThrownBy(() -> state.lease("acme", "run-2"))
                    .isInstanceOf(StateFailed.class)
                    .hasMessageContaining("version 2")
                    .hasMessageContaining("use a newer HR Camel");
            assertThatThrownBy(() -> state.reset("acme")).isInstanceOf(StateFailed.class);
            assertThatThrownBy(() -> state.cursor("acme")).hasMessageContaining("version 2");
        }
        database().execute("DELETE FROM hrcamel_schema WHERE version = '2'");
        try (State state = store.open(LONG)) {
            assertThat(state.deliveredCount("acme")).isEqualTo(1);
        }
    }

    @Test
    void severalProcessesMayCreateTheStateAtTheSameMoment() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            JdbcStore fresh = (JdbcStore) store();
            var threads = Executors.newFixedThreadPool(8);
            List<State> states =
                    IntStream.range(0, 4).mapToObj(i -> fresh.open(LONG)).toList();
            List<CompletableFuture<Void>> runs = IntStream.range(0, 8)
                    .mapToObj(i ->
                            CompletableFuture.runAsync(() -> deliver(states.get(i % 4), "flow-" + i, 3), threads))
                    .toList();
            runs.forEach(CompletableFuture::join);
            for (int i = 0; i < 8; i++) {
                assertThat(states.get(0).deliveredCount("flow-" + i)).isEqualTo(3);
            }
            states.forEach(State::close);
            threads.shutdown();
        }
    }

    abstract int rounds();

    private static void deliver(State state, String workflowId, int count) {
        try (RunLease lease = lease(state, workflowId, "run-of-" + workflowId)) {
            for (int i = 0; i < count; i++) {
                lease.delivered("ref-" + i, "A");
                state.delivered(workflowId, List.of("ref-" + i));
            }
        } catch (StateFailed failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void manyWorkflowsOfSeveralProcessesShareFewConnections() throws Exception {
        var threads = Executors.newFixedThreadPool(24);
        try (State state = store.open(LONG);
                State other = store.open(LONG)) {
            List<CompletableFuture<Void>> runs = IntStream.range(0, 24)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> deliver(i % 2 == 0 ? state : other, "flow-" + i, 40), threads))
                    .toList();
            runs.forEach(CompletableFuture::join);
            for (int i = 0; i < 24; i++) {
                assertThat(state.deliveredCount("flow-" + i)).isEqualTo(40);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void ofManyThatAskAtOnceOneGetsTheLease() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try (State state = store.open(LONG);
                State other = store.open(LONG)) {
            AtomicInteger taken = new AtomicInteger();
            List<CompletableFuture<Void>> asking = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String run = "run-" + i;
                State asked = i % 2 == 0 ? state : other;
                asking.add(CompletableFuture.runAsync(
                        () -> {
                            try {
                                asked.lease("acme", run).ifPresent(lease -> taken.incrementAndGet());
                            } catch (StateFailed failure) {
                                throw new IllegalStateException(failure);
                            }
                        },
                        threads));
            }
            asking.forEach(CompletableFuture::join);
            assertThat(taken).hasValue(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aNulInATextOfAVendorFailsNothing() throws Exception {
        try (State state = store.open(LONG);
                RunLease lease = lease(state, "acme", "run-1")) {
            lease.delivered("a\0b", "A");
            lease.failed(failure("c\0d", "v\0", TEN));
            assertThat(state.delivered("acme", List.of("a\0b"))).containsExactly(Map.entry("a\0b", "A"));
            assertThat(state.forget("acme", List.of("c\0d"))).isEqualTo(1);
        }
    }

    @Test
    void aClosedStateFailsAndStaysClosed() throws Exception {
        State state = store.open(LONG);
        RunLease lease = lease(state, "acme", "run-1");
        state.close();
        assertThatThrownBy(() -> lease.delivered("1", "A"))
                .isInstanceOf(StateFailed.class)
                .hasMessageContaining("is closed");
        lease.close();
        state.close();
        try (State again = store.open(LONG)) {
            assertThat(again.deliveredCount("acme")).isZero();
        }
    }
}
