package org.hrcamel.sandbox.hrflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.sandbox.hrflow.HrflowFixture.SOURCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrcamel.sandbox.Client;
import org.hrcamel.sandbox.RateLimit;
import org.hrcamel.sandbox.SimulatedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HrflowReadingTest {

    private static final String PROFILE = "/profile/indexing?source_key=" + SOURCE;
    private static final String LIST = "/storing/profiles?source_keys=%5B%22" + SOURCE + "%22%5D";

    private final HrflowFixture fixture = new HrflowFixture();
    private final Client client = fixture.client;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void authTellsThePermissionOfTheKey() {
        assertThat(client.get("/auth").json().at("/data/api_key_permission").asText())
                .isEqualTo("all");
        Client reader = fixture.client(SimulatedHrflow.READ_SECRET, SimulatedHrflow.API_USER);
        assertThat(reader.get("/auth").json().at("/data/api_key_permission").asText())
                .isEqualTo("read");
        assertThat(reader.get("/auth").json().at("/data/request_origin").isNull())
                .isTrue();
        assertThat(fixture.violations()).isEmpty();
    }

    @Test
    void aWrongKeyAWrongUserOrAMissingPermissionIsRefusedWithAMessageThatRepeatsTheKey() {
        Client.Answer wrongKey =
                fixture.client("ask_nonsense", SimulatedHrflow.API_USER).get("/auth");
        assertThat(wrongKey.status()).isEqualTo(401);
        assertThat(wrongKey.json().get("code").asInt()).isEqualTo(401);
        assertThat(wrongKey.json().get("message").asText())
                .isEqualTo("Unauthorized. Invalid secret key: ask_nonsense for permission: read");
        assertThat(fixture.client(SimulatedHrflow.API_SECRET, "x@example.com")
                        .get("/auth")
                        .status())
                .isEqualTo(401);
        assertThat(fixture.client(SimulatedHrflow.WRITE_SECRET, SimulatedHrflow.API_USER)
                        .get("/auth")
                        .status())
                .isEqualTo(401);
        assertThat(fixture.client(SimulatedHrflow.READ_SECRET, SimulatedHrflow.API_USER)
                        .send("PUT", "/profile/indexing", "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                        .json()
                        .get("message")
                        .asText())
                .endsWith("for permission: write");
    }

    @Test
    void settingsPointEveryWorkflowAtTheSandbox() {
        assertThat(fixture.hrflow.settings("http://h"))
                .hasSize(11)
                .containsEntry("connector.hrflow.base-url", "http://h/hrflow/v1")
                .containsEntry(
                        "workflow.jazzhr-update-profiles-in-hrflow.hrflow_auth.api_user", SimulatedHrflow.API_USER);
    }

    @Test
    void headersOfWrongDocumentationAreNoted() {
        new Client(
                        fixture.server.root() + "/hrflow/v1",
                        Map.of("X-API-KEY", SimulatedHrflow.API_SECRET, "X-API-User-Email", SimulatedHrflow.API_USER))
                .get("/auth");

        assertThat(fixture.violations()).singleElement().asString().contains("x-api-user-email");
    }

    @Test
    void aSourceIsTold() {
        JsonNode source = client.get("/source?key=" + SOURCE).json();
        fixture.hrflow.showsSyncParsing(false);

        assertThat(source.get("message").asText()).isEqualTo("Source info");
        assertThat(source.at("/data/name").asText()).isEqualTo("demo");
        assertThat(source.at("/data/sync_parsing").asBoolean()).isTrue();
        assertThat(client.get("/source?key=" + SOURCE).json().at("/data").has("sync_parsing"))
                .isFalse();
    }

    @Test
    void unknownSourcesAndProfilesAreBadRequestsThatNameTheObject() {
        String other = "b".repeat(40);
        fixture.hrflow.foreignSource("c".repeat(40));

        assertThat(failure("/source?key=" + other)).isEqualTo("400 Invalid parameters. Unable to find object: source");
        assertThat(failure("/profile/indexing?source_key=" + other + "&reference=ref-1"))
                .isEqualTo("400 Invalid parameters. Unable to find object: source");
        assertThat(failure(PROFILE + "&reference=none"))
                .isEqualTo("400 Invalid parameters. Unable to find object: profile");
        assertThat(failure("/profile/indexing?reference=ref-1")).isEqualTo("400 Invalid source fields");
        assertThat(failure("/source?key=" + "c".repeat(40)))
                .isEqualTo("401 Unauthorized Access to source key: " + "c".repeat(40));
        assertThat(failure(PROFILE)).startsWith("400 ");
        fixture.hrflow.missingAs404(true);
        assertThat(failure(PROFILE + "&reference=none")).startsWith("404 ");
    }

    @Test
    void aProfileIsReadByReferenceOrByKey() {
        ObjectNode byReference = fixture.read("ref-1");
        JsonNode byKey = client.get(PROFILE + "&key=" + byReference.get("key").asText())
                .json()
                .get("data");

        assertThat(byKey).isEqualTo(byReference);
        assertThat(byReference.get("key").asText()).matches("[0-9a-f]{40}");
        assertThat(byReference.at("/source/key").asText()).isEqualTo(SOURCE);
        assertThat(byReference.get("created_at").asText()).isEqualTo("2023-06-20T15:25:07+0000");
        assertThat(byReference.at("/info/location/fields").isArray()).isTrue();
        assertThat(fixture.violations()).isEmpty();
    }

    @Test
    void profilesHaveTheOddShapesOfOldData() {
        assertThat(fixture.read("ref-3").at("/info/urls").isObject()).isTrue();
        assertThat(fixture.read("ref-4").at("/experiences/0/date_end").asText()).isEqualTo("1969-12-31T23:59:59");
        assertThat(fixture.read("ref-5").at("/info/location/fields").isNull()).isTrue();
        assertThat(fixture.read("ref-6").get("text").isNull()).isTrue();
        assertThat(fixture.read("ref-7").at("/info/location/fields").isObject()).isTrue();
        assertThat(fixture.read("ref-8").at("/tags/3/value").isNumber()).isTrue();
        assertThat(fixture.read("ref-9").at("/info/email").isNull()).isTrue();
    }

    @Test
    void everyThirdProfileHasAResumeOnAForeignHostThatRefusesCredentials() {
        JsonNode attachments = fixture.read("ref-3").get("attachments");
        String url = attachments.at("/1/public_url").asText();

        assertThat(attachments).hasSize(2);
        assertThat(url).startsWith("http://localhost:");
        assertThat(fixture.anonymous.get(url).response().body()).isEqualTo(SimulatedFiles.resume(3));
        assertThat(client.get(url).status()).isEqualTo(400);
        assertThat(fixture.violations()).anyMatch(violation -> violation.contains("foreign host"));
        assertThat(fixture.read("ref-4").get("attachments")).isEmpty();
    }

    @Test
    void anArchivedProfileIsFoundWithArchiveSetUnlessItIsHidden() {
        fixture.hrflow.archive(SOURCE, "ref-1");

        assertThat(fixture.read("ref-1").get("archived_at").asText()).isEqualTo("2026-11-01T08:00:00+0000");
        fixture.hrflow.findsArchived(false);
        assertThat(failure(PROFILE + "&reference=ref-1")).endsWith("profile");
    }

    @Test
    void unknownParametersAndPathsAreNoted() {
        client.get(PROFILE + "&reference=ref-1&fields=all");
        client.get("/profile//indexing");

        assertThat(fixture.violations()).hasSize(2);
        assertThat(fixture.violations().get(0)).contains("unknown query parameter fields");
        assertThat(client.get("/v2").status()).isEqualTo(404);
    }

    @Test
    void theListingIsPagedToMaxPage() {
        List<String> keys = new ArrayList<>();
        JsonNode meta = null;
        for (int page = 1; meta == null || page <= meta.get("maxPage").asInt(); page++) {
            JsonNode answer = client.get(LIST + "&return_profile=true&limit=5&page=" + page)
                    .json();
            meta = answer.get("meta");
            answer.get("data")
                    .forEach(profile -> keys.add(profile.get("reference").asText()));
        }

        assertThat(meta).hasToString("{\"page\":3,\"maxPage\":3,\"count\":2,\"total\":12}");
        assertThat(keys).hasSize(12).doesNotHaveDuplicates();
        assertThat(client.get(LIST + "&limit=5&page=4").json().get("data")).isEmpty();
        assertThat(fixture.violations()).isEmpty();
    }

    @Test
    void theListingMayCapItsPagesBelowTheLimit() {
        fixture.hrflow.rowsPerPage(5);

        JsonNode meta = client.get(LIST + "&limit=1000").json().get("meta");

        assertThat(meta.get("count").asInt()).isEqualTo(5);
        assertThat(meta.get("maxPage").asInt()).isEqualTo(3);
    }

    @Test
    void theListingSortsByUpdateAndIsBriefUnlessProfilesAreWanted() {
        fixture.hrflow.edit(SOURCE, "ref-7", profile -> profile.put("text", "edited"));

        JsonNode first =
                client.get(LIST + "&sort_by=updated_at&order_by=desc").json().at("/data/0");

        assertThat(first.get("reference").asText()).isEqualTo("ref-7");
        assertThat(first.has("info")).isFalse();
        assertThat(first.get("updated_at").asText()).isEqualTo("2026-11-01T08:00:00+0000");
    }

    @Test
    void anEmptySourceListsNothingAndSourceKeysMustBeAJsonList() {
        fixture.hrflow.source("d".repeat(40), "empty");

        JsonNode empty = client.get(LIST.replace(SOURCE, "d".repeat(40))).json();

        assertThat(empty.get("data")).isEmpty();
        assertThat(empty.at("/meta/total").asInt()).isZero();
        assertThat(failure("/storing/profiles?source_keys=" + SOURCE)).startsWith("400 ");
        assertThat(failure(LIST.replace(SOURCE, "e".repeat(40)))).endsWith("source");
        assertThat(failure(LIST + "&limit=0")).startsWith("400 ");
        assertThat(failure(LIST + "&created_at_min=2023")).startsWith("400 ");
    }

    @Test
    void aLimitAnswers429WithRetryAfterOnlyIfWanted() {
        RateLimit limit = new RateLimit(1, Duration.ofSeconds(60), 100, fixture.clock);
        fixture.hrflow.limit(limit, null);
        client.get("/auth");
        Client.Answer without = client.get("/auth");
        fixture.hrflow.limit(limit, "2");

        assertThat(without.status()).isEqualTo(429);
        assertThat(without.header("Retry-After")).isNull();
        assertThat(client.get("/auth").header("Retry-After")).isEqualTo("2");
        assertThat(fixture.violations()).hasSize(2);
    }

    @Test
    void aRawProfileIsKeptAsItIsAndOneCanBeRemoved() {
        ObjectNode raw = JsonNodeFactory.instance.objectNode().put("reference", "odd");
        raw.putObject("info").putNull("urls");
        fixture.hrflow.profile(SOURCE, raw);

        assertThat(fixture.read("odd").at("/info/urls").isNull()).isTrue();
        fixture.hrflow.remove(SOURCE, "odd");
        assertThat(fixture.hrflow.find(SOURCE, "odd")).isEmpty();
        assertThat(fixture.hrflow.profiles(SOURCE)).hasSize(12);
    }

    private String failure(String path) {
        Client.Answer answer = client.get(path);
        assertThat(answer.json().get("code").asInt()).isEqualTo(answer.status());
        return answer.status() + " " + answer.json().get("message").asText();
    }
}
