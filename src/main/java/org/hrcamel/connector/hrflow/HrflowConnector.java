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

    static final Endpoint SOURCE = new Endpoint("hrflow-source-request");
    static final Endpoint PROFILE = new Endpoint("hrflow-profile-request");
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
        return List.of(PARSING_POLL, PARSING_WAIT);
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
    public Map<String, UnaryOperator<JsonNode>> formats() {
        return Map.of();
    }

    @Override
    public RouteBuilder routes(VendorApi api) {
        return new ConnectorRoutes(api) {
            @Override
            public void configure() {
                push("hrflow-profile-update");
                request(SOURCE);
                request(PROFILE);
                request(EDIT);
                request(PARSE);
            }
        };
    }
}
