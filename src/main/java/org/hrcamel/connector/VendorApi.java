package org.hrcamel.connector;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.ApiClient;
import org.hrcamel.http.Authentication;
import org.hrcamel.http.CamelTransport;
import org.hrcamel.http.Cancellation;
import org.hrcamel.http.Connections;
import org.hrcamel.http.Endpoint;
import org.hrcamel.http.FileDownloads;
import org.hrcamel.http.Limits;
import org.hrcamel.http.NetworkAddresses;
import org.hrcamel.http.Pause;
import org.hrcamel.http.RateLimit;
import org.hrcamel.http.RequestBudget;
import org.hrcamel.http.RequestBudgets;
import org.hrcamel.http.RequestMeter;
import org.hrcamel.http.RetryPolicy;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Settings;
import org.jspecify.annotations.Nullable;

/** A vendor's API as configured by {@code connector.<name>.*}, for all workflows that use it. Thread safe. */
public final class VendorApi {

    /** Settings that every connector has; their defaults are the connector's own. */
    private record Common(
            Parameter<String> baseUrl,
            Parameter<Optional<RateLimit>> rateLimit,
            Parameter<Optional<Integer>> maxConcurrent,
            Parameter<Duration> timeout,
            Parameter<Duration> retryDelay,
            Parameter<Integer> maxFileSize) {

        static Common of(ConnectorDefaults defaults) {
            return new Common(
                    Parameter.custom(
                                    "base-url",
                                    "string",
                                    "Address of the API, the text before the paths of the vendor's documentation.",
                                    VendorApi::url)
                            .orElse(defaults.baseUrl().isEmpty() ? null : defaults.baseUrl()),
                    Parameter.custom(
                                    "rate-limit",
                                    "rate",
                                    "Requests in a span of time, for each credential: 50/10s, or none.",
                                    RateLimit::parse)
                            .orElse(defaults.rateLimit()),
                    Parameter.custom(
                                    "max-concurrent",
                                    "number",
                                    "Requests at once, for each credential, or none for no bound.",
                                    Limits::concurrent)
                            .orElse(defaults.maxConcurrent()),
                    Parameter.duration("timeout", "Longest silence of the vendor before a request is given up.")
                            .orElse(defaults.timeout()),
                    Parameter.duration(
                                    "retry-delay", "Wait before a failed request is sent again; it doubles each time.")
                            .orElse(defaults.retries().first().toMillis() + "ms"),
                    Parameter.integer("max-file-size", 1, 1024, "Largest file that is fetched, in megabytes.")
                            .orElse("20"));
        }

        List<Parameter<?>> all() {
            return List.of(baseUrl, rateLimit, maxConcurrent, timeout, retryDelay, maxFileSize);
        }
    }

    private static final Duration LONGEST_OF_A_TRIAL = Duration.ofSeconds(10);
    private static final long MEGABYTE = 1_000_000;
    private static final RetryPolicy FILES = new RetryPolicy(
            3, Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(45));

    private final Connector connector;
    private final Common common;
    private final Parameters settings;
    private final @Nullable Http http;
    private final Optional<Runnable> trial;

    /** What all connectors send through. */
    public record Http(
            CamelTransport transport,
            RequestBudgets budgets,
            InstantSource clock,
            RandomGenerator random,
            RequestMeter.OfVendors meters) {}

    private VendorApi(
            Connector connector, Common common, Parameters settings, @Nullable Http http, Optional<Runnable> trial) {
        this.connector = connector;
        this.common = common;
        this.settings = settings;
        this.http = http;
        this.trial = trial;
    }

    /**
     * A setting that is unsound stands at its default, so that the connector's routes can be built; workflows that use it do not run.
     *
     * @param http null when only the settings are checked
     */
    public static VendorApi of(
            Connector connector, Settings settings, @Nullable Http http, Consumer<Problem> problems) {
        Common common = Common.of(connector.defaults());
        List<Parameter<?>> all = new ArrayList<>(common.all());
        all.addAll(connector.furtherSettings());
        Parameters parsed =
                Parameters.parse(settings, connector.prefix(), all, problems).orDefaults(all);
        return new VendorApi(connector, common, parsed, http, Optional.empty());
    }

    /**
     * The same for somebody who waits in front of it: nothing is sent again, and a silent vendor is given up soon.
     *
     * @param answered told each success
     */
    public VendorApi once(Runnable answered) {
        return new VendorApi(connector, common, settings, http, Optional.of(answered));
    }

    /** Every {@code connector.<name>.*} setting of a connector. */
    public static List<Parameter<?>> parameters(Connector connector) {
        List<Parameter<?>> all = new ArrayList<>(Common.of(connector.defaults()).all());
        all.addAll(connector.furtherSettings());
        return all;
    }

    private static String url(String text) {
        try {
            String scheme = String.valueOf(Address.of(text).uri().getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("https") || scheme.equals("http"))
                    && Address.of(text).uri().getHost() != null) {
                return text;
            }
        } catch (IllegalArgumentException malformed) {
            // Reported below with the same sentence.
        }
        throw new IllegalArgumentException("is no http(s) address");
    }

    public String name() {
        return connector.name();
    }

    /** The base URL, or empty where the workflow's own settings tell it. */
    public Optional<Address> base() {
        return settings.find(common.baseUrl).map(Address::of);
    }

    /** All {@code connector.<name>.*} values, for those of this vendor alone. */
    public Parameters settings() {
        return settings;
    }

    /** The values of the settings that this vendor alone has. */
    public SortedMap<String, String> further() {
        SortedMap<String, String> further = settings.texts();
        further.keySet()
                .retainAll(connector.furtherSettings().stream()
                        .map(Parameter::name)
                        .toList());
        return further;
    }

    public Duration timeout() {
        Duration configured = settings.get(common.timeout);
        return trial.isPresent() && configured.compareTo(LONGEST_OF_A_TRIAL) > 0 ? LONGEST_OF_A_TRIAL : configured;
    }

    /** Whether files from elsewhere may lie in the operator's own network: only if the vendor itself does. */
    Connections foreignConnections() {
        return base().filter(NetworkAddresses::isInternal).isPresent() ? Connections.TRUSTED : Connections.PUBLIC;
    }

    /** Whether routes that were made for the other one serve this as well: most settings are nothing to them. */
    public boolean hasRoutesOf(VendorApi other) {
        return timeout().equals(other.timeout()) && foreignConnections() == other.foreignConnections();
    }

    private Http http() {
        if (http == null) {
            throw new IllegalStateException("Made to check the settings of " + connector.name() + ", not to send");
        }
        return http;
    }

    public InstantSource clock() {
        return http().clock();
    }

    /**
     * Access for one run.
     *
     * @param credential what the vendor counts requests by
     * @param pause ends the waits when the run ends
     */
    public ApiClient client(String credential, Authentication authentication, Pause pause) {
        return client(credential, authentication, UnaryOperator.identity(), pause);
    }

    /** The same for a vendor whose bodies have a status of their own. */
    public ApiClient client(
            String credential, Authentication authentication, UnaryOperator<ApiAnswer> envelope, Pause pause) {
        return new ApiClient(
                        http().transport(),
                        http().budgets().of(connector.name(), credential, endpoint -> limits(endpoint)),
                        authentication,
                        trial.isPresent() ? answer -> told(envelope.apply(answer)) : envelope,
                        trial.isPresent() ? RetryPolicy.once() : retries(),
                        pause,
                        http().clock(),
                        http().random())
                .measuredBy(http().meters().of(connector.name()));
    }

    private RetryPolicy retries() {
        Duration delay = settings.get(common.retryDelay);
        RetryPolicy retries = connector.defaults().retries();
        return delay.equals(retries.first()) ? retries : retries.startingAt(delay);
    }

    private ApiAnswer told(ApiAnswer answer) {
        if (answer.isSuccess()) {
            trial.ifPresent(Runnable::run);
        }
        return answer;
    }

    private Limits limits(Endpoint endpoint) {
        Limits configured = new Limits(settings.get(common.rateLimit), settings.get(common.maxConcurrent));
        return connector.limits(endpoint, configured);
    }

    /**
     * @param base the vendor's base URL of this run
     * @param own route for files on the vendor's own host
     * @param foreign route for files elsewhere
     */
    public FileDownloads files(Address base, Endpoint own, Endpoint foreign) {
        return new FileDownloads(http().transport(), base, own, foreign, settings.get(common.maxFileSize) * MEGABYTE)
                .repeating(withoutCredential());
    }

    /** For hosts of files, which have no budget of their own; its waits are short, since nothing ends them. */
    private ApiClient withoutCredential() {
        return new ApiClient(
                        http().transport(),
                        endpoint -> new RequestBudget(Limits.NONE, http().clock()),
                        request -> request,
                        UnaryOperator.identity(),
                        FILES.startingAt(settings.get(common.retryDelay)),
                        new Cancellation(),
                        http().clock(),
                        http().random())
                .measuredBy(http().meters().of(connector.name()));
    }
}
