package org.hrcamel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresStateTest extends JdbcStateContractTest {

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

    @Override
    StateStore store() throws SQLException {
        return new JdbcStore(server.database());
    }

    @Override
    int rounds() {
        return 5;
    }

    private List<String> tables() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database().url());
                ResultSet row = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            List<String> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(row.getString("TABLE_SCHEM") + "." + row.getString("TABLE_NAME"));
            }
            return tables;
        }
    }

    @Test
    void readingAnAbsentStateCreatesNoTables() throws Exception {
        anAbsentStateIsAnEmptyOne();
        assertThat(tables()).isEmpty();
    }

    @Test
    void theStateLivesBesideTablesOfOthers() throws Exception {
        database().execute("CREATE TABLE candidates (id INT)");
        aNewStateFindsEverythingAgain();
        assertThat(tables()).contains("public.candidates", "public.hrcamel_delivered");
    }

    @Test
    void eachSchemaOfADatabaseMayHaveAStateOfItsOwn() throws Exception {
        aNewStateFindsEverythingAgain();
        database().execute("CREATE SCHEMA second");
        store = new JdbcStore(database().url() + "&currentSchema=second");
        anAbsentStateIsAnEmptyOne();
        aNewStateFindsEverythingAgain();
        assertThat(tables()).contains("public.hrcamel_delivered", "second.hrcamel_delivered");
    }

    @Test
    void aStricterDatabaseStillTellsARunThatAnotherIsUnderWay() throws Exception {
        String name = database().url().replaceAll(".*/(\\w+)\\?.*", "$1");
        server.execute("ALTER DATABASE " + name + " SET default_transaction_isolation = 'serializable'");
        ofManyThatAskAtOnceOneGetsTheLease();
    }
}
