package org.hrcamel.state;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables' version: created and migrated by Flyway, and a newer one than the program knows is refused. */
final class Schema {

    /** Number of the newest migration in {@code org/hrcamel/state}. */
    static final int NEWEST = 1;

    private static final String HISTORY = "hrcamel_schema";
    /** Another process may be creating the same tables. */
    private static final int ATTEMPTS = 10;

    private Schema() {}

    /**
     * Makes the tables those that the program knows.
     *
     * @throws StateFailed when they are newer
     */
    static void prepare(DataSource database, Dialect dialect) throws SQLException, StateFailed {
        for (int attempt = 1; ; attempt++) {
            int present = version(database);
            if (present > NEWEST) {
                throw new StateFailed("the state has version %d, and this program knows %d: use a newer HR Camel"
                        .formatted(present, NEWEST));
            }
            if (present == NEWEST) {
                return;
            }
            try {
                migrate(database, dialect);
            } catch (FlywayException failure) {
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private static void migrate(DataSource database, Dialect dialect) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:org/hrcamel/state")
                .table(HISTORY)
                // The database may serve others too.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("clustered", dialect.clustered()))
                .load()
                .migrate();
    }

    /** 0 when there are no tables yet. */
    static int version(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet tables = connection.getMetaData().getTables(null, null, HISTORY, new String[] {"TABLE"})) {
                if (!tables.next()) {
                    return 0;
                }
            }
            try (ResultSet newest = statement.executeQuery(
                    "SELECT version FROM " + HISTORY + " WHERE success ORDER BY installed_rank DESC LIMIT 1")) {
                return newest.next() ? Integer.parseInt(newest.getString(1)) : 0;
            }
        }
    }
}
