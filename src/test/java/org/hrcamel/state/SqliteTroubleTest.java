package org.hrcamel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.hrcamel.state.RunLease.Retention;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTroubleTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("data").resolve("hrcamel.db");
    }

    private State open(String parameters) {
        return new JdbcState(new StateOptions("jdbc:sqlite:" + file + parameters, "", "", Duration.ofSeconds(30)));
    }

    private static void assertFails(ThrowingCallable use, String why) {
        assertThatThrownBy(use)
                .isInstanceOf(StateFailed.class)
                .hasMessageContaining("hrcamel.db")
                .hasMessageContaining("hrcamel.state.url")
                .hasMessageContaining(why);
    }

    private void deliver(int count) throws StateFailed {
        try (State state = open("");
                RunLease lease = state.lease("acme", "run-0").orElseThrow()) {
            String version = count < 100 ? "A" : "x".repeat(1000);
            for (int i = 0; i < count; i++) {
                lease.delivered("before-" + i, version);
            }
        }
    }

    private long delivered() throws StateFailed {
        try (State state = open("")) {
            return state.deliveredCount("acme");
        }
    }

    @Test
    void aFullDiskFailsTheWriteAndKeepsWhatWasWritten() throws Exception {
        deliver(10);
        long pages = Files.size(file) / 4096;
        try (State full = open("?max_page_count=" + pages);
                RunLease lease = full.lease("acme", "run-1").orElseThrow()) {
            Instant now = Instant.EPOCH;
            String result = "x".repeat(100_000);
            FinishedRun run = new FinishedRun("run-1", "route", "acme", now, now, "success", "none", result);
            for (int i = 0; i < 3; i++) {
                assertFails(
                        () -> lease.finish(
                                run, Optional.of(new Cursor(now, "all")), true, new Retention(1, Duration.ofDays(1))),
                        "SQLITE_FULL");
                assertThat(full.cursor("acme")).isEmpty();
                assertThat(full.deliveredCount("acme")).isEqualTo(10 + i);

                // What still has room is written, in a transaction of its own.
                lease.delivered("after-" + i, "A");
            }
            assertThat(lease.isHeld()).isTrue();
        }
        assertThat(delivered()).isEqualTo(13);
    }

    @Test
    void aFullDiskFailsTheCreationAndTheNextUseCreates() throws Exception {
        try (State full = open("?max_page_count=2")) {
            assertFails(() -> full.lease("acme", "run-1"), "SQLITE_FULL");
        }
        deliver(1);
        assertThat(delivered()).isEqualTo(1);
    }

    @Test
    void aReadOnlyFileIsReadAndNotWrittenUntilItIsWritable() throws Exception {
        deliver(1);
        // SQLite treats a file of a newer write version as read-only, whoever runs the test.
        setWriteVersion(3);
        try (State state = open("")) {
            assertThat(state.deliveredCount("acme")).isEqualTo(1);
            assertFails(() -> state.lease("acme", "run-1"), "SQLITE_READONLY");
            assertFails(() -> state.reset("acme"), "SQLITE_READONLY");
            assertThat(state.delivered("acme", List.of("before-0"))).containsExactly(Map.entry("before-0", "A"));

            setWriteVersion(2);
            // A connection that was opened read-only stays so, and is closed once it has failed.
            Awaitility.await()
                    .ignoreExceptions()
                    .until(() -> state.lease("acme", "run-2").isPresent());
        }
    }

    private void setWriteVersion(int version) throws IOException {
        try (RandomAccessFile header = new RandomAccessFile(file.toFile(), "rw")) {
            header.seek(18);
            header.write(version);
        }
    }

    @Test
    void garbageIsRefusedLeftAsItIsAndForgottenOnceItIsReplaced() throws Exception {
        deliver(3);
        byte[] sound = Files.readAllBytes(file);
        byte[] garbage = "This is a letter, not a database. ".repeat(500).getBytes(StandardCharsets.UTF_8);
        Files.write(file, garbage);
        try (State state = open("")) {
            assertFails(() -> state.lease("acme", "run-1"), "SQLITE_NOTADB");
            assertFails(() -> state.deliveredCount("acme"), "SQLITE_NOTADB");
            assertThat(file).hasBinaryContent(garbage);

            Files.write(file, sound);
            assertThat(state.deliveredCount("acme")).isEqualTo(3);
            assertThat(state.lease("acme", "run-2")).isPresent();
        }
    }

    @Test
    void aFileThatBreaksWhileItIsUsedFailsUntilItIsReplaced() throws Exception {
        deliver(200);
        byte[] sound = Files.readAllBytes(file);
        try (State state = open("")) {
            assertThat(state.deliveredCount("acme")).isEqualTo(200);
            try (RandomAccessFile broken = new RandomAccessFile(file.toFile(), "rw")) {
                broken.seek(4096);
                broken.write(new byte[sound.length - 4096]);
            }
            try (State other = open("")) {
                assertFails(() -> other.deliveredCount("acme"), "SQLITE_CORRUPT");
                assertFails(() -> other.lease("acme", "run-1"), "SQLITE_CORRUPT");
            }
            assertFails(() -> state.lease("acme", "run-1"), "SQLITE_CORRUPT");

            Files.delete(file);
            Files.deleteIfExists(Path.of(file + "-wal"));
            Files.deleteIfExists(Path.of(file + "-shm"));
            Files.write(file, sound);
            assertThat(state.deliveredCount("acme")).isEqualTo(200);
            assertThat(state.lease("acme", "run-2")).isPresent();
        }
    }

    @Test
    void aFileThatWasCutOffIsRefused() throws Exception {
        deliver(200);
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() / 2 - 100);
        }
        try (State state = open("")) {
            assertFails(() -> state.deliveredCount("acme"), "SQLITE_CORRUPT");
        }
    }

    @Test
    void aFolderThatCannotBeCreatedFailsUntilItCan() throws Exception {
        Files.writeString(file.getParent(), "a file stands here");
        try (State state = open("")) {
            assertThat(state.deliveredCount("acme")).isZero();
            assertFails(() -> state.lease("acme", "run-1"), "folder cannot be created");

            Files.delete(file.getParent());
            assertThat(state.lease("acme", "run-1")).isPresent();
        }
    }

    @Test
    void aParameterThatSqliteDoesNotKnowIsRefused() {
        try (State state = open("?mode=ro")) {
            assertFails(() -> state.lease("acme", "run-1"), "the parameter mode, which SQLite does not know");
        }
    }

    @Test
    void aFolderInThePlaceOfTheFileFails() throws Exception {
        Files.createDirectories(file);
        try (State state = open("")) {
            assertFails(() -> state.lease("acme", "run-1"), "SQLITE_CANTOPEN");
        }
    }

    @Test
    void anotherProcessThatHoldsTheFileForAWhileIsWaitedFor() throws Exception {
        deliver(1);
        try (State state = open("");
                var holder = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = holder.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            var waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return state.lease("acme", "run-1").isPresent();
                } catch (StateFailed failure) {
                    throw new IllegalStateException(failure);
                }
            });
            Awaitility.await().during(Duration.ofMillis(500)).until(() -> !waiting.isDone());
            statement.execute("COMMIT");
            assertThat(waiting).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
        }
    }

    @Test
    void aFileThatStaysLockedFailsTheWriteAndNothingIsHalfWrittenLater() throws Exception {
        deliver(1);
        try (State state = open("?busy_timeout=100");
                RunLease lease = state.lease("acme", "run-1").orElseThrow();
                var holder = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = holder.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertFails(() -> lease.delivered("1", "A"), "SQLITE_BUSY");
            statement.execute("COMMIT");

            // The connection that could not begin is not used again: it would write without a transaction.
            lease.delivered("2", "A");
            assertThat(state.delivered("acme", List.of("1", "2"))).containsExactly(Map.entry("2", "A"));
        }
    }
}
