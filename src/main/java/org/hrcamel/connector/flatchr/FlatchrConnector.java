package org.hrcamel.connector.flatchr;

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
import org.hrcamel.http.Limits;
import org.hrcamel.http.RateLimit;
import org.hrcamel.http.RetryPolicy;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;

/** Flatchr: the declaration of its parameters, limits and routes. */
public final class FlatchrConnector implements Connector {

    static final Parameter<String> API_KEY = Parameter.text(
                    "api_key", "API key of Flatchr; it expires by itself 365 days after it was made.")
            .asRequired()
            .asSecret();
    static final Parameter<String> COMPANY_ID = Parameter.text(
                    "company_id", "Company key in Flatchr: 16 letters and digits, neither the slug nor a number.")
            .asRequired();
    static final Parameter<String> ENV_BASE_URL = Parameter.text(
                    "env_base_url", "Address of the Flatchr API: production or the demo environment.")
            .oneOf(
                    "https://api.demo.flatchr.io",
                    "https://api.flatchr.io/",
                    "https://api.demo.flatchr.io/",
                    "https://api.flatchr.io")
            .orElse("https://api.flatchr.io/");

    static final Parameter<String> FIRSTNAME =
            Parameter.text("firstname", "Only candidates with this in their first name, upper or lower case.");
    static final Parameter<String> LASTNAME =
            Parameter.text("lastname", "Only candidates with this in their last name, upper or lower case.");
    static final Parameter<String> EMAIL =
            Parameter.text("email", "Only candidates with this in their e-mail address, upper or lower case.");
    static final Parameter<Boolean> HIRED =
            Parameter.flag("hired", "Only applications of people who were hired, or only of those who were not.");
    static final Parameter<String> COLUMN =
            Parameter.text("column", "Only applications in columns of this title, such as Entretien RH.");
    static final Parameter<LocalDate> START =
            Parameter.day("start", "MM/dd/uu", "Only applications created on this day or later, as MM/DD/YY.");
    static final Parameter<LocalDate> END =
            Parameter.day("end", "MM/dd/uu", "Only applications created on this day or before, as MM/DD/YY.");
    static final Parameter<String> VACANCY =
            Parameter.text("vacancy", "Only applications to the vacancy with this encoded id.");

    // The CV route is limited apart from the others, to one request a second for each company (contract, section 4).
    static final Endpoint SEARCH = new Endpoint("flatchr-applicants-request");
    static final Endpoint DETAIL = new Endpoint("flatchr-applicant-request");
    static final Endpoint COLUMNS = new Endpoint("flatchr-columns-request");
    static final Endpoint VACANCIES = new Endpoint("flatchr-vacancies-request");
    static final Endpoint CV = new Endpoint("flatchr-cv-request", "cv");
    static final Endpoint FOREIGN = new Endpoint("flatchr-cv-elsewhere", "foreign");

    // Slower than that limit, since requests sent a second apart arrive closer together when the first was held up.
    private static final RateLimit CV_RATE = new RateLimit(1, Duration.ofMillis(1200));

    @Override
    public String name() {
        return "flatchr";
    }

    @Override
    public String title() {
        return "Flatchr";
    }

    @Override
    public List<Parameter<?>> authParameters() {
        return List.of(API_KEY, COMPANY_ID, ENV_BASE_URL);
    }

    @Override
    public ConnectorDefaults defaults() {
        return new ConnectorDefaults("", "3/1s", "none", "30s", RetryPolicy.standard());
    }

    @Override
    public List<Parameter<?>> furtherSettings() {
        return FlatchrChoices.ALL;
    }

    @Override
    public Limits limits(Endpoint endpoint, Limits common) {
        if (!endpoint.equals(CV)) {
            return common;
        }
        RateLimit rate = common.rate().filter(FlatchrConnector::isSlow).orElse(CV_RATE);
        return new Limits(Optional.of(rate), Optional.of(1));
    }

    private static boolean isSlow(RateLimit rate) {
        return rate.window().compareTo(CV_RATE.window().multipliedBy(rate.requests())) > 0;
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.of(new Origin(
                "flatchr-candidates",
                "flatchr-candidate",
                List.of(FIRSTNAME, LASTNAME, EMAIL, HIRED, COLUMN, START, END, VACANCY),
                FlatchrConnector::startBeforeEnd,
                FlatchrOrigin::new));
    }

    private static void startBeforeEnd(
            Parameters auth, Parameters parameters, BiConsumer<Parameter<?>, String> problem) {
        parameters
                .find(END)
                .filter(end -> parameters.find(START).filter(end::isBefore).isPresent())
                .ifPresent(end -> problem.accept(END, "is before " + parameters.key(START)));
    }

    @Override
    public int mappingVersion() {
        return 1;
    }

    @Override
    public Map<String, UnaryOperator<JsonNode>> formats() {
        return Map.of("flatchrProfileFormat", new FlatchrProfile());
    }

    @Override
    public RouteBuilder routes(VendorApi api) {
        return new ConnectorRoutes(api) {
            @Override
            public void configure() {
                pull("flatchr-candidates");
                read("flatchr-candidate");
                request(SEARCH);
                request(DETAIL);
                request(COLUMNS);
                request(VACANCIES);
                request(CV);
                foreignFile(FOREIGN);
            }
        };
    }
}
