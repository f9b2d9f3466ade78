package org.hrcamel.sandbox.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.sandbox.greenhouse.GreenhouseTesting.basic;
import static org.hrcamel.sandbox.greenhouse.GreenhouseTesting.json;
import static org.hrcamel.sandbox.greenhouse.GreenhouseTesting.next;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hrcamel.sandbox.Population;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarvestV3Test {

    private final GreenhouseTesting testing = new GreenhouseTesting(30);
    private final String bearer = testing.bearer();

    @AfterEach
    void close() {
        testing.close();
    }

    @Test
    void theCursorLeadsThroughAllCandidatesNewestIdFirst() {
        List<JsonNode> rows = testing.all(bearer, "/v3/candidates?per_page=7");

        List<Long> ids = rows.stream()
                .filter(row -> row.has("id"))
                .map(row -> row.path("id").asLong())
                .toList();
        assertThat(ids).hasSize(30).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(rows).hasSize(31);
        assertThat(rows)
                .anySatisfy(row -> assertThat(row.properties())
                        .singleElement()
                        .extracting(java.util.Map.Entry::getKey)
                        .isEqualTo("message"));
        assertThat(testing.server.ledger().violations()).isEmpty();
    }

    @Test
    void anEmptyListAndAFullLastPageHaveNoLink() {
        HttpResponse<String> empty = testing.get(bearer, "/v3/candidates?email=nobody%40example.com");
        HttpResponse<String> full = testing.get(bearer, "/v3/candidates?per_page=31");

        assertThat(empty.body()).isEqualTo("[]");
        assertThat(next(empty)).isNull();
        assertThat(json(full).size()).isEqualTo(31);
        assertThat(next(full)).isNull();
    }

    @Test
    void theCursorKeepsItsFiltersAndMustStandAlone() {
        HttpResponse<String> first =
                testing.get(bearer, "/v3/candidates?per_page=2&updated_at=lt%7C2024-01-06T00:00:00Z");

        HttpResponse<String> second = testing.get(bearer, next(first));
        HttpResponse<String> both = testing.get(bearer, next(first) + "&per_page=2");
        HttpResponse<String> elsewhere = testing.get(bearer, next(first).replace("/candidates", "/applications"));

        assertThat(json(second))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.path("updated_at").asText()).isLessThan("2024-01-06"));
        assertThat(both.statusCode()).isEqualTo(422);
        assertThat(both.body()).contains("When passing a cursor, do not include other query params.");
        assertThat(elsewhere.statusCode()).isEqualTo(422);
    }

    @Test
    void anExpiredCursorIsRefusedOnce() {
        HttpResponse<String> first = testing.get(bearer, "/v3/candidates?per_page=2");
        testing.greenhouse.expireCursors(1);

        assertThat(testing.get(bearer, next(first)).statusCode()).isEqualTo(422);
        assertThat(testing.get(bearer, next(first)).statusCode()).isEqualTo(200);
        assertThat(testing.server.ledger().violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v3/candidates?per_page=600",
                "/v3/candidates?per_page=0",
                "/v3/candidates?per_page=5&per_page=6",
                "/v3/candidates?page=2",
                "/v3/candidates?per_page=5&job_id=149995",
                "/v3/candidates?per_page=5&created_at=gte%7C2024-01-01T00:00:00Z&updated_at=gte%7C2024-01-01T00:00:00Z",
                "/v3/candidates?per_page=5&updated_at=2024-01-01T00:00:00Z",
                "/v3/candidates?per_page=5&updated_at=gte%7C2024-01-01T00:00:00Z%7Clte%7C2025-01-01T00:00:00Z",
                "/v3/candidates?cursor=nonsense",
                "/v3/applications?per_page=5&status=in_process",
                "/v3/applications?per_page=5&prospect=False",
                "/v3/attachments?per_page=5&type=photo"
            })
    void whatTheListsDoNotUnderstandIsUnprocessableAndNoted(String path) {
        HttpResponse<String> answer = testing.get(bearer, path);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("message").asText()).isEqualTo("Unprocessable Content");
        assertThat(json(answer).path("errors")).hasSize(1);
        assertThat(testing.server.ledger().violations()).isNotEmpty();
    }

    @Test
    void moreThanFiftyIdsAreUnprocessable() {
        String fifty = IntStream.range(0, 50).mapToObj(String::valueOf).collect(Collectors.joining(","));

        assertThat(testing.get(bearer, "/v3/candidates?ids=" + fifty).statusCode())
                .isEqualTo(200);
        assertThat(testing.get(bearer, "/v3/candidates?ids=" + fifty + ",50").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aRawPipeIsABadRequest() throws IOException {
        URI root = URI.create(testing.server.root());
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream()
                    .write(("GET /greenhouse/v3/candidates?updated_at=gte|2024-01-01T00:00:00Z HTTP/1.1\r\n" + "Host: "
                                    + root.getAuthority() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400");
        }
        assertThat(testing.server.ledger().violations())
                .singleElement()
                .asString()
                .contains("raw |");
    }

    @Test
    void basicAuthAndAStrangersTokenAreUnauthorized() {
        HttpResponse<String> basic = testing.get(basic(SimulatedGreenhouse.API_KEY, ""), "/v3/candidates?per_page=5");
        HttpResponse<String> stranger = testing.get("Bearer a.b.c", "/v3/candidates?per_page=5");

        assertThat(basic.statusCode()).isEqualTo(401);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("X-RateLimit-Limit")).isPresent();
        assertThat(testing.server.ledger().violations())
                .singleElement()
                .asString()
                .contains("Basic auth on v3");
    }

    @Test
    void aCredentialWithoutSiteAdminIsForbidden() {
        testing.greenhouse.siteAdmin(false);

        assertThat(testing.get(bearer, "/v3/candidates?per_page=5").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/candidates/53883394", "/v3/candidates/", "/v3//candidates", "/v3/nothing"})
    void thereIsNothingBesideTheLists(String path) {
        HttpResponse<String> answer = testing.get(bearer, path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Resource not found\"}");
        assertThat(testing.server.ledger().violations()).isNotEmpty();
    }

    @Test
    void theWindowOfThirtySecondsIsStrict() {
        testing.greenhouse.rateLimit(2);
        HttpResponse<String> first = testing.get(bearer, "/v3/candidates?per_page=5");
        testing.get(bearer, "/v3/candidates?per_page=5");

        HttpResponse<String> third = testing.get(bearer, "/v3/candidates?per_page=5");
        testing.clock.forward(Duration.ofSeconds(30));
        HttpResponse<String> later = testing.get(bearer, "/v3/candidates?per_page=5");

        assertThat(first.headers().firstValue("X-RateLimit-Remaining")).contains("1");
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).contains("30");
        assertThat(third.headers().firstValue("X-RateLimit-Reset")).contains("1795420830");
        assertThat(later.statusCode()).isEqualTo(200);
    }

    @Test
    void childListsAreReadByCandidateIds() {
        String id = testing.greenhouse.reference(Population.person(0));

        List<JsonNode> employments = testing.all(bearer, "/v3/candidate_employments?per_page=1&candidate_ids=" + id);
        JsonNode education = json(testing.get(bearer, "/v3/candidate_educations?candidate_ids=" + id))
                .get(0);
        String school = education.path("school_name_custom_field_option_id").asText();

        assertThat(employments)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.path("candidate_id").asText()).isEqualTo(id));
        assertThat(json(testing.get(bearer, "/v3/custom_field_options?ids=" + school))
                        .get(0)
                        .path("name")
                        .asText())
                .isEqualTo("Georgia Tech");
        assertThat(json(testing.get(bearer, "/v3/custom_field_options?custom_field_key=school_name")))
                .hasSize(5);
    }

    @Test
    void activeApplicationsSayInProcessAndProspectsHaveNoJob() {
        List<JsonNode> active = testing.all(bearer, "/v3/applications?per_page=500&status=active");
        List<JsonNode> onJob = testing.all(bearer, "/v3/applications?per_page=500&job_ids=149995&prospect=false");
        List<JsonNode> prospects = testing.all(bearer, "/v3/applications?per_page=500&prospect=true");

        assertThat(active)
                .hasSize(30)
                .allSatisfy(row -> assertThat(row.path("status").asText()).isEqualTo("in_process"));
        assertThat(onJob)
                .hasSize(14)
                .allSatisfy(row -> assertThat(row.path("stage_id").asLong()).isGreaterThan(1L << 32));
        assertThat(prospects)
                .singleElement()
                .satisfies(row -> assertThat(row.path("job_id").isNull()).isTrue());
    }

    @Test
    void anAttachmentWithoutCandidateIsFoundByItsApplicationOnly() {
        String candidate = testing.greenhouse.reference(Population.person(1));
        String application = json(testing.get(bearer, "/v3/applications?candidate_ids=" + candidate))
                .get(0)
                .path("id")
                .asText();

        assertThat(json(testing.get(bearer, "/v3/attachments?type=resume&candidate_ids=" + candidate)))
                .isEmpty();
        assertThat(json(testing.get(bearer, "/v3/attachments?type=resume&application_ids=" + application)))
                .hasSize(1);
    }

    @Test
    void theNewestOfSeveralResumesIsAForeignFileThatRefusesTheToken() {
        String candidate = testing.greenhouse.reference(Population.person(0));
        JsonNode rows = json(testing.get(bearer, "/v3/attachments?type=resume&candidate_ids=" + candidate));
        JsonNode newest = rows.get(2);

        HttpResponse<String> file = testing.get(null, newest.path("url").asText());
        HttpResponse<String> withToken = testing.get(bearer, newest.path("url").asText());

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).path("created_at").asText())
                .isLessThan(newest.path("created_at").asText());
        assertThat(file.body()).contains("resume of candidate 0 ");
        assertThat(withToken.statusCode()).isEqualTo(400);
    }

    @Test
    void anEditMovesTheUpdateTimeAndARemovedCandidateVanishes() {
        String edited = testing.greenhouse.reference(Population.person(3));
        testing.greenhouse.edit(edited, row -> row.put("title", "Pilot"));
        testing.greenhouse.remove(testing.greenhouse.reference(Population.person(4)));

        List<JsonNode> changed = testing.all(bearer, "/v3/candidates?per_page=5&updated_at=gte%7C2026-11-23T08:00:00Z");

        assertThat(changed).singleElement().satisfies(row -> {
            assertThat(row.path("id").asText()).isEqualTo(edited);
            assertThat(row.path("title").asText()).isEqualTo("Pilot");
        });
        assertThat(testing.all(bearer, "/v3/candidates?per_page=50")).hasSize(30);
        assertThat(testing.all(bearer, "/v3/applications?per_page=50")).hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"applications", "attachments", "candidate_educations", "candidate_employments"})
    void anEditOfAChildIsListedByItsUpdateTimeAndLeavesItsCandidateAlone(String list) {
        String edited = testing.greenhouse.reference(Population.person(10));
        testing.greenhouse.editChild(edited, list, row -> row.put("filename", "new.pdf"));
        String since = "?per_page=5&updated_at=gte%7C2026-11-23T08:00:00Z";

        assertThat(testing.all(bearer, "/v3/" + list + since))
                .singleElement()
                .satisfies(row -> assertThat(row.path("candidate_id").asText()).isEqualTo(edited));
        assertThat(testing.all(bearer, "/v3/candidates" + since)).isEmpty();
    }

    @Test
    void oddShapesAreAmongTheFirstDozen() {
        assertThat(person(0).path("email_addresses").get(0).path("type").asText())
                .isEqualTo("work");
        assertThat(person(3).path("tags").isNull()).isTrue();
        assertThat(person(4).has("website_addresses")).isFalse();
        assertThat(person(5).path("email_addresses").get(0).path("value").isNull())
                .isTrue();
        assertThat(person(6).path("custom_fields").path("abandoned").isNull()).isTrue();
        assertThat(person(7).path("phone_numbers")).isEmpty();
        assertThat(person(9).path("email_addresses")).isEmpty();
        assertThat(person(11).path("private").asBoolean()).isTrue();
        JsonNode partial = json(testing.get(
                        bearer,
                        "/v3/candidate_educations?candidate_ids=" + testing.greenhouse.reference(Population.person(8))))
                .get(0);
        assertThat(partial.path("start_at").isNull()).isTrue();
        assertThat(partial.path("start_date_year").asInt()).isEqualTo(2004);
    }

    @Test
    void fieldsLimitTheRows() {
        JsonNode row = json(testing.get(bearer, "/v3/candidates?fields=id,tags&ids=" + GreenhousePeople.candidateId(0)))
                .get(0);

        assertThat(row.size()).isEqualTo(2);
    }

    @Test
    void anAttachmentMovesToAnotherCandidateWhenItIsEdited() {
        testing.greenhouse.edit(
                "attachments",
                GreenhousePeople.attachmentId(3),
                row -> row.put("candidate_id", GreenhousePeople.candidateId(2)));

        assertThat(json(testing.get(bearer, "/v3/attachments?candidate_ids=" + GreenhousePeople.candidateId(3))))
                .isEmpty();
        assertThat(json(testing.get(bearer, "/v3/attachments?candidate_ids=" + GreenhousePeople.candidateId(2))))
                .hasSize(1);
    }

    @Test
    void aListOfThousandsIsWalkedQuickly() {
        try (GreenhouseTesting many = new GreenhouseTesting(5000)) {
            String token = many.bearer();

            assertTimeout(
                    Duration.ofSeconds(20),
                    () -> assertThat(many.all(token, "/v3/candidates?per_page=50"))
                            .hasSize(5001));
        }
    }

    private JsonNode person(int index) {
        return json(testing.get(bearer, "/v3/candidates?ids=" + GreenhousePeople.candidateId(index)))
                .get(0);
    }
}
