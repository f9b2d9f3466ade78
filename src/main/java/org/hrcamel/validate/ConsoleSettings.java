package org.hrcamel.validate;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Settings;

/** The settings of the web console: {@code hrcamel.console.<name>}. */
public record ConsoleSettings(Parameters values, Settings settings) {

    static final Parameter<Boolean> ENABLED = Parameter.flag(
                    "console.enabled", "Whether start serves the console: Hawtio, the run page, health and metrics.")
            .orElse("true");
    static final Parameter<String> HOST = Parameter.custom(
                    "console.host",
                    "string",
                    "Address the console listens on; 0.0.0.0 for all, which wants a reverse proxy with TLS before it.",
                    ConsoleSettings::host)
            .orElse("127.0.0.1");
    static final Parameter<Integer> PORT = Parameter.integer(
                    "console.port", 0, 65535, "Port the console listens on; 0 for any free one, which the log tells.")
            .orElse("8181");
    static final Parameter<String> PASSWORD = Parameter.text(
                    "console.password",
                    "Password of the user admin; without one it is generated at the first start and printed once.")
            .asSecret();
    static final Parameter<URI> PUBLIC_URL = Parameter.custom(
            "console.public-url",
            "string",
            "Address by which browsers reach the console through a reverse proxy, such as https://hrcamel.example.com.",
            ConsoleSettings::publicUrl);
    static final Parameter<Boolean> OPEN_METRICS = Parameter.flag(
                    "console.open-metrics",
                    "Whether /health and /metrics need no login for those who come from other machines either.")
            .orElse("false");

    static final List<Parameter<?>> ALL = List.of(ENABLED, HOST, PORT, PASSWORD, PUBLIC_URL, OPEN_METRICS);

    private static final String PASSWORD_FILE = "data/console-password";
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f.]*(:[0-9A-Fa-f.]*){2,}]?");

    /** The settings as far as they are sound. */
    public static ConsoleSettings of(Settings settings) {
        return new ConsoleSettings(Parameters.parse(settings, RuntimeSettings.PREFIX, ALL, problem -> {}), settings);
    }

    private static String host(String text) {
        if (!HOST_NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("is neither the name of a host nor an IP address");
        }
        return text;
    }

    private static URI publicUrl(String text) {
        URI uri;
        try {
            uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("is no URL");
        }
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("is no URL such as https://hrcamel.example.com");
        }
        if (!uri.getRawPath().isEmpty() || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("has a path: the console must be at the root of its host");
        }
        return uri;
    }

    public boolean enabled() {
        return values.get(ENABLED);
    }

    public String host() {
        return values.get(HOST);
    }

    public int port() {
        return values.get(PORT);
    }

    /** Empty when it is to be generated. */
    public Optional<String> password() {
        return values.find(PASSWORD);
    }

    /** Where the hash of a generated password is kept: beside the settings, wherever the state is. */
    public Path passwordFile() {
        return settings.resolvePath(PASSWORD_FILE);
    }

    /** Scheme, host and port by which browsers come through a reverse proxy. */
    public Optional<URI> publicUrl() {
        return values.find(PUBLIC_URL);
    }

    /** Whether health and metrics are open to other machines. */
    public boolean openMetrics() {
        return values.get(OPEN_METRICS);
    }
}
