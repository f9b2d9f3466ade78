package org.hrcamel.connector.smartrecruiters;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
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
import org.hrcamel.connector.VendorApi;
import org.hrcamel.http.Endpoint;
import org.hrcamel.http.Limits;
import org.hrcamel.http.RetryPolicy;
import org.hrcamel.workflow.Parameter;

/** SmartRecruiters: the declaration of its parameters, limits and routes. */
public final class SmartrecruitersConnector implements Connector {

    static final Parameter<String> TOKEN = Parameter.text(
                    "x_smart_token", "API key of SmartRecruiters, sent as X-SmartToken.")
            .asRequired()
            .asSecret();

    static final Parameter<String> QUERY =
            Parameter.text("query", "Keyword search; quote a phrase, such as an e-mail address, to match it exactly.");
    static final Parameter<List<String>> JOB_IDS =
            Parameter.list("job_ids", "Only candidates who applied to one of these jobs.");
    static final Parameter<List<String>> TAGS =
            Parameter.list("tags", "Only candidates with one of these tags, upper or lower case.");
    static final Parameter<String> ONBOARDING_STATUS = Parameter.text(
                    "onboarding_status", "Only candidates in this onboarding status.")
            .oneOf("ONBOARDING_FAILED", "ONBOARDING_SUCCESSFUL", "READY_TO_ONBOARD");
    static final Parameter<List<String>> STATUS = Parameter.list(
            "status", "Only candidates in one of these states with a job, such as NEW, INTERVIEW or HIRED.");
    static final Parameter<Integer> LIMIT = Parameter.integer(
                    "limit", 1, Integer.MAX_VALUE, "Candidates read with one request; more than 100 counts as 100.")
            .orElse("100");
    static final Parameter<Instant> UPDATED_AFTER =
            Parameter.instant("updated_after", "Only candidates updated after this ISO 8601 time.");

    // One list request at a time; each other endpoint has its own rate, and all of them together have eight requests
    // under way at the most (contract, section 6).
    static final Endpoint LIST = new Endpoint("smartrecruiters-candidates-request", "list");
    static final Endpoint DETAIL = new Endpoint("smartrecruiters-candidate-request", "detail", "others");
    static final Endpoint ATTACHMENTS = new Endpoint("smartrecruiters-attachments-request", "attachments", "others");
    static final Endpoint DOWNLOAD = new Endpoint("smartrecruiters-resume-request", "download", "others");
    static final Endpoint FOREIGN = new Endpoint("smartrecruiters-resume-elsewhere", "foreign", "others");

    @Override
    public String name() {
        return "smartrecruiters";
    }

    @Override
    public String title() {
        return "SmartRecruiters";
    }

    @Override
    public List<Parameter<?>> authParameters() {
        return List.of(TOKEN);
    }

    @Override
    public ConnectorDefaults defaults() {
        // The vendor asks clients to wait at least 128 s for an answer (contract, section 6); there must be time left
        // to
        // ask again after that.
        RetryPolicy standard = RetryPolicy.standard();
        RetryPolicy patient = new RetryPolicy(
                standard.attempts(),
                standard.first(),
                standard.firstAfterTimeout(),
                standard.longest(),
                Duration.ofMinutes(6));
        return new ConnectorDefaults("https://api.smartrecruiters.com", "10/1s", "8", "130s", patient);
    }

    @Override
    public Limits limits(Endpoint endpoint, Limits common) {
        return endpoint.equals(LIST) ? new Limits(common.rate(), Optional.of(1)) : common;
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.of(new Origin(
                "smartrecruiters-candidates",
                "smartrecruiters-candidate",
                List.of(QUERY, JOB_IDS, TAGS, ONBOARDING_STATUS, STATUS, LIMIT, UPDATED_AFTER),
                CrossCheck.NONE,
                SmartrecruitersOrigin::new));
    }

    @Override
    public int mappingVersion() {
        return 1;
    }

    @Override
    public Map<String, UnaryOperator<JsonNode>> formats() {
        return Map.of("smartrecruitersProfileFormat", new SmartrecruitersProfile());
    }

    @Override
    public RouteBuilder routes(VendorApi api) {
        return new ConnectorRoutes(api) {
            @Override
            public void configure() {
                pull("smartrecruiters-candidates");
                read("smartrecruiters-candidate");
                request(LIST);
                request(DETAIL);
                request(ATTACHMENTS);
                request(DOWNLOAD);
                foreignFile(FOREIGN);
            }
        };
    }
}
