package org.hrcamel.state;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Where the state is.
 *
 * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql:…}
 * @param user empty when the URL tells it, or none is needed
 * @param password empty likewise
 * @param lease how long a run that died keeps others out
 */
public record StateOptions(String url, String user, String password, Duration lease) {

    private static final String HOST = "(\\[[0-9A-Fa-f:.]+]|[^/?@:,%]*)(:\\d{1,5})?";
    private static final String TEXT = "(%[0-9A-Fa-f]{2}|[^/?@%])*";
    private static final Pattern SERVERS = Pattern.compile(
            "jdbc:postgresql:(//" + HOST + "(," + HOST + ")*/)?" + TEXT + "(\\?(%[0-9A-Fa-f]{2}|[^%])*)?");

    /** Without what may hold a password. */
    public String location() {
        return isFile() || isServer() ? url.split("\\?", 2)[0] : "jdbc:postgresql:…";
    }

    private boolean isFile() {
        return Dialect.of(url).equals(Optional.of(Dialect.SQLITE));
    }

    private boolean isServer() {
        return SERVERS.matcher(url).matches();
    }

    /** Names of the parameters in the URL. */
    List<String> parameters() {
        String[] parts = url.split("\\?", 2);
        return parts.length == 1
                ? List.of()
                : Arrays.stream(parts[1].split("&"))
                        .map(parameter -> parameter.split("=", 2)[0])
                        .toList();
    }

    /** What is wrong with the URL, the end of a sentence, told before a driver sees it, which may print what it does not understand. */
    public Optional<String> problem() {
        if (Dialect.of(url).isEmpty() || isFile() && Dialect.SQLITE.rest(url).startsWith(":")) {
            return Optional.of("is neither jdbc:sqlite:<file> nor jdbc:postgresql://…");
        }
        if (!isFile() && !isServer()) {
            return Optional.of("is not jdbc:postgresql://<host>[:<port>]/<database>[?<option>&…]; the user stands in"
                    + " hrcamel.state.user, the password in hrcamel.state.password");
        }
        return parameters().stream()
                .filter(name -> !Dialect.of(url).orElseThrow().takes(name).orElse(true))
                .map("has the parameter %s, which SQLite does not know"::formatted)
                .findFirst();
    }

    /** Loads what the driver needs once in a process, beside other work that has to be done; nothing is opened. */
    public void loadDriver() {
        if (isFile()) {
            try {
                SQLiteJDBCLoader.initialize();
            } catch (Exception failure) {
                throw new IllegalStateException("SQLite's library cannot be loaded", failure);
            }
        }
    }

    /** A text that may quote the URL or the password. */
    String withoutSecrets(String text) {
        String redacted = text.replace(url, location());
        return password.isEmpty() ? redacted : redacted.replace(password, "…");
    }

    @Override
    public String toString() {
        return location();
    }
}
