package org.hrcamel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
}
