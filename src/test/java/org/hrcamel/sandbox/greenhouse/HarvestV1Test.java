package org.hrcamel.sandbox.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.sandbox.greenhouse.GreenhouseTesting.basic;
import static org.hrcamel.sandbox.greenhouse.GreenhouseTesting.json;
import static org.hrcamel.sandbox.greenhouse.GreenhouseTesting.next;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.hrcamel.sandbox.Population;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HarvestV1Test {

    private final GreenhouseTesting testing = new GreenhouseTesting(12);
    private final String key = basic(SimulatedGreenhouse.API_KEY, "");

    @AfterEach
    void close() {
        testing.close();
    }

    @Test
    void theLinkHeaderLeadsThroughAllPagesAndTheLastHasNoNext() {
        HttpResponse<String> first = testing.v1("/v1/candidates?per_page=5");
        HttpResponse<String> second = testing.v1(next(first));
        HttpResponse<String> third = testing.v1(next(second));

        assertThat(first.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        assertThat(first.headers().firstValue("Link").orElse("")).contains("rel=\"next\"", "page=3>; rel=\"last\"");
        assertThat(second.headers().firstValue("Link").orElse("")).contains("rel=\"prev\"");
        assertThat(third.headers().firstValue("Link").orElse(""))
                .containsOnlyOnce("rel=")
                .contains("rel=\"last\"");
        assertThat(json(third)).hasSize(2);
        assertThat(testing.server.ledger().violations()).isEmpty();
    }

    @Test
    void aSinglePageHasNoLinkAndSkipCountDropsTheLastLink() {
        assertThat(testing.v1("/v1/candidates?per_page=500").headers().firstValue("Link"))
                .isEmpty();
        assertThat(testing.v1("/v1/candidates?per_page=5&skip_count=true")
                        .headers()
                        .firstValue("Link")
                        .orElse(""))
                .doesNotContain("last");
    }

    @Test
    void aCandidateComesWithItsChildren() {
        JsonNode candidate = json(testing.v1("/v1/candidates/" + GreenhousePeople.candidateId(0)));

        assertThat(candidate.path("educations").get(0).path("school_name").asText())
                .isEqualTo("Georgia Tech");
        assertThat(candidate.path("employments")).hasSize(2);
        assertThat(candidate.path("attachments")).hasSize(4);
        assertThat(candidate.path("applications").get(0).path("status").asText())
                .isEqualTo("active");
        assertThat(candidate
                        .path("applications")
                        .get(0)
                        .path("jobs")
                        .get(0)
                        .path("name")
                        .asText())
                .isEqualTo("DevOps Engineer");
        assertThat(candidate.path("keyed_custom_fields").path("work_remotely").isNull())
                .isTrue();
        assertThat(candidate.path("custom_fields").path("desired_salary").asText())
                .isEqualTo("40000");
        assertThat(candidate.has("notes")).isFalse();
    }

    @Test
    void filtersNarrowTheList() {
        testing.greenhouse.edit(testing.greenhouse.reference(Population.person(2)), row -> row.put("title", "Pilot"));

        assertThat(all("updated_after=2026-11-23T08:00:00Z")).hasSize(1);
        assertThat(all("updated_before=2026-11-23T08:00:00Z")).hasSize(11);
        assertThat(all("job_id=149995")).hasSize(5);
        assertThat(all("email=CANDIDATE2%40example.com&candidate_ids=" + GreenhousePeople.candidateId(1)))
                .singleElement()
                .satisfies(row -> assertThat(row.path("id").asLong()).isEqualTo(GreenhousePeople.candidateId(2)));
        assertThat(all("job_id=149995&candidate_ids=" + GreenhousePeople.candidateId(1) + ","
                        + GreenhousePeople.candidateId(2)))
                .hasSize(1);
    }

    @Test
    void wrongKeysAreUnauthorizedAndADoubledColonIsNoted() {
        assertThat(testing.get(null, "/v1/candidates?per_page=5").statusCode()).isEqualTo(401);
        assertThat(testing.get(basic("wrong", ""), "/v1/candidates?per_page=5").statusCode())
                .isEqualTo(401);
        assertThat(testing.server.ledger().violations()).isEmpty();

        assertThat(testing.get(basic(SimulatedGreenhouse.API_KEY, ":"), "/v1/candidates?per_page=5")
                        .statusCode())
                .isEqualTo(401);
        assertThat(testing.server.ledger().violations()).hasSize(1);
    }

    @Test
    void wrongParametersAreRefusedWithTheFieldNamed() {
        HttpResponse<String> answer = testing.v1("/v1/candidates?per_page=501");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("errors").get(0).path("field").asText()).isEqualTo("per_page");
        assertThat(testing.v1("/v1/candidates?per_page=5&skip_count=True").statusCode())
                .isEqualTo(422);
        assertThat(testing.v1("/v1/candidates?per_page=5&updated_after=yesterday")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void unknownCandidatesParametersAndPagesAreNoticed() {
        assertThat(testing.v1("/v1/candidates/1").body()).isEqualTo("{\"message\":\"Resource not found\"}");
        assertThat(testing.server.ledger().violations()).isEmpty();

        testing.v1("/v1/candidates?per_page=5&cursor=x");
        testing.v1("/v1/candidates?per_page=5&page=9");
        assertThat(testing.server.ledger().violations()).hasSize(2);
    }

    @Test
    void aRetiredApiIsGoneWithHtml() {
        testing.greenhouse.retired(true);

        HttpResponse<String> answer = testing.v1("/v1/candidates?per_page=5");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).startsWith("<html>");
    }

    @Test
    void theWindowOfTenSecondsIsStrict() {
        testing.greenhouse.legacyRateLimit(1);
        HttpResponse<String> first = testing.v1("/v1/candidates?per_page=5");

        HttpResponse<String> second = testing.v1("/v1/candidates?per_page=5");

        assertThat(first.headers().firstValue("X-RateLimit-Remaining")).contains("0");
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).contains("10");
        assertThat(second.headers().firstValue("X-RateLimit-Reset")).isPresent();
    }

    private List<JsonNode> all(String query) {
        return testing.all(key, "/v1/candidates?per_page=5&" + query);
    }
}
