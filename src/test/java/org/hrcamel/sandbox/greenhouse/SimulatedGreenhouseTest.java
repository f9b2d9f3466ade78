package org.hrcamel.sandbox.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.sandbox.greenhouse.GreenhouseTesting.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.hrcamel.sandbox.Population;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedGreenhouseTest {

    private final GreenhouseTesting testing = new GreenhouseTesting(1);
    private final String bearer = testing.bearer();

    @AfterEach
    void close() {
        testing.close();
    }

    @Test
    void settingsNameTheAddressesAndOneOfTheTwoWaysToAuthenticate() {
        String workflow = "workflow.greenhouse-update-profiles-in-hrflow.connector_auth.";

        assertThat(testing.greenhouse.settings("http://h"))
                .containsEntry("connector.greenhouse.base-url", "http://h/greenhouse")
                .containsEntry("connector.greenhouse.auth-url", "http://h/greenhouse/token")
                .containsKeys(workflow + "client_id", workflow + "client_secret")
                .doesNotContainKey(workflow + "auth");
        assertThat(testing.greenhouse.legacySettings("http://h"))
                .containsKey(workflow + "auth")
                .doesNotContainKey(workflow + "client_id");
    }

    @Test
    void aSinglePersonIsOneRowUnderItsReference() {
        JsonNode rows = json(testing.get(bearer, "/v3/candidates?per_page=50"));

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.path("id").asText())
                        .isEqualTo(testing.greenhouse.reference(Population.person(0))));
    }

    @Test
    void rawCandidatesAndStubsCanBeAdded() {
        testing.greenhouse.add(
                GreenhouseTesting.JSON.createObjectNode().put("id", 5).put("first_name", "Raw"));
        testing.greenhouse.addStub(6);

        JsonNode rows = json(testing.get(bearer, "/v3/candidates?per_page=50"));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).has("id")).isFalse();
        assertThat(rows.get(2).path("first_name").asText()).isEqualTo("Raw");
    }

    @Test
    void twoSidedDatesAreUnderstoodOnlyByChoice() {
        String path = "/v3/candidates?per_page=50&updated_at=gte%7C2024-01-01T00:00:00Z%7Clte%7C";
        testing.greenhouse.twoSidedDates(true);

        assertThat(json(testing.get(bearer, path + "2024-01-02T00:00:00Z"))).hasSize(1);
        assertThat(json(testing.get(bearer, path + "2024-01-01T01:00:00Z"))).isEmpty();
    }

    @Test
    void jobsAreListedByStatus() {
        assertThat(json(testing.get(bearer, "/v3/jobs?per_page=50&status=open")))
                .hasSize(2);
        assertThat(json(testing.get(bearer, "/v3/jobs?per_page=50&status=closed")))
                .isEmpty();
    }

    @Test
    void revokedTokensAreUnauthorizedAndANewOneIsGood() {
        testing.greenhouse.revokeTokens();

        assertThat(testing.get(bearer, "/v3/jobs?per_page=50").statusCode()).isEqualTo(401);
        assertThat(testing.v3("/v3/jobs?per_page=50").statusCode()).isEqualTo(200);
    }
}
