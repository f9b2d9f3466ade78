package org.hrcamel.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * The database behind a state: opened when it is first needed, and again after it could not be. One transaction writes at a time, so
 * that those who wait share the next one. Thread safe.
 */
final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final long MOST_MILLIS_TO_CONNECT = 5_000;

    private final StateOptions options;
    private final Dialect dialect;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable HikariDataSource pool;
    private boolean prepared;
    private boolean closed;

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<R> {
        R on(Connection connection) throws SQLException, StateFailed;
    }

    Database(StateOptions options) {
        this.options = options;
        this.dialect = Dialect.of(options.url()).orElseThrow();
    }

    Dialect dialect() {
        return dialect;
    }

    /** Reads. Where there is no state yet, nothing is created. */
    <R> R read(R whenThereIsNone, Work<R> work) throws StateFailed {
        try {
            if (!isThere()) {
                return whenThereIsNone;
            }
            prepare();
            try (Connection connection = pool().getConnection()) {
                return work.on(connection);
            }
        } catch (SQLException failure) {
            throw distrusted(failure);
        }
    }

    /** Writes in a transaction. */
    <R> R write(Work<R> work) throws StateFailed {
        try {
            prepare();
            HikariDataSource open = pool();
            try (Connection connection = open.getConnection()) {
                return inTransaction(open, connection, work);
            }
        } catch (SQLException failure) {
            throw distrusted(failure);
        }
    }

    private static <R> R inTransaction(HikariDataSource pool, Connection connection, Work<R> work)
            throws SQLException, StateFailed {
        boolean committed = false;
        try {
            connection.setAutoCommit(false);
            R result = work.on(connection);
            // Commits. SQLite's driver begins another transaction in commit(): it would keep the file locked, and
            // report
            // what is committed as failed when another process had locked the file in between.
            connection.setAutoCommit(true);
            committed = true;
            return result;
        } finally {
            if (!committed) {
                // Closing it rolls back. After a failure SQLite's driver may believe in a transaction that is none, and
                // whoever used the connection next would write without one.
                pool.evictConnection(connection);
            }
        }
    }

    private boolean isThere() throws StateFailed, SQLException {
        opening.lock();
        try {
            return prepared
                    || (dialect != Dialect.SQLITE || Files.exists(file())) && Schema.version(pool(), dialect) > 0;
        } finally {
            opening.unlock();
        }
    }

    private void prepare() throws StateFailed, SQLException {
        opening.lock();
        try {
            if (!prepared) {
                Schema.prepare(pool(), dialect);
                prepared = true;
            }
        } catch (FlywayException failure) {
            throw failed(failure);
        } finally {
            opening.unlock();
        }
    }

    private HikariDataSource pool() throws StateFailed {
        opening.lock();
        try {
            if (closed) {
                throw new StateFailed("the state in %s is closed".formatted(options.location()));
            }
            Optional<String> problem = options.problem();
            if (problem.isPresent()) {
                throw failed("it " + problem.get(), new IllegalArgumentException("hrcamel.state.url"));
            }
            if (pool == null) {
                pool = new HikariDataSource(configuration());
            }
            return pool;
        } catch (RuntimeException failure) {
            // Also what the drivers say of a URL that they do not understand.
            throw failed(failure);
        } finally {
            opening.unlock();
        }
    }

    /** The next use finds out anew what is there: a file may have been replaced that open connections hold on to. */
    private StateFailed distrusted(SQLException failure) {
        opening.lock();
        try {
            prepared = false;
            if (pool != null) {
                pool.getHikariPoolMXBean().softEvictConnections();
            }
        } finally {
            opening.unlock();
        }
        return failed(failure);
    }

    private HikariConfig configuration() throws StateFailed {
        HikariConfig configuration = new HikariConfig();
        configuration.setJdbcUrl(options.url());
        Properties properties = dialect.connection();
        // SQLite's driver would let these win over the URL.
        options.parameters().forEach(properties::remove);
        configuration.setDataSourceProperties(properties);
        if (!options.user().isEmpty()) {
            configuration.setUsername(options.user());
            configuration.setPassword(options.password());
        }
        configuration.setPoolName("hrcamel-state");
        configuration.setMaximumPoolSize(CONNECTIONS);
        configuration.setMinimumIdle(1);
        configuration.setConnectionTimeout(MOST_MILLIS_TO_CONNECT);
        // A database set to a higher level would refuse to read a lease that another node has just touched.
        configuration.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (dialect == Dialect.SQLITE) {
            createFolder();
        }
        return configuration;
    }

    private void createFolder() throws StateFailed {
        Path folder = file().toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw failed("its folder cannot be created, or is a file", failure);
        }
    }

    private Path file() {
        return Path.of(dialect.rest(options.location()));
    }

    /** A failure in the operator's words; what databases say of it holds no candidate's data, since none reaches them. */
    private StateFailed failed(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return failed(options.withoutSecrets(said), failure);
    }

    private StateFailed failed(String why, Exception cause) {
        return new StateFailed(
                "the state in %s cannot be used (%s): check hrcamel.state.url and what it names"
                        .formatted(options.location(), why),
                cause);
    }

    /** For good: what uses it from now on fails. */
    @Override
    public void close() {
        opening.lock();
        try {
            closed = true;
            prepared = false;
            if (pool != null) {
                pool.close();
                pool = null;
            }
        } finally {
            opening.unlock();
        }
    }
}
