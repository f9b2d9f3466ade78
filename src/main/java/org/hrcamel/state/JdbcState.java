package org.hrcamel.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A state in SQLite or PostgreSQL. */
public final class JdbcState implements State {

    /** References asked for in one statement. */
    private static final int CHUNK = 500;

    private final StateOptions options;
    private final Database database;
    private final WriteQueue queue;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hrcamel-leases");
        thread.setDaemon(true);
        return thread;
    });

    /** The state that these options name; it is opened when it is first used. */
    public JdbcState(StateOptions options) {
        this.options = options;
        this.database = new Database(options);
        this.queue = new WriteQueue(database);
    }

    @Override
    public Optional<RunLease> lease(String workflowId, String runId) throws StateFailed {
        return JdbcLease.take(database.dialect(), queue, workflowId, runId, options.lease(), timer);
    }

    @Override
    public Optional<Cursor> cursor(String workflowId) throws StateFailed {
        return database.read(Optional.empty(), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                            "SELECT as_of, listing FROM hrcamel_cursors WHERE workflow_id = ?");
                    ResultSet row = bound(statement, workflowId)) {
                return row.next()
                        ? Optional.of(new Cursor(Instant.ofEpochMilli(row.getLong(1)), row.getString(2)))
                        : Optional.empty();
            }
        });
    }

    @Override
    public Map<String, String> delivered(String workflowId, Collection<String> references) throws StateFailed {
        if (references.isEmpty()) {
            return Map.of();
        }
        return database.read(Map.of(), connection -> {
            Map<String, String> versions = new HashMap<>();
            Map<String, String> byKey = new HashMap<>();
            references.forEach(reference -> byKey.put(Text.key(reference), reference));
            for (List<String> chunk : chunks(byKey.keySet())) {
                select(connection, workflowId, chunk, (key, version) -> versions.put(byKey.get(key), version));
            }
            return versions;
        });
    }

    private static void select(
            Connection connection, String workflowId, List<String> keys, BiConsumer<String, String> found)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT reference_key, version FROM hrcamel_delivered WHERE workflow_id = ? AND reference_key IN ("
                        + "?, ".repeat(keys.size() - 1) + "?)")) {
            statement.setString(1, workflowId);
            for (int i = 0; i < keys.size(); i++) {
                statement.setString(i + 2, keys.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.accept(row.getString(1), row.getString(2));
                }
            }
        }
    }

    private static List<List<String>> chunks(Collection<String> keys) {
        List<String> all = List.copyOf(keys);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    @Override
    public long deliveredCount(String workflowId) throws StateFailed {
        return count("hrcamel_delivered", workflowId);
    }

    @Override
    public long failureCount(String workflowId) throws StateFailed {
        return count("hrcamel_failures", workflowId);
    }

    private long count(String table, String workflowId) throws StateFailed {
        return database.read(0L, connection -> {
            try (PreparedStatement statement =
                            connection.prepareStatement("SELECT count(*) FROM " + table + " WHERE workflow_id = ?");
                    ResultSet row = bound(statement, workflowId)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public List<Failure> failures(String workflowId) throws StateFailed {
        return database.read(List.of(), connection -> {
            List<Failure> failures = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(
                            "SELECT reference, locator, step, reason, message, version, attempts, first_at, last_at"
                                    + " FROM hrcamel_failures WHERE workflow_id = ? ORDER BY first_at, reference");
                    ResultSet row = bound(statement, workflowId)) {
                while (row.next()) {
                    failures.add(new Failure(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getInt(7),
                            Instant.ofEpochMilli(row.getLong(8)),
                            Instant.ofEpochMilli(row.getLong(9))));
                }
            }
            return failures;
        });
    }

    private static ResultSet bound(PreparedStatement statement, String workflowId) throws SQLException {
        statement.setString(1, workflowId);
        return statement.executeQuery();
    }

    @Override
    public int retry(String workflowId, Collection<String> references) throws StateFailed {
        return change("UPDATE hrcamel_failures SET attempts = 0", workflowId, references);
    }

    @Override
    public int forget(String workflowId, Collection<String> references) throws StateFailed {
        return change("DELETE FROM hrcamel_failures", workflowId, references);
    }

    private int change(String what, String workflowId, Collection<String> references) throws StateFailed {
        Set<String> keys = references.stream().map(Text::key).collect(Collectors.toSet());
        return queue.alone(connection -> {
            int changed = 0;
            for (List<String> chunk : keys.isEmpty() ? List.of(List.<String>of()) : chunks(keys)) {
                changed += change(connection, what, workflowId, chunk);
            }
            return changed;
        });
    }

    private static int change(Connection connection, String what, String workflowId, List<String> keys)
            throws SQLException {
        String which = keys.isEmpty() ? "" : " AND reference_key IN (" + "?, ".repeat(keys.size() - 1) + "?)";
        try (PreparedStatement statement = connection.prepareStatement(what + " WHERE workflow_id = ?" + which)) {
            statement.setString(1, workflowId);
            for (int i = 0; i < keys.size(); i++) {
                statement.setString(i + 2, keys.get(i));
            }
            return statement.executeUpdate();
        }
    }

    @Override
    public boolean reset(String workflowId) throws StateFailed {
        // The lease is taken and given back in the same transaction: no run can begin in between.
        return queue.alone(connection -> {
            String nobody = UUID.randomUUID().toString();
            if (JdbcLease.fence(connection, database.dialect(), workflowId, nobody, Duration.ZERO)
                    .isEmpty()) {
                return false;
            }
            change(connection, "DELETE FROM hrcamel_delivered", workflowId, List.of());
            change(connection, "DELETE FROM hrcamel_cursors", workflowId, List.of());
            change(connection, "UPDATE hrcamel_failures SET attempts = 0", workflowId, List.of());
            return true;
        });
    }

    @Override
    public List<FinishedRun> runs(Optional<String> workflowId, int most) throws StateFailed {
        return database.read(List.of(), connection -> RunRows.select(connection, workflowId, most));
    }

    @Override
    public Optional<Instant> lastEnd(String workflowId, Collection<String> statuses) throws StateFailed {
        return database.read(Optional.empty(), connection -> RunRows.lastEnd(connection, workflowId, statuses));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        queue.close();
    }
}
