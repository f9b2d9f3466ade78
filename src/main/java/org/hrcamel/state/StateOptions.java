package org.hrcamel.state;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
        String place = place();
        return isServer(place) || isFile() ? place : "jdbc:postgresql:…";
    }

    private String place() {
        return url.split("\\?", 2)[0];
    }

    private boolean isFile() {
        return Dialect.of(url).equals(Optional.of(Dialect.SQLITE));
    }

    private static boolean isServer(String place) {
        return SERVERS.matcher(place).matches();
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

    /** What is wrong with the URL, before a driver sees it, which may print what it does not understand. */
    Optional<String> problem() {
        if (!isFile() && !isServer(place())) {
            return Optional.of("the URL is not jdbc:postgresql://<host>:<port>/<database>;"
                    + " user and password belong in hrcamel.state.user and hrcamel.state.password");
        }
        return parameters().stream()
                .filter(name -> !Dialect.of(url).orElseThrow().takes(name).orElse(true))
                .map("SQLite has no parameter %s"::formatted)
                .findFirst();
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
