package org.hrcamel.state;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A state that an URL names. */
record JdbcStore(String url) implements StateStore {

    @Override
    public State open(Duration lease) {
        return new JdbcState(new StateOptions(url, "", "", lease));
    }

    /** Runs a statement as somebody else who uses the database. */
    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void expire(String workflowId) throws SQLException {
        execute("UPDATE hrcamel_leases SET expires_at = 0 WHERE workflow_id = '" + workflowId + "'");
    }

    @Override
    public void pass(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    @Override
    public void close() {
        // Its folder or server is closed with the test class.
    }
}
