package org.hrcamel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStateTest extends JdbcStateContractTest {

    @TempDir
    private Path folder;

    private int stores;

    @Override
    StateStore store() {
        return new JdbcStore("jdbc:sqlite:" + file(stores++));
    }

    private Path file(int number) {
        return folder.resolve("data " + number).resolve("hr-é.db");
    }

    @Override
    int rounds() {
        return 10;
    }

    private List<String> files() throws Exception {
        if (Files.notExists(file(0).getParent())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(file(0).getParent())) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void readingAnAbsentStateCreatesNoFile() throws Exception {
        anAbsentStateIsAnEmptyOne();
        assertThat(files()).isEmpty();
    }

    @Test
    void readingAnEmptyFileCreatesNoTables() throws Exception {
        Files.createDirectories(file(0).getParent());
        Files.createFile(file(0));
        anAbsentStateIsAnEmptyOne();
        database().execute("CREATE TABLE hrcamel_schema (version TEXT)");
    }

    @Test
    void aClosedStateIsOneFile() throws Exception {
        try (State state = store.open(LONG);
                RunLease lease = lease(state, "acme", "run-1")) {
            lease.delivered("1", "A");
            state.deliveredCount("acme");
            assertThat(files()).contains("hr-é.db-wal");
        }
        assertThat(files()).containsExactly("hr-é.db");
    }

    @Test
    void aLeaseThatIsGivenBackIsNotTakenAgainByWhoAsksWhetherItIsHeld() throws Exception {
        Duration length = Duration.ofSeconds(2);
        try (State state = store.open(length);
                State other = store.open(length)) {
            RunLease lease = lease(state, "acme", "run-1");
            RunLease writer = lease(state, "globex", "run-2");
            try (Connection holder = DriverManager.getConnection(database().url());
                    Statement statement = holder.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                Thread writing = new Thread(() -> deliver(writer));
                writing.start();
                store.pass(length);
                Thread closing = new Thread(lease::close);
                closing.start();
                Awaitility.await().until(() -> closing.getState() == Thread.State.WAITING);
                Thread asking = new Thread(lease::isHeld);
                asking.start();
                Awaitility.await()
                        .until(() -> asking.getState() == Thread.State.WAITING
                                || asking.getState() == Thread.State.TERMINATED);

                statement.execute("COMMIT");

                for (Thread thread : List.of(writing, closing, asking)) {
                    thread.join();
                }
            }
            assertThat(other.lease("acme", "run-3")).isPresent();
        }
    }

    private static void deliver(RunLease lease) {
        try {
            lease.delivered("1", "A");
        } catch (StateFailed failure) {
            throw new IllegalStateException(failure);
        }
    }
}
