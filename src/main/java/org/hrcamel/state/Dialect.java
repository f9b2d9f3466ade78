package org.hrcamel.state;

import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.SQLiteConfig.Pragma;

/** What differs between the databases. */
public enum Dialect {
    SQLITE("jdbc:sqlite:", "CAST(unixepoch('subsec') * 1000 AS INTEGER)", "", "WITHOUT ROWID") {
        @Override
        Properties connection() {
            Properties properties = new Properties();
            // A commit survives the loss of power too: an older record that came back would hide that the target was
            // written.
            properties.setProperty(Pragma.SYNCHRONOUS.pragmaName, "FULL");
            properties.setProperty(Pragma.TRANSACTION_MODE.pragmaName, "IMMEDIATE");
            properties.setProperty(Pragma.BUSY_TIMEOUT.pragmaName, String.valueOf(BUSY_MILLIS));
            return properties;
        }

        @Override
        Optional<Boolean> takes(String parameter) {
            // The driver takes what it does not know for a part of the file's name.
            return Optional.of(Arrays.stream(Pragma.values()).anyMatch(pragma -> pragma.pragmaName.equals(parameter)));
        }

        @Override
        String once() {
            // Readers and the writer do not wait for each other.
            return "PRAGMA journal_mode = WAL";
        }

        @Override
        String find(String table) {
            return "SELECT name FROM sqlite_master WHERE type = 'table' AND name = '" + table + "'";
        }
    },
    POSTGRESQL("jdbc:postgresql:", "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)", " FOR SHARE", "") {
        @Override
        Properties connection() {
            Properties properties = new Properties();
            properties.setProperty("ApplicationName", "hrcamel");
            properties.setProperty("connectTimeout", "10");
            properties.setProperty("socketTimeout", "30");
            properties.setProperty("tcpKeepAlive", "true");
            return properties;
        }

        @Override
        Optional<Boolean> takes(String parameter) {
            return Optional.empty();
        }

        @Override
        String once() {
            return "SELECT 1";
        }

        @Override
        String find(String table) {
            // Where a statement would look for it: other schemas of the database may have a state of their own.
            return "SELECT to_regclass('" + table + "')::text";
        }
    };

    private static final int BUSY_MILLIS = 10_000;

    private final String prefix;
    private final String now;
    private final String locked;
    private final String clustered;

    Dialect(String prefix, String now, String locked, String clustered) {
        this.prefix = prefix;
        this.now = now;
        this.locked = locked;
        this.clustered = clustered;
    }

    /** The database that a URL names, or empty when it is none of these. */
    public static Optional<Dialect> of(String url) {
        for (Dialect dialect : values()) {
            if (url.startsWith(dialect.prefix)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /** The URL after the database's name. */
    String rest(String url) {
        return url.substring(prefix.length());
    }

    /** What connections need that an URL does not set otherwise. */
    abstract Properties connection();

    /** Whether an URL may have this parameter; empty where the driver says so itself. */
    abstract Optional<Boolean> takes(String parameter);

    /** SQL of what the database keeps for all connections once it is set. */
    abstract String once();

    /** SQL whose first column names a table, if there is one of this name. */
    abstract String find(String table);

    /** SQL of the database's own time in milliseconds: nodes need not agree on theirs. */
    String now() {
        return now;
    }

    /** End of a SELECT whose rows nobody may change before the transaction ends. */
    String locked() {
        return locked;
    }

    /** End of a CREATE TABLE whose rows lie in the order of their key. */
    String clustered() {
        return clustered;
    }
}
