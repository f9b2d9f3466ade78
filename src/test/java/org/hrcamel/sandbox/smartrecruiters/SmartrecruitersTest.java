package org.hrcamel.sandbox.smartrecruiters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hrcamel.sandbox.Client;
import org.hrcamel.sandbox.MovableClock;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.SandboxServer;
import org.hrcamel.sandbox.SimulatedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmartrecruitersTest {

    private static final List<Person> PEOPLE = Population.of(25);

    private final MovableClock clock = new MovableClock("2026-11-01T08:00:00.123Z");
    private final SimulatedSmartrecruiters vendor = new SimulatedSmartrecruiters(PEOPLE, clock);
    private final SandboxServer server =
            new SandboxServer(0, Duration.ofMillis(1), List.of(vendor, new SimulatedFiles())).start();
    private final Client client =
            new Client(server.root() + "/smartrecruiters", Map.of("X-SmartToken", SimulatedSmartrecruiters.TOKEN));
    private final Client anonymous = new Client(server.root() + "/smartrecruiters", Map.of());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void onlyTheTokenIsAccepted() {
        Client wrong = new Client(server.root() + "/smartrecruiters", Map.of("X-SmartToken", "wrong"));

        assertThat(client.get("/candidates").status()).isEqualTo(200);
        assertThat(wrong.get("/candidates").status()).isEqualTo(401);
        assertThat(anonymous.get("/candidates").status()).isEqualTo(401);
        assertThat(anonymous.get("/candidates").header("X-RateLimit-Limit")).isEqualTo("10");
    }

    @Test
    void settingsPointARuntimeAtTheSandbox() {
        assertThat(vendor.settings("http://h"))
                .containsEntry("connector.smartrecruiters.base-url", "http://h/smartrecruiters")
                .containsEntry(
                        "workflow.smartrecruiters-update-profiles-in-hrflow.connector_auth.x_smart_token",
                        SimulatedSmartrecruiters.TOKEN);
    }

    @Test
    void pagesFollowTheNextPageIdToTheEnd() {
        List<String> ids = new ArrayList<>();
        String page = "";
        while (page != null) {
            JsonNode answer = client.get("/candidates?limit=10" + page).json();
            answer.get("content").forEach(row -> ids.add(row.get("id").asText()));
            String next = answer.path("nextPageId").asText(null);
            assertThat(next == null || next.matches(".*\\+.*=")).isTrue();
            page = next == null ? null : "&pageId=" + encoded(next);
        }

        assertThat(ids).isEqualTo(PEOPLE.stream().map(vendor::reference).toList());
        assertThat(server.ledger().requests()).isEqualTo(3);
        assertThat(server.ledger().violations()).isEmpty();
    }

    @Test
    void theLinkHeaderIsRelativeEncodedAndKeepsTheFilters() {
        vendor.linkOnly(true);
        Client.Answer first = client.get("/candidates?limit=2&tag=java&tag=sql&status=NEW");
        String link = first.header("Link");

        assertThat(first.json().has("nextPageId")).isFalse();
        assertThat(link)
                .matches("</smartrecruiters/candidates\\?limit=2&.*&pageId=SK%2B%2F[^=+]*%3D%3D>; rel=\"next\"");
        Client.Answer second = client.get(server.root() + link.substring(1, link.indexOf('>')));
        assertThat(second.json().at("/content/0/id").asText())
                .isNotEqualTo(first.json().at("/content/0/id").asText());
        assertThat(server.ledger().violations()).isEmpty();
    }

    @Test
    void aPageIdIsRefusedIfWronglyEncodedOrWithOtherFiltersOrExpired() {
        String next = client.get("/candidates?limit=2").json().get("nextPageId").asText();

        assertThat(client.get("/candidates?limit=2&pageId=" + next).status()).isEqualTo(400);
        assertThat(client.get("/candidates?limit=2&pageId=" + encoded(encoded(next)))
                        .status())
                .isEqualTo(400);
        assertThat(client.get("/candidates?limit=2&tag=java&pageId=" + encoded(next))
                        .status())
                .isEqualTo(400);
        assertThat(client.get("/candidates?limit=2&pageId=nonsense").status()).isEqualTo(400);
        assertThat(client.get("/candidates?limit=2&pageId=" + encoded(next)).status())
                .isEqualTo(200);
        assertThat(server.ledger().violations()).hasSize(3);
        vendor.expirePages();
        Client.Answer expired = client.get("/candidates?limit=2&pageId=" + encoded(next));
        assertThat(expired.status()).isEqualTo(400);
        assertThat(expired.json().at("/errors/0/code").isTextual()).isTrue();
    }

    @Test
    void theLastPageEndsAsSwitched() {
        assertThat(client.get("/candidates?limit=100").json().has("nextPageId")).isFalse();
        vendor.lastPage(LastPage.NULL);
        assertThat(client.get("/candidates?limit=100").json().get("nextPageId").isNull())
                .isTrue();
        vendor.lastPage(LastPage.EMPTY);
        assertThat(client.get("/candidates?limit=100").json().get("nextPageId").asText("x"))
                .isEmpty();
    }

    @Test
    void pagesMayOverlapByOneRow() {
        vendor.overlappingPages(true);
        JsonNode first = client.get("/candidates?limit=5").json();
        JsonNode second = client.get("/candidates?limit=5&pageId="
                        + encoded(first.get("nextPageId").asText()))
                .json();

        assertThat(second.at("/content/0")).isEqualTo(first.at("/content/4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "status=OPEN",
                "status=NEW,LEAD",
                "consentStatus=GIVEN",
                "onboardingStatus=READY",
                "subStatus=x",
                "updatedAfter=2026",
                "updatedAfter=2026-11-01T00:00:00.000+01:00",
                "propertyId=x"
            })
    void badParametersAreRefused(String query) {
        assertThat(client.get("/candidates?" + query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "offset=10",
                "status%5B%5D=NEW",
                "tag=a,b",
                "jobId=a,b",
                "limit=5&limit=5",
                "averageRating=4",
                "updatedAfter=2026-11-01T00:00:00Z"
            })
    void toleratedCarelessParametersAreNoted(String query) {
        assertThat(client.get("/candidates?" + query).status()).isEqualTo(200);
        assertThat(server.ledger().violations()).hasSize(1);
    }

    @Test
    void filtersNarrowTheList() {
        assertThat(found("status=NEW")).containsExactly(0, 8, 10, 16, 24);
        assertThat(found("status=NEW&status=HIRED")).containsExactly(0, 4, 8, 10, 12, 16, 20, 24);
        assertThat(found("tag=SKILL%203")).containsExactly(3, 23);
        assertThat(found("jobId=" + vendor.jobId(PEOPLE.get(1)) + "&status=REJECTED"))
                .containsExactly(10, 13);
        assertThat(found("jobId=" + vendor.jobId(PEOPLE.get(1)) + "&status=NEW"))
                .containsExactly(16);
        assertThat(found("q=%22candidate5@example.com%22")).containsExactly(5);
        assertThat(found("q=lovelace"))
                .isEqualTo(IntStream.range(0, 25)
                        .filter(i -> PEOPLE.get(i).lastName().equals("Lovelace"))
                        .boxed()
                        .toList());
        assertThat(found("consentStatus=PENDING")).hasSize(12);
        assertThat(found("tag=none")).isEmpty();
        assertThat(server.ledger().violations()).isEmpty();
    }

    @Test
    void updatedAfterFindsWhatWasEditedSince() {
        clock.forward(Duration.ofMinutes(1));
        vendor.edit(vendor.reference(PEOPLE.get(7)), candidate -> candidate.put("phoneNumber", "1"));

        assertThat(found("updatedAfter=2026-11-01T08:00:00.123Z")).containsExactly(7);
        assertThat(found("updatedAfter=2026-11-01T09:00:00.123%2B0100")).containsExactly(7);
        assertThat(found("updatedAfter=2026-11-01T08:01:00.123Z")).isEmpty();
        vendor.updatedAfterInclusive(true);
        assertThat(found("updatedAfter=2026-11-01T08:01:00.123Z")).containsExactly(7);
        assertThat(detail(7).get("updatedOn").asText()).isEqualTo("2026-11-01T08:01:00.123Z");
    }

    @Test
    void candidatesWithoutApplicationAreReadableButNotListed() {
        String id = vendor.add(
                JsonNodeFactory.instance.objectNode().put("firstName", "A").put("lastName", "B"));

        assertThat(client.get("/candidates/" + id).status()).isEqualTo(200);
        assertThat(found("limit=100")).hasSize(25).doesNotContain(-1);
        vendor.edit(
                id, raw -> raw.putObject("primaryAssignment").putObject("job").put("id", "j"));
        assertThat(found("limit=100")).hasSize(26).contains(-1);
        vendor.remove(id);
        assertThat(found("limit=100")).hasSize(25);
    }

    @Test
    void aVanishedCandidateIsListedButNotReadable() {
        String id = vendor.reference(PEOPLE.get(3));
        vendor.vanish(id);

        assertThat(found("limit=100")).contains(3);
        Client.Answer answer = client.get("/candidates/" + id);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo("CANDIDATE_NOT_FOUND");
    }

    @Test
    void aRowIsShorterThanItsDetail() {
        JsonNode row = client.get("/candidates?limit=1").json().at("/content/0");
        JsonNode detail = detail(0);

        assertThat(row.has("phoneNumber")
                        || row.has("experience")
                        || row.at("/primaryAssignment").has("source"))
                .isFalse();
        assertThat(row.at("/consent/status").asText()).isEqualTo("ACQUIRED");
        assertThat(row.at("/actions/details/url").asText()).endsWith("/candidates/" + vendor.reference(PEOPLE.get(0)));
        assertThat(detail.has("consent")).isFalse();
        assertThat(detail.at("/phoneNumber").asText()).isEqualTo("+15550000000");
        assertThat(detail.at("/location/lat").isNumber()).isTrue();
        assertThat(detail.at("/web/skype").asText()).isEqualTo("nora.e");
        vendor.consentInline(true);
        assertThat(detail(0).at("/consent/status").asText()).isEqualTo("ACQUIRED");
    }

    @Test
    void detailsHaveTheOddShapesOfTheContract() {
        assertThat(detail(1).has("education")
                        || detail(1).has("web")
                        || detail(1).has("tags"))
                .isFalse();
        assertThat(detail(0).at("/experience/0/startDate").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(detail(4).at("/experience/0/startDate").asText()).matches("\\d{4}-\\d\\d");
        assertThat(detail(2).at("/experience/0/startDate").asText()).matches("\\d{4}");
        assertThat(detail(0).at("/experience/0").has("endDate")).isFalse();
        assertThat(detail(3).at("/experience/0/current").asBoolean()).isTrue();
        assertThat(detail(3).at("/experience/0/endDate").asText()).isEqualTo("2018-02");
        assertThat(detail(4).has("updatedOn")).isFalse();
        assertThat(detail(5).get("location")).hasToString("{\"countryCode\":\"jp\"}");
        assertThat(detail(6).get("tags")).isEmpty();
        assertThat(detail(7).get("experience")).hasToString("[{\"title\":\"Freelancer\"}]");
        assertThat(detail(8).at("/education/0").has("degree")).isFalse();
        assertThat(detail(9).has("email")).isFalse();
        assertThat(detail(10).get("secondaryAssignments")).hasSize(2);
        assertThat(detail(11).at("/location/lat").isInt()).isTrue();
        PEOPLE.forEach(person -> assertThat(detail(person.index()).toString()).doesNotContain("null"));
    }

    @Test
    void filesAreListedAndDownloadedWithTheToken() {
        JsonNode list = client.get(path(1) + "/attachments").json();
        String url = list.at("/content/1/actions/download/url").asText();

        assertThat(list.get("totalFound").asInt()).isEqualTo(2);
        assertThat(list.at("/content/0/type").asText()).isEqualTo("AVATAR");
        assertThat(list.at("/content/1/type").asText()).isEqualTo("RESUME");
        Client.Answer file = client.get(url);
        assertThat(file.response().body()).isEqualTo(SimulatedFiles.resume(1));
        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(anonymous.get(url).status()).isEqualTo(401);
        assertThat(client.get(path(2) + url.substring(url.indexOf("/attachments")))
                        .status())
                .isEqualTo(404);
        assertThat(client.get(path(2) + "/attachments"))
                .satisfies(none -> assertThat(none.json().get("content")).isEmpty());
        assertThat(server.ledger().violations()).isEmpty();
    }

    @Test
    void filesHaveOddTypesAndOneHasOnlyItsId() {
        assertThat(client.get(path(3) + "/attachments")
                        .json()
                        .at("/content/0/type")
                        .asText())
                .isEqualTo("resume");
        assertThat(client.get(path(4) + "/attachments")
                        .json()
                        .at("/content/0/type")
                        .asText())
                .isEqualTo("GENERIC_FILE");
        assertThat(client.get(path(6) + "/attachments").json().at("/content/0").has("type"))
                .isFalse();
        JsonNode bare = client.get(path(9) + "/attachments").json().at("/content/0");
        assertThat(bare.has("actions") || bare.has("name")).isFalse();
        assertThat(client.get("/candidates/attachments/" + bare.get("id").asText())
                        .response()
                        .body())
                .isEqualTo(SimulatedFiles.resume(9));
    }

    @Test
    void filesMayBeListedOnlyAtTheApplicationTheyCameWith() {
        vendor.attachmentsOnJob(true);
        String jobs = path(10) + "/jobs/";

        assertThat(client.get(path(10) + "/attachments").json().get("content")).isEmpty();
        assertThat(client.get(jobs + PersonRecord.job(0) + "/attachments")
                        .json()
                        .get("content"))
                .isEmpty();
        assertThat(client.get(jobs + PersonRecord.job(2) + "/attachments")
                        .json()
                        .get("content"))
                .hasSize(1);
        assertThat(client.get(jobs + "other/attachments").status()).isEqualTo(404);
    }

    @Test
    void aDownloadMayRedirectToAForeignHostThatWantsNoToken() {
        vendor.redirectDownloads(true);
        String url = client.get(path(0) + "/attachments")
                .json()
                .at("/content/0/actions/download/url")
                .asText();

        Client.Answer redirect = client.get(url);

        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.header("Location")).startsWith("http://localhost:");
        assertThat(anonymous.get(redirect.header("Location")).response().body()).isEqualTo(SimulatedFiles.resume(0));
        assertThat(client.get(redirect.header("Location")).status()).isEqualTo(400);
    }

    @Test
    void strictLimitsRefuseTheEleventhRequestOfASecondWithoutRetryAfter() {
        vendor.strictLimits(true);
        for (int i = 9; i >= 0; i--) {
            assertThat(client.get(path(0)).header("X-RateLimit-Remaining")).isEqualTo("" + i);
        }
        Client.Answer refused = client.get(path(0));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNull();
        assertThat(client.get("/candidates").status()).isEqualTo(200);
        assertThat(server.ledger().violations()).hasSize(1);
        clock.forward(Duration.ofSeconds(1));
        assertThat(client.get(path(0)).status()).isEqualTo(200);
        assertThat(client.get("/candidates").header("X-RateLimit-Concurrent-Limit"))
                .isEqualTo("1");
        assertThat(client.get(path(0)).header("X-RateLimit-Concurrent-Remaining"))
                .isEqualTo("7");
    }

    @Test
    void listCallsAtTheSameTimeAreNoted() {
        try (SandboxServer slow = new SandboxServer(0, Duration.ofMillis(300), List.of(vendor)).start()) {
            Client slowly = new Client(
                    slow.root() + "/smartrecruiters", Map.of("X-SmartToken", SimulatedSmartrecruiters.TOKEN));
            List<CompletableFuture<Integer>> calls = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> slowly.get("/candidates").status()))
                    .toList();
            calls.forEach(CompletableFuture::join);

            assertThat(slow.ledger().violations()).singleElement().asString().contains("at the same time");
            slowly.get("/candidates");
            assertThat(slow.ledger().violations()).hasSize(1);
        }
    }

    @Test
    void wrongPathsMethodsAndQueriesAreRefusedOrNoted() {
        assertThat(client.get("//candidates").status()).isEqualTo(404);
        assertThat(client.get("/candidates/").status()).isEqualTo(404);
        assertThat(client.get("/jobs").status()).isEqualTo(404);
        assertThat(client.send("PATCH", path(0), "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(405);
        assertThat(client.get(path(0) + "?expand=all").status()).isEqualTo(200);
        assertThat(client.get("/candidates/none").status()).isEqualTo(404);
        assertThat(server.ledger().violations()).hasSize(5);
    }

    private ObjectNode detail(int index) {
        return (ObjectNode) client.get(path(index)).json();
    }

    private String path(int index) {
        return "/candidates/" + vendor.reference(PEOPLE.get(index));
    }

    /** Indexes of the people found, -1 for a candidate that is none of them. */
    private List<Integer> found(String query) {
        List<String> ids = PEOPLE.stream().map(vendor::reference).toList();
        List<Integer> found = new ArrayList<>();
        String limit = query.contains("limit") ? "" : "&limit=100";
        client.get("/candidates?" + query + limit)
                .json()
                .get("content")
                .forEach(row -> found.add(ids.indexOf(row.get("id").asText())));
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
