package org.hrcamel.sandbox.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.sandbox.greenhouse.GreenhouseTesting.basic;
import static org.hrcamel.sandbox.greenhouse.GreenhouseTesting.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GreenhouseTokenTest {

    private static final String CLIENT = basic(SimulatedGreenhouse.CLIENT_ID, SimulatedGreenhouse.CLIENT_SECRET);
    private static final String GRANT = "grant_type=client_credentials";

    private final GreenhouseTesting testing = new GreenhouseTesting(1);

    @AfterEach
    void close() {
        testing.close();
    }

    @Test
    void clientCredentialsGetATokenThatOpensTheLists() {
        HttpResponse<String> answer = testing.token(CLIENT, GRANT + "&sub=12345");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("token_type").asText()).isEqualTo("Bearer");
        assertThat(json(answer).path("expires_in").asInt()).isEqualTo(3600);
        String bearer = "Bearer " + json(answer).path("access_token").asText();
        assertThat(testing.get(bearer, "/v3/candidates?per_page=10").statusCode())
                .isEqualTo(200);
        assertThat(testing.server.ledger().violations()).isEmpty();
    }

    @Test
    void eachWrongTokenRequestIsRefusedInItsOwnWay() {
        assertThat(testing.token(null, GRANT))
                .extracting(HttpResponse::statusCode, HttpResponse::body)
                .containsExactly(401, "{\"message\":\"Unauthorized\",\"errorId\":\"err-1\"}");
        assertThat(testing.token(basic("notaclient", "x"), GRANT))
                .extracting(HttpResponse::statusCode, HttpResponse::body)
                .containsExactly(
                        400,
                        "{\"message\":\"client_id=notaclient does not contain a valid client ID suffix\","
                                + "\"errorId\":\"err-1\"}");
        assertThat(testing.token(basic(SimulatedGreenhouse.CLIENT_ID, "wrong"), GRANT))
                .extracting(HttpResponse::statusCode, HttpResponse::body)
                .containsExactly(401, "{\"error\":\"invalid_client\"}");
        assertThat(testing.token(CLIENT, ""))
                .extracting(HttpResponse::statusCode, HttpResponse::body)
                .containsExactly(400, "{\"message\":\"Must include `grant_type` parameter in /token request\"}");
        assertThat(testing.token(CLIENT, GRANT + "&sub=jo").statusCode()).isEqualTo(400);
    }

    @Test
    void aTokenDiesAtTheEndOfItsLifetime() {
        testing.greenhouse.tokenLifetime(Duration.ofMinutes(5), TokenLifetime.EXPIRES_AT);
        HttpResponse<String> answer = testing.token(CLIENT, GRANT);
        String bearer = "Bearer " + json(answer).path("access_token").asText();

        testing.clock.forward(Duration.ofMinutes(4));
        int before = testing.get(bearer, "/v3/candidates?per_page=10").statusCode();
        testing.clock.forward(Duration.ofMinutes(1));
        HttpResponse<String> after = testing.get(bearer, "/v3/candidates?per_page=10");

        assertThat(json(answer).path("expires_at").asText()).isEqualTo("2026-11-23T08:05:00+0000");
        assertThat(before).isEqualTo(200);
        assertThat(after.statusCode()).isEqualTo(401);
        assertThat(json(after).path("errors").get(0).asText()).startsWith("Token could not be decoded");
    }

    @Test
    void theLifetimeMayStandInAnotherFieldOrInNone() {
        testing.greenhouse.tokenLifetime(Duration.ofHours(1), TokenLifetime.EXPIRES);
        assertThat(json(testing.token(CLIENT, GRANT)).path("expires").asText()).isEqualTo("2026-11-23T09:00:00.000Z");

        testing.greenhouse.tokenLifetime(Duration.ofHours(1), TokenLifetime.UNSAID);
        assertThat(json(testing.token(CLIENT, GRANT)).size()).isEqualTo(2);
        assertThat(testing.greenhouse.tokensIssued()).isEqualTo(2);
    }

    @Test
    void tokenRequestsHaveALimitOfTheirOwn() {
        testing.greenhouse.tokenRateLimit(1);
        testing.token(CLIENT, GRANT);

        HttpResponse<String> second = testing.token(CLIENT, GRANT);

        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).contains("60");
    }
}
