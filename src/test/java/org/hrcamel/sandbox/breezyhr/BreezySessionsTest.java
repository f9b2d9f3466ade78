package org.hrcamel.sandbox.breezyhr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.sandbox.breezyhr.BreezyTesting.COMPANY;
import static org.hrcamel.sandbox.breezyhr.BreezyTesting.PAT;
import static org.hrcamel.sandbox.breezyhr.BreezyTesting.errorType;
import static org.hrcamel.sandbox.breezyhr.BreezyTesting.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BreezySessionsTest {

    private static final String CREDENTIALS =
            "{\"email\":\"" + SimulatedBreezyhr.EMAIL + "\",\"password\":\"" + SimulatedBreezyhr.PASSWORD + "\"}";

    private final BreezyTesting testing = new BreezyTesting(1);

    @AfterEach
    void close() {
        testing.close();
    }

    @Test
    void aSessionLivesFromSignInToSignOut() {
        String token = signIn();
        int during = testing.get(token, "/companies").statusCode();
        int open = testing.breezy.openSessions();

        HttpResponse<String> signedOut = testing.get(token, "/signout");

        assertThat(during).isEqualTo(200);
        assertThat(open).isEqualTo(1);
        assertThat(signedOut.statusCode()).isEqualTo(204);
        assertThat(testing.breezy.openSessions()).isZero();
        assertThat(errorType(testing.get(token, "/companies"))).isEqualTo("invalidAccessToken");
        assertThat(testing.violations()).isEmpty();
    }

    @Test
    void aSessionDiesThirtyDaysAfterItsLastUse() {
        String token = signIn();
        testing.clock.forward(Duration.ofDays(29));
        assertThat(testing.get(token, "/companies").statusCode()).isEqualTo(200);
        testing.clock.forward(Duration.ofDays(29));
        assertThat(testing.get(token, "/companies").statusCode()).isEqualTo(200);

        testing.clock.forward(Duration.ofDays(31));

        assertThat(testing.get(token, "/companies").statusCode()).isEqualTo(400);
    }

    @Test
    void eachWrongSignInIsRefusedInItsOwnWay() {
        HttpResponse<String> wrong = testing.signIn(CREDENTIALS.replace(SimulatedBreezyhr.PASSWORD, "wrong"));

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body())
                .isEqualTo("{\"error\":{\"type\":\"signinFailure\",\"message\":\"email or password incorrect.\"}}");
        assertThat(errorType(testing.signIn("{\"password\":\"x\"}"))).isEqualTo("signinEmailError");
        assertThat(errorType(testing.signIn("{\"email\":\"x\"}"))).isEqualTo("signinPasswordError");
        assertThat(testing.breezy.openSessions()).isZero();
    }

    @Test
    void aPersonalTokenIsTakenRawOnly() {
        HttpResponse<String> bearer = testing.get("Bearer " + PAT, "/companies");

        assertThat(testing.get(PAT, "/companies").statusCode()).isEqualTo(200);
        assertThat(bearer.statusCode()).isEqualTo(400);
        assertThat(errorType(bearer)).isEqualTo("invalidAccessToken");
        assertThat(testing.violations()).singleElement().asString().contains("without Bearer");
        assertThat(errorType(testing.get(null, "/companies"))).isEqualTo("missingAccessToken");
    }

    @Test
    void anInvalidTokenMayAnswerTheDocumentedStatus() {
        testing.breezy.invalidTokenStatus(401);

        assertThat(testing.get("nobody", "/companies").statusCode()).isEqualTo(401);
    }

    @Test
    void twoCompaniesHaveSimilarNames() {
        assertThat(json(testing.get("/companies")))
                .hasSize(2)
                .allSatisfy(company -> assertThat(company.path("name").asText()).isEqualToIgnoringCase("acme corp"));
        assertThat(testing.get("/company/" + SimulatedBreezyhr.OTHER_COMPANY + "/positions")
                        .body())
                .isEqualTo("[]");
        assertThat(testing.get("/company/000000000000/positions").statusCode()).isEqualTo(403);
    }

    @Test
    void aPlanWithoutTheApiForbidsCompanies() {
        testing.breezy.developerApi(false);

        HttpResponse<String> answer = testing.get(COMPANY + "/positions");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).path("error").isTextual()).isTrue();
    }

    @Test
    void theWindowOfAMinuteIsStrictAndOfEachToken() {
        testing.breezy.rateLimit(1);
        String token = signIn();
        HttpResponse<String> first = testing.get(token, "/companies");

        HttpResponse<String> second = testing.get(token, "/companies");

        assertThat(first.headers().firstValue("X-RateLimit-Remaining")).contains("0");
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("X-RateLimit-Reset")).contains("1795420860");
        assertThat(testing.get(PAT, "/companies").statusCode()).isEqualTo(200);
        testing.breezy.resetInSeconds(true);
        testing.clock.forward(Duration.ofSeconds(20));
        assertThat(testing.get(token, "/companies").headers().firstValue("X-RateLimit-Reset"))
                .contains("40");
    }

    @Test
    void aTrailingOrDoubledSlashAndPostToSignOutAreNotFound() {
        assertThat(testing.get("/companies/").statusCode()).isEqualTo(404);
        assertThat(testing.get("//companies").statusCode()).isEqualTo(404);
        assertThat(testing.put("/signout", "{}").statusCode()).isEqualTo(404);
        assertThat(testing.violations()).hasSize(3);
    }

    @Test
    void settingsNameTheAddressTheCredentialsAndThePosition() {
        String workflow = "workflow.hrflow-update-profiles-in-breezyhr.";

        assertThat(testing.breezy.settings("http://h"))
                .containsEntry("connector.breezyhr.base-url", "http://h/breezyhr/v3")
                .containsEntry(workflow + "connector_auth.company_name", "Acme Corp")
                .containsEntry(workflow + "push_parameters.position_id", "p-engineer")
                .containsKeys(workflow + "connector_auth.email", workflow + "connector_auth.password");
    }

    private String signIn() {
        return json(testing.signIn(CREDENTIALS)).path("access_token").asText();
    }
}
