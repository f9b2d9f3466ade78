package org.hrcamel.state;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the state is.
 *
 * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql:…}
 * @param user empty when the URL tells it, or none is needed
 * @param password empty likewise
 * @param lease how long a run that died keeps others out
 */
public record StateOptions(String url, String user, String password, Duration lease) {

    private static final String SERVER = "(\\[[0-9a-fA-F:]+]|[\\w.-]*)(:\\d+)?";
    /** What else stands in an URL's place may be an attempt to name user and password. */
    private static final Pattern SERVERS =
            Pattern.compile("jdbc:postgresql:(//%1$s(,%1$s)*(/[^@:]*)?|/?[^@:/]*)".formatted(SERVER));

    /** Without what may hold a password. */
    public String location() {
        String place = url.split("\\?", 2)[0];
        return Dialect.of(url).equals(Optional.of(Dialect.SQLITE))
                        || SERVERS.matcher(place).matches()
                ? place
                : "jdbc:postgresql:…";
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
