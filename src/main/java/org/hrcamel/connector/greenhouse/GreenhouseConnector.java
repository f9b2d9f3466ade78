package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.ConnectorDefaults;
import org.hrcamel.connector.ConnectorRoutes;
import org.hrcamel.connector.Origin;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.http.Endpoint;
import org.hrcamel.http.Limits;
import org.hrcamel.http.RateLimit;
import org.hrcamel.http.RetryPolicy;
import org.hrcamel.workflow.Parameter;

/** Greenhouse: the declaration of its parameters, limits and routes. */
public final class GreenhouseConnector implements Connector {

    static final Parameter<String> KEY = Parameter.text(
                    "auth",
                    "Key of Harvest v1, which was announced for removal on 2026-08-31."
                            + " Instead of client_id and client_secret.")
            .asSecret();
    static final Parameter<String> CLIENT_ID =
            Parameter.text("client_id", "Client id of a Harvest v3 credential; together with client_secret.");
    static final Parameter<String> CLIENT_SECRET = Parameter.text(
                    "client_secret", "Client secret of the Harvest v3 credential.")
            .asSecret();
    static final Parameter<String> SUB = Parameter.text(
            "sub",
            "Id of the Greenhouse user that Harvest v3 acts as, a Site Admin; the credential's own service user when"
                    + " not given.");

    static final Parameter<Boolean> SKIP_COUNT = Parameter.flag(
            "skip_count",
            "Whether Harvest v1 leaves out the number of pages, which makes it faster. Harvest v3 never counts them.");
    static final Parameter<Instant> CREATED_BEFORE =
            Parameter.instant("created_before", "Only candidates created before this ISO 8601 time.");
    static final Parameter<Instant> CREATED_AFTER =
            Parameter.instant("created_after", "Only candidates created at or after this ISO 8601 time.");
    static final Parameter<Instant> UPDATED_BEFORE =
            Parameter.instant("updated_before", "Only candidates updated before this ISO 8601 time.");
    static final Parameter<Instant> UPDATED_AFTER =
            Parameter.instant("updated_after", "Only candidates updated at or after this ISO 8601 time.");
    static final Parameter<String> JOB_ID =
            Parameter.text("job_id", "Only candidates who applied to this job; its prospects do not count.");
    static final Parameter<String> EMAIL = Parameter.text(
            "email", "Only candidates with this e-mail address, upper or lower case; candidate_ids then do not count.");
    static final Parameter<List<String>> CANDIDATE_IDS = Parameter.custom(
            "candidate_ids",
            "string",
            "Only the candidates with these ids, comma separated, 50 at the most; with job_id those of them who applied"
                    + " to the job.",
            CandidateIds::parse);

    static final Parameter<String> AUTH_URL = Parameter.text("auth-url", "Where tokens for Harvest v3 are issued.")
            .orElse("https://auth.greenhouse.io/token");
    static final Parameter<Boolean> CHILD_UPDATES = Parameter.flag(
                    "child-updates",
                    "Whether an incremental run through Harvest v3 also asks which résumés, educations, employments and"
                            + " applications changed, since the update time of their candidate need not show it.")
            .orElse("true");

    static final Endpoint TOKEN = new Endpoint("greenhouse-token-request", "token");
    static final Endpoint LEGACY = new Endpoint("greenhouse-v1-candidates-request", "v1");
    static final Endpoint DOWNLOAD = new Endpoint("greenhouse-resume-request", "download");
    static final Endpoint FOREIGN = new Endpoint("greenhouse-resume-elsewhere", "foreign");

    private static final String RATE = "50/30s";
    // The vendor counts v1 in windows of 10 seconds (contract, section 11).
    private static final RateLimit LEGACY_RATE = new RateLimit(50, Duration.ofSeconds(10));
    // Tokens have a window of 60 seconds of their own, its size is not told (contract, section 1.1).
    private static final RateLimit TOKEN_RATE = new RateLimit(10, Duration.ofSeconds(60));

    @Override
    public String name() {
        return "greenhouse";
    }

    @Override
    public String title() {
        return "Greenhouse";
    }

    @Override
    public List<Parameter<?>> authParameters() {
        return List.of(KEY, CLIENT_ID, CLIENT_SECRET, SUB);
    }

    @Override
    public ConnectorDefaults defaults() {
        return new ConnectorDefaults("https://harvest.greenhouse.io", RATE, "none", "30s", RetryPolicy.standard());
    }

    @Override
    public List<Parameter<?>> furtherSettings() {
        return List.of(AUTH_URL, CHILD_UPDATES);
    }

    /** The default rate is that of v3; whoever sets another one, or none, means every request. */
    @Override
    public Limits limits(Endpoint endpoint, Limits common) {
        boolean untouched = common.rate().equals(RateLimit.parse(RATE));
        if (endpoint.equals(LEGACY) && untouched) {
            return new Limits(Optional.of(LEGACY_RATE), common.maxConcurrent());
        }
        if (endpoint.equals(TOKEN) && common.rate().isPresent()) {
            return new Limits(Optional.of(TOKEN_RATE), common.maxConcurrent());
        }
        return common;
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.of(new Origin(
                "greenhouse-candidates",
                "greenhouse-candidate",
                List.of(
                        SKIP_COUNT,
                        CREATED_BEFORE,
                        CREATED_AFTER,
                        UPDATED_BEFORE,
                        UPDATED_AFTER,
                        JOB_ID,
                        EMAIL,
                        CANDIDATE_IDS),
                new OneCredential(),
                GreenhouseOrigin::open));
    }

    @Override
    public int mappingVersion() {
        return 1;
    }

    @Override
    public Map<String, UnaryOperator<JsonNode>> formats() {
        return Map.of("greenhouseProfileFormat", new GreenhouseProfile());
    }

    @Override
    public RouteBuilder routes(VendorApi api) {
        return new ConnectorRoutes(api) {
            @Override
            public void configure() {
                pull("greenhouse-candidates");
                read("greenhouse-candidate");
                request(TOKEN);
                Stream.of(HarvestList.values()).map(HarvestList::endpoint).forEach(this::request);
                request(LEGACY);
                request(DOWNLOAD);
                foreignFile(FOREIGN);
            }
        };
    }
}
