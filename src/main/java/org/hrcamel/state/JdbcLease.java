package org.hrcamel.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.hrcamel.state.WriteQueue.Binding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** A lease that is a row of a database. */
final class JdbcLease implements RunLease {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcLease.class);

    private static final String DOUBT = "DELETE FROM hrcamel_delivered WHERE workflow_id = ? AND reference_key = ?";
    private static final String DELIVERED =
            "INSERT INTO hrcamel_delivered (workflow_id, reference_key, version) VALUES (?, ?, ?)"
                    + " ON CONFLICT (workflow_id, reference_key) DO UPDATE SET version = excluded.version";
    private static final String FAILED =
            "INSERT INTO hrcamel_failures (workflow_id, reference_key, reference, locator, step, reason, message,"
                    + " version, attempts, first_at, last_at, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)"
                    + " ON CONFLICT (workflow_id, reference_key) DO UPDATE SET locator = excluded.locator, step = excluded.step,"
                    + " reason = excluded.reason, message = excluded.message, version = excluded.version,"
                    + " last_at = excluded.last_at, run_id = excluded.run_id,"
                    + " attempts = CASE WHEN hrcamel_failures.version = excluded.version THEN hrcamel_failures.attempts ELSE 0 END";
    private static final String RESOLVED = "DELETE FROM hrcamel_failures WHERE workflow_id = ? AND reference_key = ?";

    private final Dialect dialect;
    private final WriteQueue queue;
    private final String workflowId;
    private final String runId;
    private final long fence;
    private final Duration length;
    /** What stands on the lines of whoever took it. */
    private final Map<String, String> context;

    private final ScheduledFuture<?> renewal;
    private volatile boolean lost;
    private volatile boolean closed;
    private volatile long renewedNanos;
    private volatile long renewedMillis;
    private final ReentrantLock renewing = new ReentrantLock();
    private long triedNanos;

    private JdbcLease(
            Dialect dialect,
            WriteQueue queue,
            String workflowId,
            String runId,
            long fence,
            Duration length,
            ScheduledExecutorService timer,
            long takenNanos,
            long takenMillis) {
        this.dialect = dialect;
        this.queue = queue;
        this.workflowId = workflowId;
        this.runId = runId;
        this.fence = fence;
        this.length = length;
        this.renewedNanos = takenNanos;
        this.triedNanos = takenNanos;
        this.renewedMillis = takenMillis;
        Map<String, String> mine = MDC.getCopyOfContextMap();
        this.context = mine == null ? Map.of() : mine;
        long period = Math.max(1, length.toMillis() / 3);
        this.renewal = timer.scheduleWithFixedDelay(this::renewInTime, period, period, TimeUnit.MILLISECONDS);
    }

    /** Takes the lease unless a living run has it. */
    static Optional<RunLease> take(
            Dialect dialect,
            WriteQueue queue,
            String workflowId,
            String runId,
            Duration length,
            ScheduledExecutorService timer)
            throws StateFailed {
        long nanos = System.nanoTime();
        long millis = System.currentTimeMillis();
        Optional<Long> fence = queue.alone(connection -> fence(connection, dialect, workflowId, runId, length));
        return fence.map(
                number -> new JdbcLease(dialect, queue, workflowId, runId, number, length, timer, nanos, millis));
    }

    /** The fencing number of the lease, unless a living run has it. */
    static Optional<Long> fence(
            Connection connection, Dialect dialect, String workflowId, String runId, Duration length)
            throws SQLException {
        String sql = "INSERT INTO hrcamel_leases (workflow_id, run_id, fence, expires_at) VALUES (?, ?, 1, %1$s + ?)"
                + " ON CONFLICT (workflow_id) DO UPDATE SET run_id = excluded.run_id, fence = hrcamel_leases.fence + 1,"
                + " expires_at = excluded.expires_at WHERE hrcamel_leases.expires_at <= %1$s";
        try (PreparedStatement statement = connection.prepareStatement(sql.formatted(dialect.now()))) {
            statement.setString(1, workflowId);
            statement.setString(2, runId);
            statement.setLong(3, length.toMillis());
            if (statement.executeUpdate() == 0) {
                return Optional.empty();
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT fence FROM hrcamel_leases WHERE workflow_id = ?")) {
            statement.setString(1, workflowId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.of(row.getLong(1));
            }
        }
    }

    @Override
    public boolean isHeld() {
        return !lost && !closed && (isFresh() || renew());
    }

    /** By the clock that has gone further: one stands while a machine sleeps, the other may be set back. */
    private boolean isFresh() {
        long elapsed = Math.max(
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - renewedNanos),
                System.currentTimeMillis() - renewedMillis);
        return elapsed < length.toMillis();
    }

    /** One renewal for all who ask while it is on its way: a database that does not answer lets each of them wait but once. */
    private boolean renew() {
        long asked = System.nanoTime();
        renewing.lock();
        try {
            if (triedNanos - asked < 0) {
                tryToRenew();
                triedNanos = System.nanoTime();
            }
            return !lost && !closed && isFresh();
        } finally {
            renewing.unlock();
        }
    }

    private void tryToRenew() {
        long nanos = System.nanoTime();
        long millis = System.currentTimeMillis();
        try {
            String end = dialect.now() + " + " + length.toMillis();
            if (queue.alone(connection -> closed || expiresAfter(connection, end))) {
                renewedNanos = nanos;
                renewedMillis = millis;
            } else {
                lost = true;
            }
        } catch (StateFailed | RuntimeException failure) {
            // Thrown on, it would end the timer's renewals.
            LOG.warn("The lease of {} was not renewed yet: {}", workflowId, failure.getMessage());
        }
    }

    private void renewInTime() {
        if (lost || closed) {
            return;
        }
        // The timer serves all runs; what it says of this one's lease shall name this one.
        MDC.setContextMap(context);
        try {
            renew();
        } finally {
            MDC.clear();
        }
    }

    private boolean expiresAfter(Connection connection, String time) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE hrcamel_leases SET expires_at = " + time + " WHERE workflow_id = ? AND fence = ?")) {
            statement.setString(1, workflowId);
            statement.setLong(2, fence);
            return statement.executeUpdate() == 1;
        }
    }

    /** Whether nobody has taken over, and nobody will before this transaction ends. */
    boolean isHeldIn(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT fence FROM hrcamel_leases WHERE workflow_id = ?" + dialect.locked())) {
            statement.setString(1, workflowId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || row.getLong(1) != fence) {
                    lost = true;
                }
                return !lost && !closed;
            }
        }
    }

    @Override
    public void doubt(String reference) throws StateFailed {
        write(DOUBT, statement -> {
            statement.setString(1, workflowId);
            statement.setString(2, Text.key(reference));
        });
    }

    @Override
    public void delivered(String reference, String version) throws StateFailed {
        write(DELIVERED, statement -> {
            statement.setString(1, workflowId);
            statement.setString(2, Text.key(reference));
            statement.setString(3, Text.of(version));
        });
    }

    @Override
    public void failed(Failure failure) throws StateFailed {
        write(FAILED, statement -> {
            statement.setString(1, workflowId);
            statement.setString(2, Text.key(failure.reference()));
            statement.setString(3, Text.of(failure.reference()));
            statement.setString(4, Text.of(failure.locator()));
            statement.setString(5, failure.step());
            statement.setString(6, failure.reason());
            statement.setString(7, Text.of(failure.message()));
            statement.setString(8, Text.of(failure.version()));
            statement.setLong(9, failure.firstAt().toEpochMilli());
            statement.setLong(10, failure.lastAt().toEpochMilli());
            statement.setString(11, runId);
        });
    }

    @Override
    public void resolved(String reference) throws StateFailed {
        write(RESOLVED, statement -> {
            statement.setString(1, workflowId);
            statement.setString(2, Text.key(reference));
        });
    }

    private void write(String sql, Binding binding) throws StateFailed {
        queue.add(new WriteQueue.Write(this, sql, binding));
    }

    @Override
    public void finish(FinishedRun run, Optional<Cursor> cursor, boolean attempted, Retention retention)
            throws StateFailed {
        queue.alone(connection -> {
            if (!isHeldIn(connection)) {
                throw new LeaseLost();
            }
            RunRows.insert(connection, run);
            RunRows.prune(connection, workflowId, retention, run.finishedAt());
            if (cursor.isPresent()) {
                move(connection, cursor.get());
            }
            if (attempted) {
                countAttempts(connection);
            }
            return run;
        });
    }

    private void move(Connection connection, Cursor cursor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO hrcamel_cursors (workflow_id, as_of, listing) VALUES (?, ?, ?)"
                        + " ON CONFLICT (workflow_id) DO UPDATE SET as_of = excluded.as_of, listing = excluded.listing")) {
            statement.setString(1, workflowId);
            statement.setLong(2, cursor.asOf().toEpochMilli());
            statement.setString(3, cursor.listing());
            statement.executeUpdate();
        }
    }

    private void countAttempts(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE hrcamel_failures SET attempts = attempts + 1 WHERE workflow_id = ? AND run_id = ?")) {
            statement.setString(1, workflowId);
            statement.setString(2, runId);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        // Before the row is given back: a renewal that is on its way would take it again, and nobody would give that
        // back.
        closed = true;
        renewal.cancel(false);
        if (lost) {
            return;
        }
        try {
            queue.alone(connection -> expiresAfter(connection, "0"));
        } catch (StateFailed failure) {
            LOG.warn(
                    "The lease of {} ends by itself in {} s: {}", workflowId, length.toSeconds(), failure.getMessage());
        }
    }
}
