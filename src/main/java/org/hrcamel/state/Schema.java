package org.hrcamel.state;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.sqlite.SQLiteErrorCode;

/** The tables' version: created and migrated by Flyway, and a newer one than the program knows is refused. */
final class Schema {

    /** Number of the newest migration in {@code org/hrcamel/state}. */
    static final int NEWEST = 1;

    private static final String HISTORY = "hrcamel_schema";
    /** Another process may be creating the same tables; while it does, SQLite turns others away without waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Schema() {}

    /**
     * Makes the tables those that the program knows.
     *
     * @throws StateFailed when they are newer
     */
    static void prepare(HikariDataSource database, Dialect dialect) throws SQLException, StateFailed {
        long begun = System.nanoTime();
        while (!isPrepared(database, dialect)) {
            try {
                migrate(database, dialect);
            } catch (FlywayException failure) {
                // SQLite's driver may have begun a transaction after the one that failed, which would lock the file.
                database.getHikariPoolMXBean().softEvictConnections();
                if (isOver(begun) && version(database, dialect) != NEWEST) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isPrepared(DataSource database, Dialect dialect) throws SQLException, StateFailed {
        long begun = System.nanoTime();
        while (true) {
            try {
                int present = version(database, dialect);
                if (present > NEWEST) {
                    throw newer(present);
                }
                settle(database, dialect);
                return present == NEWEST;
            } catch (SQLException failure) {
                if (isOver(begun) || failure.getErrorCode() != SQLiteErrorCode.SQLITE_BUSY.code) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static boolean isOver(long begun) {
        return System.nanoTime() - begun > PATIENCE.toNanos();
    }

    private static StateFailed newer(int present) {
        return new StateFailed(
                ("the state has version %d, and this program knows %d: use a newer HR Camel, or name another state in"
                                + " hrcamel.state.url")
                        .formatted(present, NEWEST));
    }

    private static void settle(DataSource database, Dialect dialect) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(dialect.once());
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
    static int version(DataSource database, Dialect dialect) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery(dialect.find(HISTORY))) {
                if (!table.next() || table.getString(1) == null) {
                    return 0;
                }
            }
            int newest = 0;
            try (ResultSet row = statement.executeQuery(
                    "SELECT version FROM " + HISTORY + " WHERE success AND version IS NOT NULL")) {
                while (row.next()) {
                    newest = Math.max(
                            newest,
                            MigrationVersion.fromVersion(row.getString(1))
                                    .getMajor()
                                    .intValueExact());
                }
            }
            return newest;
        }
    }
}
