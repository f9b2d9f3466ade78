package org.hrcamel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTroubleTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void startServer() throws Exception {
        server = new PostgresServer(folder);
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.close();
    }

    private static State open(String url) {
        return new JdbcState(new StateOptions(url, "", "", LEASE));
    }

    private static void assertFails(ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOf(StateFailed.class)
                .hasMessageContaining("jdbc:postgresql://localhost:")
                .hasMessageContaining("hrcamel.state.url")
                .hasMessageNotContaining("user=");
    }

    @Test
    void aConnectionThatWasCutBetweenWritesIsReplaced() throws Exception {
        try (State state = open(server.database());
                RunLease lease = state.lease("acme", "run-1").orElseThrow()) {
            lease.delivered("1", "A");
            server.cutConnections();
            try {
                lease.delivered("2", "A");
            } catch (StateFailed cut) {
                assertThat(cut).hasMessageContaining("hrcamel.state.url");
            }
            lease.delivered("3", "A");
            assertThat(state.delivered("acme", List.of("1", "3"))).hasSize(2);
            assertThat(lease.isHeld()).isTrue();
        }
    }

    @Test
    void whatWasReportedAsWrittenIsThereHoweverOftenConnectionsAreCut() throws Exception {
        try (State state = open(server.database());
                RunLease lease = state.lease("acme", "run-1").orElseThrow()) {
            AtomicInteger written = new AtomicInteger();
            AtomicInteger failed = new AtomicInteger();
            CompletableFuture<Map<String, String>> writing = CompletableFuture.supplyAsync(() -> {
                Map<String, String> recorded = new HashMap<>();
                while (failed.get() < 5) {
                    String reference = "ref-" + recorded.size();
                    try {
                        lease.delivered(reference, "A");
                        recorded.put(reference, "A");
                        written.incrementAndGet();
                    } catch (StateFailed cut) {
                        failed.incrementAndGet();
                    }
                }
                return recorded;
            });
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                server.cutConnections();
                return writing.isDone();
            });
            Map<String, String> recorded = writing.get();
            Awaitility.await()
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(state.delivered("acme", recorded.keySet()))
                            .isEqualTo(recorded));
            assertThat(written.get()).isPositive();
        }
    }

    @Test
    void whileAServerIsDownNothingIsWrittenOrHeldAndAfterwardsTheRunGoesOn() throws Exception {
        Duration length = Duration.ofSeconds(1);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (State state = new JdbcState(new StateOptions(server.database(), "", "", length))) {
            RunLease lease = state.lease("acme", "run-1").orElseThrow();
            lease.delivered("1", "A");
            server.stop();
            try {
                assertFails(() -> lease.delivered("2", "A"));
                Awaitility.await().pollDelay(length).until(() -> true);
                // Sixteen items that want to be pushed wait for one attempt, not each for its own.
                List<CompletableFuture<Boolean>> held = IntStream.range(0, 16)
                        .mapToObj(i -> CompletableFuture.supplyAsync(lease::isHeld, threads))
                        .toList();
                assertThat(CompletableFuture.allOf(held.toArray(new CompletableFuture<?>[0])))
                        .succeedsWithin(Duration.ofSeconds(40));
                assertThat(held).allSatisfy(answer -> assertThat(answer.join()).isFalse());
            } finally {
                server.start();
                threads.shutdown();
            }
            // Nobody has taken over.
            Awaitility.await().until(lease::isHeld);
            lease.delivered("3", "A");
            assertThat(state.delivered("acme", List.of("1", "2", "3"))).containsOnlyKeys("1", "3");
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws Exception {
        String url = server.database();
        String name = url.replaceAll(".*/(\\w+)\\?.*", "$1");
        server.execute("CREATE ROLE keeper LOGIN PASSWORD 'right-one'");
        server.execute("GRANT ALL ON DATABASE " + name + " TO keeper");
        server.execute("ALTER DATABASE " + name + " OWNER TO keeper");
        requirePasswordOf("keeper");
        String bare = url.replaceAll("\\?.*", "");
        for (State wrong : List.of(
                open(bare + "?user=keeper&password=wrong-one"),
                new JdbcState(new StateOptions(bare, "keeper", "wrong-one", LEASE)))) {
            try (wrong) {
                assertThatThrownBy(() -> wrong.lease("acme", "run-1"))
                        .isInstanceOf(StateFailed.class)
                        .hasMessageContaining("password authentication failed for user \"keeper\"")
                        .hasMessageContaining("hrcamel.state.url")
                        .hasMessageNotContaining("wrong-one");
            }
        }
        try (State right = new JdbcState(new StateOptions(bare, "keeper", "right-one", LEASE))) {
            assertThat(right.lease("acme", "run-1")).isPresent();
        }
    }

    private static void requirePasswordOf(String user) throws Exception {
        Path rules = server.folder().resolve("pg_hba.conf");
        Files.writeString(rules, "host all " + user + " all scram-sha-256\n" + Files.readString(rules));
        server.execute("SELECT pg_reload_conf()");
    }

    @Test
    void aPortWhereNobodyListensIsTold() {
        try (State state = open("jdbc:postgresql://localhost:1/hr?user=postgres&password=wrong-one")) {
            assertFails(() -> state.lease("acme", "run-1"));
            assertFails(() -> state.deliveredCount("acme"));
        }
    }

    @Test
    void aPasswordInTheWrongPlaceOfAUrlIsNotRepeated() {
        for (String url : List.of(
                "jdbc:postgresql://hr:wrong-one@localhost/hr",
                "jdbc:postgresql://hr:wrong@wrong-one@localhost:5/hr",
                "jdbc:postgresql://hr:wrong-one/x@localhost:5/hr")) {
            try (State state = open(url)) {
                assertThatThrownBy(() -> state.lease("acme", "run-1"))
                        .isInstanceOf(StateFailed.class)
                        .hasMessageContaining("hrcamel.state.url")
                        .hasMessageNotContaining("wrong");
            }
        }
    }

    @Test
    void aDatabaseThatRefusesWritesFailsUntilItAcceptsThem() throws Exception {
        String url = server.database();
        String name = url.replaceAll(".*/(\\w+)\\?.*", "$1");
        try (State state = open(url)) {
            assertThat(state.reset("acme")).isTrue();
            server.execute("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
            server.cutConnections();
            Awaitility.await().ignoreExceptions().until(() -> state.deliveredCount("acme") == 0);
            assertFails(() -> state.lease("acme", "run-1"));
            setWritable(name);
            Awaitility.await()
                    .ignoreExceptions()
                    .until(() -> state.lease("acme", "run-2").isPresent());
        }
    }

    private static void setWritable(String name) throws SQLException {
        server.execute("ALTER DATABASE " + name + " RESET default_transaction_read_only");
    }
}
