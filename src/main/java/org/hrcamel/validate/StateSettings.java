package org.hrcamel.validate;

import java.time.Duration;
import java.util.List;
import org.hrcamel.state.RunLease.Retention;
import org.hrcamel.state.StateOptions;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Settings;

/** The settings of the state: {@code hrcamel.state.<name>}. */
public record StateSettings(Parameters values, Settings settings) {

    static final Parameter<String> URL = Parameter.custom(
                    "state.url",
                    "string",
                    "Where runs remember what they delivered: jdbc:sqlite:<file>, or jdbc:postgresql://… for several nodes.",
                    StateSettings::url)
            .orElse("jdbc:sqlite:data/hrcamel.db")
            .asSecret();
    static final Parameter<String> USER =
            Parameter.text("state.user", "User of the state's database, where its URL does not tell.");
    static final Parameter<String> PASSWORD =
            Parameter.text("state.password", "That user's password.").asSecret();
    static final Parameter<Integer> MAX_ATTEMPTS = Parameter.integer(
                    "state.max-attempts",
                    1,
                    1000,
                    "How many runs try to deliver an item in vain before it waits for hrcamel failures retry.")
            .orElse("5");
    static final Parameter<Duration> OVERLAP = Parameter.duration(
                    "state.overlap", "How long before the beginning of the last one an incremental listing begins.")
            .orElse("5m");
    static final Parameter<Duration> LEASE = Parameter.custom(
                    "state.lease",
                    "duration",
                    "How long a run that died keeps the next one out; one that lives renews it.",
                    StateSettings::lease)
            .orElse("30s");
    static final Parameter<Integer> KEEP_RUNS = Parameter.integer(
                    "state.keep-runs", 1, 1_000_000, "How many run results are kept of a workflow.")
            .orElse("1000");
    static final Parameter<Duration> KEEP_RUNS_FOR = Parameter.duration(
                    "state.keep-runs-for", "How long run results are kept.")
            .orElse("90d");

    static final List<Parameter<?>> ALL =
            List.of(URL, USER, PASSWORD, MAX_ATTEMPTS, OVERLAP, LEASE, KEEP_RUNS, KEEP_RUNS_FOR);

    private static final String SQLITE = "jdbc:sqlite:";
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

    /** The settings as far as they are sound; what is wrong with them keeps workflows from starting. */
    public static StateSettings of(Settings settings) {
        return new StateSettings(Parameters.parse(settings, RuntimeSettings.PREFIX, ALL, problem -> {}), settings);
    }

    private static String url(String text) {
        new StateOptions(text, "", "", Duration.ZERO).problem().ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return text;
    }

    private static Duration lease(String text) {
        Duration lease = Parameter.duration("state.lease", "").parse(text);
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            throw new IllegalArgumentException("is shorter than " + SHORTEST_LEASE.toSeconds() + "s");
        }
        return lease;
    }

    /** Where the state is; the file of SQLite relative to the folder of the settings. */
    public StateOptions options() {
        String url = values.get(URL);
        return new StateOptions(
                url.startsWith(SQLITE) ? SQLITE + settings.resolvePath(url.substring(SQLITE.length())) : url,
                values.find(USER).orElse(""),
                values.find(PASSWORD).orElse(""),
                values.get(LEASE));
    }

    public int maxAttempts() {
        return values.get(MAX_ATTEMPTS);
    }

    public Duration overlap() {
        return values.get(OVERLAP);
    }

    public Retention retention() {
        return new Retention(values.get(KEEP_RUNS), values.get(KEEP_RUNS_FOR));
    }
}
