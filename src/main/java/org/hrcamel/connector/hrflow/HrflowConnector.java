package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.builder.RouteBuilder;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.ConnectorDefaults;
import org.hrcamel.connector.ConnectorRoutes;
import org.hrcamel.connector.CrossCheck;
import org.hrcamel.connector.Origin;
import org.hrcamel.connector.Target;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.http.Endpoint;
import org.hrcamel.http.RetryPolicy;
import org.hrcamel.workflow.Parameter;

/** HrFlow.ai: the declaration of its parameters, limits and routes. */
public final class HrflowConnector implements Connector {

    static final Parameter<String> API_SECRET = Parameter.text(
                    "api_secret", "HrFlow.ai API key with read and write permission (ask_…).")
            .asRequired()
            .asSecret();
    static final Parameter<String> API_USER = Parameter.text(
                    "api_user", "E-mail address of the HrFlow.ai account that the key belongs to.")
            .asRequired();

    static final Parameter<String> ORIGIN_SOURCE = Parameter.text(
                    "source_key", "Key of the HrFlow.ai source that is read.")
            .asRequired();
    static final Parameter<WantedProfiles> PROFILE_KEY = Parameter.custom(
                    "profile_key",
                    "string",
                    "Key of the profile that is read; several are separated by commas, and * reads every profile of the"
                            + " source.",
                    WantedProfiles::parse)
            .asRequired();

    static final Parameter<String> TARGET_SOURCE = Parameter.text(
                    "source_key", "Key of the HrFlow.ai source that holds the profiles.")
            .asRequired();
    static final Parameter<List<String>> ONLY_EDIT_FIELDS = Parameter.list(
            "only_edit_fields",
            "Top-level fields of a profile that may be edited, such as tags and metadatas; all when not given."
                    + " A résumé is then not uploaded, since parsing one edits every field.");

    static final Parameter<Duration> PARSING_POLL = Parameter.duration(
                    "parsing-poll", "How often to look whether HrFlow has parsed an uploaded résumé.")
            .orElse("5s");
    static final Parameter<Duration> PARSING_WAIT = Parameter.duration(
                    "parsing-wait", "How long to wait for a résumé to be parsed before its item fails.")
            .orElse("60s");

    static final Parameter<Integer> PAGE_SIZE = Parameter.integer(
                    "page-size", 1, 1000, "Profiles read with one request when all of a source are read.")
            .orElse("100");

    static final Endpoint SOURCE = new Endpoint("hrflow-source-request");
    static final Endpoint PROFILE = new Endpoint("hrflow-profile-request");
    static final Endpoint LIST = new Endpoint("hrflow-profiles-request");
    static final Endpoint RESUME = new Endpoint("hrflow-resume-request");
    static final Endpoint RESUME_ELSEWHERE = new Endpoint("hrflow-resume-elsewhere");
    static final Endpoint EDIT = new Endpoint("hrflow-profile-edit");
    static final Endpoint PARSE = new Endpoint("hrflow-resume-upload");

    @Override
    public String name() {
        return "hrflow";
    }

    @Override
    public String title() {
        return "HrFlow.ai";
    }

    @Override
    public String authGroup() {
        return "hrflow_auth";
    }

    @Override
    public List<Parameter<?>> authParameters() {
        return List.of(API_SECRET, API_USER);
    }

    @Override
    public ConnectorDefaults defaults() {
        // HrFlow publishes no numbers (contract, section 6): parallelism alone bounds the requests.
        return new ConnectorDefaults("https://api.hrflow.ai/v1", "none", "none", "60s", RetryPolicy.standard());
    }

    @Override
    public List<Parameter<?>> furtherSettings() {
        return List.of(PARSING_POLL, PARSING_WAIT, PAGE_SIZE);
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.of(new Origin(
                "hrflow-profiles",
                "hrflow-profile",
                List.of(ORIGIN_SOURCE, PROFILE_KEY),
                CrossCheck.NONE,
                HrflowOrigin::open));
    }

    @Override
    public Optional<Target> target() {
        return Optional.of(new Target(
                "hrflow-profile-update",
                List.of(TARGET_SOURCE, ONLY_EDIT_FIELDS),
                CrossCheck.NONE,
                HrflowTarget::open));
    }

    @Override
    public int mappingVersion() {
        return 1;
    }

    @Override
    public Map<String, UnaryOperator<JsonNode>> formats() {
        return Map.of();
    }

    @Override
    public RouteBuilder routes(VendorApi api) {
        return new ConnectorRoutes(api) {
            @Override
            public void configure() {
                pull("hrflow-profiles");
                read("hrflow-profile");
                push("hrflow-profile-update");
                request(SOURCE);
                request(PROFILE);
                request(LIST);
                request(RESUME);
                foreignFile(RESUME_ELSEWHERE);
                request(EDIT);
                request(PARSE);
            }
        };
    }
}
