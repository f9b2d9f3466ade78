package org.hrcamel.sandbox.hrflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.sandbox.hrflow.HrflowFixture.SOURCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.hrcamel.sandbox.Client;
import org.hrcamel.sandbox.SimulatedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HrflowResumeTest {

    private static final byte[] RESUME = SimulatedFiles.resume(1);

    private final HrflowFixture fixture = new HrflowFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aSyncSourceParsesAtOnceAndAnswersTheProfile() {
        Client.Answer answer = upload("cv é.pdf", RESUME);
        JsonNode profile = answer.json().at("/data/profile");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("message").asText()).startsWith("Profile parsed successfully.");
        assertThat(profile).isEqualTo(fixture.read("ref-1"));
        assertThat(profile.at("/text").asText()).startsWith("resume of candidate 1");
        assertThat(profile.at("/skills/1/name").asText()).isEqualTo("parsed from cv é.pdf");
        assertThat(fixture.anonymous
                        .get(profile.at("/attachments/1/public_url").asText())
                        .response()
                        .body())
                .isEqualTo(RESUME);
        assertThat(fixture.violations()).isEmpty();
    }

    @Test
    void anAsyncSourceAnswersAnEmptyListAndParsesAtALaterRead() {
        fixture.hrflow.syncParsing(false).parsedAtRead(3);

        Client.Answer answer = upload("cv.pdf", RESUME);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("data").isArray()).isTrue();
        assertThat(fixture.read("ref-1").get("attachments")).isEmpty();
        assertThat(fixture.read("ref-1").get("attachments")).isEmpty();
        assertThat(fixture.read("ref-1").get("attachments")).hasSize(2);
    }

    @Test
    void anEditBeforeTheParsingHasEndedIsNotedAndOverwritten() {
        fixture.hrflow.syncParsing(false).parsedAtRead(2);
        upload("cv.pdf", RESUME);
        ObjectNode early = fixture.read("ref-1").put("text", "early");

        fixture.put(early);

        assertThat(fixture.violations()).singleElement().asString().contains("before the parsing has ended");
        assertThat(fixture.read("ref-1").get("text").asText()).startsWith("resume of");
    }

    @Test
    void aNewReferenceInTheQueueIsNotFoundUntilItIsParsed() {
        fixture.hrflow.syncParsing(false);

        fixture.upload(
                "cv.pdf", RESUME, "source_key", SOURCE, "reference", "new", "profile_content_type", "application/pdf");

        assertThat(fixture.hrflow.find(SOURCE, "new")).isEmpty();
        assertThat(fixture.client
                        .get("/profile/indexing?source_key=" + SOURCE + "&reference=new")
                        .status())
                .isEqualTo(400);
        assertThat(fixture.read("new").get("attachments")).hasSize(2);
        assertThat(fixture.violations()).isEmpty();
    }

    @Test
    void anExistingReferenceWithoutItsKeyIsRefused() {
        Client.Answer answer = fixture.upload("cv.pdf", RESUME, "source_key", SOURCE, "reference", "ref-1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("message").asText())
                .isEqualTo("Cannot create profile with this reference: ref-1. Already used!");
        assertThat(fixture.violations()).anyMatch(violation -> violation.contains("without its key"));
    }

    @Test
    void uploadsThatAreNoProperFormAreRefused() {
        String key = fixture.read("ref-1").get("key").asText();

        assertThat(upload("cv.exe", RESUME).status()).isEqualTo(400);
        assertThat(upload("cv.pdf", new byte[0]).status()).isEqualTo(400);
        assertThat(fixture.upload("cv.pdf", RESUME, "reference", "x")
                        .json()
                        .get("message")
                        .asText())
                .isEqualTo("Invalid source fields");
        assertThat(fixture.upload("cv.pdf", RESUME, "source_key", SOURCE, "key", key, "tags", "a,b")
                        .status())
                .isEqualTo(400);
        assertThat(fixture.upload("cv.pdf", RESUME, "source_key", SOURCE, "key", "0".repeat(40))
                        .json()
                        .get("message")
                        .asText())
                .endsWith("Unable to find object: profile");
        assertThat(fixture.client
                        .send(
                                "POST",
                                "/profile/parsing/file",
                                "application/json",
                                "{}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(fixture.read("ref-1").get("attachments")).isEmpty();
    }

    @Test
    void carelessUploadsAreNoted() {
        upload("cv.pdf", RESUME);
        upload("cv.pdf", RESUME);
        upload("cv.docx", SimulatedFiles.resume(2));
        fixture.upload("cv.pdf", RESUME, "source_key", SOURCE, "reference", "new", "email", "x");

        assertThat(String.join("\n", fixture.violations()))
                .contains("the same file again")
                .contains("name does not tell its content")
                .contains("unknown part email")
                .contains("no profile_content_type");
    }

    @Test
    void tagsAreTakenFromTheForm() {
        fixture.upload(
                "cv.pdf",
                RESUME,
                "source_key",
                SOURCE,
                "reference",
                "new",
                "tags",
                "[{\"name\":\"n\",\"value\":\"v\"}]");

        assertThat(fixture.read("new").at("/tags/0/value").asText()).isEqualTo("v");
    }

    private Client.Answer upload(String file, byte[] content) {
        return fixture.upload(
                file,
                content,
                "source_key",
                SOURCE,
                "reference",
                "ref-1",
                "key",
                fixture.hrflow.find(SOURCE, "ref-1").orElseThrow().get("key").asText(),
                "profile_content_type",
                "application/pdf");
    }
}
