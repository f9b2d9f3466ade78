package org.hrcamel.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Group commit: while one transaction is on its way to the disk, further writes gather and share the next one. Each writer waits for
 * its own. Thread safe.
 */
final class WriteQueue implements AutoCloseable {

    /** Fills in a statement's parameters. */
    @FunctionalInterface
    interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    /**
     * One write of a run. Writes with the same SQL go as one batch, so no two that depend on each other may be under way at once.
     */
    record Write(JdbcLease lease, String sql, Binding binding) {}

    private static final class Pending {
        private final Write write;
        private boolean done;
        private Optional<StateFailed> failure = Optional.empty();

        private Pending(Write write) {
            this.write = write;
        }
    }

    private final Database database;
    private final Queue<Pending> waiting = new ConcurrentLinkedQueue<>();
    /** Fair: else a writer that comes back at once overtakes the others, and each transaction holds little but its write. */
    private final ReentrantLock turn = new ReentrantLock(true);

    WriteQueue(Database database) {
        this.database = database;
    }

    /** Returns when it is committed. */
    void add(Write write) throws StateFailed {
        Pending own = new Pending(write);
        waiting.add(own);
        turn.lock();
        try {
            if (!own.done) {
                commit(gathered());
            }
        } finally {
            turn.unlock();
        }
        if (own.failure.isPresent()) {
            throw own.failure.get();
        }
    }

    /** Runs a transaction of its own between those of the queue. */
    <R> R alone(Database.Work<R> work) throws StateFailed {
        turn.lock();
        try {
            return database.write(work);
        } finally {
            turn.unlock();
        }
    }

    /** Lets the transaction that is on its way come to its end. */
    @Override
    public void close() {
        turn.lock();
        try {
            database.close();
        } finally {
            turn.unlock();
        }
    }

    private List<Pending> gathered() {
        List<Pending> batch = new ArrayList<>();
        for (Pending next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
        }
        return batch;
    }

    private void commit(List<Pending> batch) {
        batch.forEach(pending -> pending.done = true);
        try {
            database.write(connection -> {
                apply(connection, batch);
                return batch;
            });
        } catch (StateFailed failure) {
            batch.forEach(pending -> pending.failure = Optional.of(failure));
        } catch (RuntimeException | Error bug) {
            StateFailed failure = new StateFailed(
                    "the state failed unexpectedly (" + bug.getClass().getName() + ")", bug);
            batch.forEach(pending -> pending.failure = Optional.of(failure));
        }
    }

    private void apply(Connection connection, List<Pending> batch) throws SQLException {
        Map<JdbcLease, Boolean> held = new HashMap<>();
        Map<String, List<Write>> bySql = new LinkedHashMap<>();
        for (Pending pending : batch) {
            JdbcLease lease = pending.write.lease();
            Boolean valid = held.get(lease);
            if (valid == null) {
                valid = lease.isHeldIn(connection);
                held.put(lease, valid);
            }
            if (valid) {
                bySql.computeIfAbsent(pending.write.sql(), sql -> new ArrayList<>())
                        .add(pending.write);
            } else {
                pending.failure = Optional.of(new LeaseLost());
            }
        }
        for (Map.Entry<String, List<Write>> writes : bySql.entrySet()) {
            try (PreparedStatement statement = connection.prepareStatement(writes.getKey())) {
                for (Write write : writes.getValue()) {
                    write.binding().to(statement);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }
}
