package org.hrcamel.connector.jazzhr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.apache.camel.builder.RouteBuilder;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.ConnectorDefaults;
import org.hrcamel.connector.ConnectorRoutes;
import org.hrcamel.connector.Origin;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.http.Endpoint;
import org.hrcamel.http.RetryPolicy;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;

/** JazzHR: the declaration of its parameters, limits and routes. */
public final class JazzhrConnector implements Connector {

    static final Parameter<String> API_KEY = Parameter.text(
                    "api_key", "API key of the JazzHR account, from Settings > Integrations.")
            .asRequired()
            .asSecret();

    static final Parameter<String> NAME =
            Parameter.text("name", "Only applicants whose first or last name contains this text.");
    static final Parameter<String> CITY = Parameter.text("city", "Only applicants who live in this city.");
    static final Parameter<String> JOB_ID =
            Parameter.text("job_id", "Only applicants for the job with this id (job_…).");
    static final Parameter<String> JOB_TITLE =
            Parameter.text("job_title", "Only applicants for a job whose title contains this text.");
    static final Parameter<String> RECRUITER_ID =
            Parameter.text("recruiter_id", "Only applicants of the recruiter with this id (usr_…).");
    static final Parameter<LocalDate> APPLY_DATE =
            Parameter.day("apply_date", "uuuu-MM-dd", "Only applicants who applied on this day, YYYY-MM-DD.");
    static final Parameter<LocalDate> FROM_APPLY_DATE = Parameter.day(
            "from_apply_date", "uuuu-MM-dd", "Only applicants who applied on this day or later, YYYY-MM-DD.");
    static final Parameter<LocalDate> TO_APPLY_DATE = Parameter.day(
            "to_apply_date", "uuuu-MM-dd", "Only applicants who applied on this day or earlier, YYYY-MM-DD.");
    static final Parameter<String> STATUS = Parameter.text(
            "status", "Only applicants in this status: the id of a workflow step, sent to JazzHR as it stands.");
    static final Parameter<String> RATING = Parameter.text("rating", "Only applicants with this rating, 1 to 5.")
            .oneOf("1", "2", "3", "4", "5");

    static final Parameter<List<String>> PLACEHOLDERS = Parameter.list(
                    "placeholders",
                    "Texts by which JazzHR says that there is no value, upper or lower case; one in parentheses is"
                            + " also cut out of a longer text.")
            .orElse("Unavailable, No answer, (No City Provided), (No State Provided), (No Postal Code Provided)");

    static final Endpoint LIST = new Endpoint("jazzhr-applicants-request");
    static final Endpoint DETAIL = new Endpoint("jazzhr-applicant-request");
    static final Endpoint DOWNLOAD = new Endpoint("jazzhr-resume-request");
    static final Endpoint FOREIGN = new Endpoint("jazzhr-resume-elsewhere");

    @Override
    public String name() {
        return "jazzhr";
    }

    @Override
    public String title() {
        return "JazzHR";
    }

    @Override
    public List<Parameter<?>> authParameters() {
        return List.of(API_KEY);
    }

    @Override
    public ConnectorDefaults defaults() {
        // The vendor publishes no number; 1.2 requests a second is below what clients got away with. Slow answers and
        // a used-up limit need patience (contract, U23 and U24).
        RetryPolicy patient = new RetryPolicy(
                10, Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofMinutes(4), Duration.ofMinutes(15));
        return new ConnectorDefaults("https://api.resumatorapi.com/v1", "6/5s", "none", "30s", patient);
    }

    @Override
    public List<Parameter<?>> furtherSettings() {
        return List.of(PLACEHOLDERS);
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.of(new Origin(
                "jazzhr-applicants",
                "jazzhr-applicant",
                List.of(
                        NAME,
                        CITY,
                        JOB_ID,
                        JOB_TITLE,
                        RECRUITER_ID,
                        APPLY_DATE,
                        FROM_APPLY_DATE,
                        TO_APPLY_DATE,
                        STATUS,
                        RATING),
                JazzhrConnector::check,
                JazzhrOrigin::new));
    }

    private static void check(Parameters auth, Parameters parameters, BiConsumer<Parameter<?>, String> problem) {
        Optional<LocalDate> from = parameters.find(FROM_APPLY_DATE);
        Optional<LocalDate> to = parameters.find(TO_APPLY_DATE);
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            problem.accept(FROM_APPLY_DATE, "is after to_apply_date: no applicant can match");
        }
    }

    @Override
    public int mappingVersion() {
        return 1;
    }

    @Override
    public Map<String, UnaryOperator<JsonNode>> formats() {
        return Map.of("jazzhrProfileFormat", new JazzhrProfile());
    }

    @Override
    public RouteBuilder routes(VendorApi api) {
        return new ConnectorRoutes(api) {
            @Override
            public void configure() {
                pull("jazzhr-applicants");
                read("jazzhr-applicant");
                request(LIST);
                request(DETAIL);
                request(DOWNLOAD);
                foreignFile(FOREIGN);
            }
        };
    }
}
