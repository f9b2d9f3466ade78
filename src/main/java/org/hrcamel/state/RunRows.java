package org.hrcamel.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hrcamel.state.RunLease.Retention;

/** The rows of run results. */
final class RunRows {

    private RunRows() {}

    static void insert(Connection connection, FinishedRun run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO hrcamel_runs (run_id, workflow, workflow_id, started_at, finished_at, status, reason, result)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, run.runId());
            statement.setString(2, run.workflow());
            statement.setString(3, run.workflowId());
            statement.setLong(4, run.startedAt().toEpochMilli());
            statement.setLong(5, run.finishedAt().toEpochMilli());
            statement.setString(6, run.status());
            statement.setString(7, run.reason());
            statement.setString(8, run.result());
            statement.executeUpdate();
        }
    }

    static void prune(Connection connection, String workflowId, Retention retention, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "DELETE FROM hrcamel_runs WHERE workflow_id = ? AND (finished_at < ? OR run_id NOT IN (SELECT run_id FROM"
                        + " hrcamel_runs WHERE workflow_id = ? ORDER BY started_at DESC, run_id DESC LIMIT ?))")) {
            statement.setString(1, workflowId);
            statement.setLong(2, now.minus(retention.longest()).toEpochMilli());
            statement.setString(3, workflowId);
            statement.setInt(4, retention.most());
            statement.executeUpdate();
        }
    }

    static Optional<Instant> lastEnd(Connection connection, String workflowId, Collection<String> statuses)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT max(finished_at) FROM hrcamel_runs WHERE workflow_id = ?"
                        + " AND status IN (" + String.join(", ", Collections.nCopies(statuses.size(), "?")) + ")")) {
            statement.setString(1, workflowId);
            int place = 2;
            for (String status : statuses) {
                statement.setString(place++, status);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long millis = row.getLong(1);
                return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
            }
        }
    }

    /** Newest first. */
    static List<FinishedRun> select(Connection connection, Optional<String> workflowId, int most) throws SQLException {
        String where = workflowId.isPresent() ? " WHERE workflow_id = ?" : "";
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT run_id, workflow, workflow_id, started_at, finished_at, status, reason, result FROM hrcamel_runs"
                        + where + " ORDER BY started_at DESC, run_id DESC LIMIT ?")) {
            if (workflowId.isPresent()) {
                statement.setString(1, workflowId.get());
            }
            statement.setInt(workflowId.isPresent() ? 2 : 1, most);
            try (ResultSet row = statement.executeQuery()) {
                List<FinishedRun> runs = new ArrayList<>();
                while (row.next()) {
                    runs.add(new FinishedRun(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            Instant.ofEpochMilli(row.getLong(4)),
                            Instant.ofEpochMilli(row.getLong(5)),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8)));
                }
                return runs;
            }
        }
    }
}
