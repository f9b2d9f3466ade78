package org.hrcamel.sandbox.hrflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.sandbox.hrflow.HrflowFixture.SOURCE;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.hrcamel.sandbox.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HrflowEditTest {

    private final HrflowFixture fixture = new HrflowFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void theWholeProfileAsReadWithAChangeIsAcceptedAndKept(int index) {
        ObjectNode sent = fixture.read("ref-" + index);
        ((ObjectNode) sent.get("info")).put("phone", "+33600000000");
        fixture.clock.forward(Duration.ofMinutes(1));

        Client.Answer answer = fixture.put(sent);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("message").asText()).isEqualTo("Profile edited");
        assertThat(fixture.violations()).isEmpty();
        assertThat(fixture.read("ref-" + index))
                .isEqualTo(sent.deepCopy().put("updated_at", "2026-11-01T08:01:00+0000"));
    }

    @Test
    void aPartialEditLosesWhatItLeavesOutAndIsNoted() {
        ObjectNode sent = fixture.read("ref-0");
        sent.remove("tags");
        ((ObjectNode) sent.get("info")).remove("email");

        fixture.put(sent);

        assertThat(fixture.read("ref-0").get("tags")).isEmpty();
        assertThat(fixture.read("ref-0").at("/info/email").isNull()).isTrue();
        assertThat(fixture.read("ref-0").get("attachments")).hasSize(2);
        assertThat(String.join("\n", fixture.violations()))
                .contains("drops tags")
                .contains("erases info.email");
    }

    @Test
    void withPartialEditsOnlyWhatIsSentChanges() {
        fixture.hrflow.partialEdits(true);
        ObjectNode before = fixture.read("ref-0");
        ObjectNode sent = before.deepCopy().retain("source_key", "key").put("text", "new");

        fixture.put(sent);

        assertThat(fixture.read("ref-0").get("tags")).isEqualTo(before.get("tags"));
        assertThat(fixture.read("ref-0").get("text").asText()).isEqualTo("new");
    }

    @Test
    void keyReferenceSourceAndDatesOfTheServerStay() {
        ObjectNode sent = fixture.read("ref-1").put("id", 1).put("created_at", "2020-01-01T00:00:00+0000");
        ObjectNode before = fixture.hrflow.find(SOURCE, "ref-1").orElseThrow();
        sent.put("reference", "other").put("text", "new");

        fixture.put(sent);

        ObjectNode after = fixture.hrflow.find(SOURCE, "ref-1").orElseThrow();
        assertThat(after.put("text", before.get("text").asText())
                        .put("updated_at", before.get("updated_at").asText()))
                .isEqualTo(before);
        assertThat(String.join("\n", fixture.violations()))
                .contains("changes created_at")
                .contains("changes reference");
    }

    @Test
    void aReferenceThatIsNoStringAndAnUnknownOneAreBadRequests() {
        ObjectNode number = fixture.read("ref-1").put("reference", 5);
        ObjectNode unknown = fixture.read("ref-1").put("reference", "none");
        unknown.remove("key");

        assertThat(fixture.put(number).status()).isEqualTo(400);
        assertThat(fixture.put(unknown).json().get("message").asText())
                .isEqualTo("Invalid parameters. Unable to find object: profile");
        assertThat(fixture.client
                        .send("PUT", "/profile/indexing", "application/json", "[]".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void wrongShapesAreRefusedAndChangeNothing() {
        refused(profile -> profile.put("info", "text"));
        refused(profile -> profile.putObject("tags"));
        refused(profile -> profile.putArray("skills").add("java"));
        refused(profile ->
                profile.putArray("skills").addObject().put("name", "x").put("type", "other"));
        refused(profile -> info(profile).putObject("urls").put("linkedin", "x"));
        refused(profile -> info(profile).put("phone", 5));
        refused(profile -> info(profile).putObject("location").put("lat", "1.5"));
        refused(profile -> experience(profile).put("date_start", "2020-01"));
        refused(profile -> experience(profile).put("date_start", "2020-13-01T00:00:00"));
        refused(profile -> experience(profile).put("date_start", "2020-01-01T00:00:00+0000"));
        refused(profile -> experience(profile).put("date_start", "2020-01-01T00:00:00Z"));
        refused(profile -> experience(profile).put("date_start", "2020-01-01T00:00:00.000"));
        refused(profile -> info(profile).put("date_birth", "26/06/1997"));
    }

    @Test
    void carelessEditsAreNoted() {
        noted(
                "edit changes attachments",
                profile -> profile.withArray("attachments").addObject().put("type", "resume"));
        noted(
                "value that is not a string",
                profile ->
                        profile.withArray("tags").addObject().put("name", "n").put("value", 5));
        noted(
                "unknown type skype",
                profile -> info(profile)
                        .withArray("urls")
                        .addObject()
                        .put("type", "skype")
                        .put("url", "u"));
        noted(
                "zone or milliseconds",
                profile -> profile.putArray("educations").addObject().put("date_start", "2020-01-01T00:00:00+0000"));
        noted(
                "changes nothing",
                profile -> profile.put("updated_at", profile.get("updated_at").asText()));
        noted("invents the field summary", profile -> profile.put("summary", "text"));
        noted("outdated read", profile -> profile.put("updated_at", "2019-01-01T00:00:00+0000"));
        noted(
                "loses an element of metadatas",
                profile -> profile.putArray("metadatas")
                        .addObject()
                        .put("name", "n")
                        .put("value", "v"));
        noted("erases skills", profile -> profile.putArray("skills"));
        noted("same element twice", profile -> {
            for (int i = 0; i < 2; i++) {
                profile.withArray("tags").addObject().put("name", "n").put("value", "v");
            }
        });
    }

    @Test
    void anExperienceSentAgainWithoutItsKeyChangesNothing() {
        ObjectNode sent = fixture.read("ref-1");
        ((ArrayNode) sent.get("experiences")).forEach(period -> ((ObjectNode) period).remove("key"));

        fixture.put(sent);

        assertThat(fixture.violations()).singleElement().asString().contains("changes nothing");
        assertThat(fixture.read("ref-1").at("/experiences/0/key").asText()).matches("[0-9a-f]{40}");
    }

    private void refused(Consumer<ObjectNode> change) {
        ObjectNode before = fixture.read("ref-0");
        ObjectNode sent = before.deepCopy();
        change.accept(sent);
        assertThat(fixture.put(sent).status()).as(sent.toString()).isEqualTo(422);
        assertThat(fixture.read("ref-0")).isEqualTo(before);
        assertThat(fixture.violations()).isNotEmpty();
        fixture.server.ledger().clear();
    }

    private void noted(String violation, Consumer<ObjectNode> change) {
        ObjectNode sent = fixture.read("ref-2");
        change.accept(sent);
        assertThat(fixture.put(sent).status()).isEqualTo(200);
        assertThat(fixture.violations()).anyMatch(noted -> noted.contains(violation));
        fixture.server.ledger().clear();
    }

    private static ObjectNode info(ObjectNode profile) {
        return (ObjectNode) profile.get("info");
    }

    private static ObjectNode experience(ObjectNode profile) {
        return (ObjectNode) profile.at("/experiences/0");
    }
}
