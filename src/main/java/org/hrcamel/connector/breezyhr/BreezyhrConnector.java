package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.apache.camel.builder.RouteBuilder;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.ConnectorDefaults;
import org.hrcamel.connector.ConnectorRoutes;
import org.hrcamel.connector.Target;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.http.Endpoint;
import org.hrcamel.http.RetryPolicy;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;

/** Breezy HR: the declaration of its parameters, limits and routes. */
public final class BreezyhrConnector implements Connector {

    static final Parameter<String> EMAIL = Parameter.text(
                    "email", "E-mail address of the Breezy HR account; it must be a member of the company.")
            .asRequired();
    static final Parameter<String> PASSWORD = Parameter.text(
                    "password",
                    "Password of that account, or one of its personal access tokens (breezy_pat_…), which an account with"
                            + " single sign-on or two factors needs.")
            .asRequired()
            .asSecret();
    static final Parameter<String> COMPANY_ID =
            Parameter.text("company_id", "Id of the company that has the position; it wins over company_name.");
    static final Parameter<String> COMPANY_NAME = Parameter.text(
            "company_name", "Name of the company that has the position; required when company_id is not given.");

    static final Parameter<String> POSITION_ID = Parameter.text(
                    "position_id", "Id of the position whose candidates are updated.")
            .asRequired();

    static final Parameter<List<String>> NETWORKS = Parameter.list(
                    "networks", "Social networks whose links Breezy HR takes; links of others are not sent.")
            .orElse("facebook, github, linkedin, twitter");
    static final Parameter<String> RESUME_FIELD = Parameter.text(
                    "resume-field", "Name of the form field that carries an uploaded résumé: file or data.")
            .orElse("file");

    static final Endpoint SIGN_IN = new Endpoint("breezyhr-signin-request");
    static final Endpoint SIGN_OUT = new Endpoint("breezyhr-signout-request");
    static final Endpoint COMPANIES = new Endpoint("breezyhr-companies-request");
    static final Endpoint POSITION = new Endpoint("breezyhr-position-request");
    static final Endpoint CANDIDATE = new Endpoint("breezyhr-candidate-request");
    static final Endpoint SEARCH = new Endpoint("breezyhr-candidate-search");
    static final Endpoint EDIT = new Endpoint("breezyhr-candidate-edit");
    static final Endpoint EDUCATION = new Endpoint("breezyhr-education-add");
    static final Endpoint WORK_HISTORY = new Endpoint("breezyhr-work-history-add");
    static final Endpoint UPLOAD = new Endpoint("breezyhr-resume-upload");
    static final Endpoint DOWNLOAD = new Endpoint("breezyhr-resume-request");
    static final Endpoint FOREIGN = new Endpoint("breezyhr-resume-elsewhere");

    @Override
    public String name() {
        return "breezyhr";
    }

    @Override
    public String title() {
        return "Breezy HR";
    }

    @Override
    public List<Parameter<?>> authParameters() {
        return List.of(EMAIL, PASSWORD, COMPANY_ID, COMPANY_NAME);
    }

    @Override
    public ConnectorDefaults defaults() {
        // The vendor allows 100 in 60 s and a token; without word from it, a 429 is waited out for 2, 4, 8, 16 s
        // (contract, sections 6 and 10, U23).
        Duration first = Duration.ofSeconds(2);
        RetryPolicy retries = new RetryPolicy(5, first, first, Duration.ofSeconds(16), Duration.ofMinutes(5));
        return new ConnectorDefaults("https://api.breezy.hr/v3", "90/60s", "none", "30s", retries);
    }

    @Override
    public List<Parameter<?>> furtherSettings() {
        return List.of(NETWORKS, RESUME_FIELD);
    }

    @Override
    public Optional<Target> target() {
        return Optional.of(new Target(
                "breezyhr-candidate-update",
                List.of(POSITION_ID),
                BreezyhrConnector::checkCompany,
                BreezyTarget::open));
    }

    private static void checkCompany(Parameters auth, Parameters parameters, BiConsumer<Parameter<?>, String> problem) {
        if (auth.find(COMPANY_ID).isEmpty() && auth.find(COMPANY_NAME).isEmpty()) {
            problem.accept(COMPANY_ID, "is missing, and so is company_name: one of the two must be given");
        }
    }

    @Override
    public int mappingVersion() {
        return 1;
    }

    @Override
    public Map<String, UnaryOperator<JsonNode>> formats() {
        return Map.of("breezyhrCandidateFormat", new CandidateFormat());
    }

    @Override
    public RouteBuilder routes(VendorApi api) {
        return new ConnectorRoutes(api) {
            @Override
            public void configure() {
                push("breezyhr-candidate-update");
                for (Endpoint endpoint : List.of(
                        SIGN_IN,
                        SIGN_OUT,
                        COMPANIES,
                        POSITION,
                        CANDIDATE,
                        SEARCH,
                        EDIT,
                        EDUCATION,
                        WORK_HISTORY,
                        UPLOAD,
                        DOWNLOAD)) {
                    request(endpoint);
                }
                foreignFile(FOREIGN);
            }
        };
    }
}
