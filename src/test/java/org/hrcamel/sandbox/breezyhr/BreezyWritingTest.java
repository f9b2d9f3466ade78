package org.hrcamel.sandbox.breezyhr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.sandbox.breezyhr.BreezyTesting.MAIN;
import static org.hrcamel.sandbox.breezyhr.BreezyTesting.errorType;
import static org.hrcamel.sandbox.breezyhr.BreezyTesting.json;
import static org.hrcamel.sandbox.breezyhr.BreezyTesting.person;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hrcamel.sandbox.SimulatedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreezyWritingTest {

    private final BreezyTesting testing = new BreezyTesting(12);

    @AfterEach
    void close() {
        testing.close();
    }

    @Test
    void anUpdateTouchesOnlyItsKeysAndMovesTheUpdateDate() {
        JsonNode before = testing.breezy.candidate(testing.id(0));

        HttpResponse<String> answer = testing.put(
                testing.candidate(0),
                "{\"headline\":\"Pilot\",\"source\":\"LinkedIn\",\"tags\":[\"imported\",\"team-0\",\"java\"],"
                        + "\"social_profiles\":{\"linkedin\":\"https://www.linkedin.com/in/x\"}}");

        JsonNode after = json(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(after.path("headline").asText()).isEqualTo("Pilot");
        assertThat(after.path("phone_number")).isEqualTo(before.path("phone_number"));
        assertThat(after.path("source")).isEqualTo(before.path("source"));
        assertThat(after.path("tags")).hasSize(3);
        assertThat(after.path("social_profiles").get(0).path("url").asText()).endsWith("/in/x");
        assertThat(after.path("updated_date").asText()).isEqualTo("2026-11-23T08:00:00.000Z");
        assertThat(testing.violations()).isEmpty();
    }

    @Test
    void aSourceThatIsLeftOutIsResetUnlessToldOtherwise() {
        testing.put(testing.candidate(0), "{\"headline\":\"Pilot\"}");
        assertThat(testing.breezy
                        .candidate(testing.id(0))
                        .path("source")
                        .path("name")
                        .asText())
                .isEqualTo("Breezy API");
        assertThat(testing.violations()).singleElement().asString().contains("source left out");

        testing.breezy.resetsSource(false);
        testing.put(testing.candidate(1), "{\"headline\":\"Pilot\"}");
        assertThat(testing.breezy
                        .candidate(testing.id(1))
                        .path("source")
                        .path("name")
                        .asText())
                .isEqualTo("LinkedIn");
    }

    @Test
    void keysThatAreNotAcceptedAreIgnoredAndNoted() {
        HttpResponse<String> answer = testing.put(
                testing.candidate(0),
                "{\"source\":\"LinkedIn\",\"headline\":\"Pilot\",\"resume\":\"https://x\",\"education\":[]}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(testing.violations()).hasSize(2).allMatch(violation -> violation.contains("silently ignored"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"source\":\"LinkedIn\",\"headline\":\"Pilot\",\"summary\":null}",
                "{\"source\":\"LinkedIn\",\"headline\":\"Pilot\",\"social_profiles\":[]}",
                "{\"source\":\"LinkedIn\",\"headline\":\"Pilot\",\"social_profiles\":{\"myspace\":\"https://x\"}}"
            })
    void oddValuesAreToleratedOrRefusedButAlwaysNoted(String body) {
        assertThat(testing.put(testing.candidate(1), body).statusCode()).isEqualTo(200);
        assertThat(testing.violations()).hasSize(1);

        testing.breezy.refusesOddValues(true);
        assertThat(testing.put(testing.candidate(2), body).statusCode()).isEqualTo(400);
        assertThat(testing.breezy.candidate(testing.id(2)).path("headline").isNull())
                .isTrue();
    }

    @Test
    void aNetworkOfTheKnownOnesMayBeUnsupportedWithoutBlame() {
        testing.breezy.refusesOddValues(true).supportedNetworks("linkedin");

        HttpResponse<String> answer = testing.put(
                testing.candidate(0),
                "{\"source\":\"LinkedIn\",\"social_profiles\":{\"github\":\"https://github.com/x\"}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(testing.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "nonsense", "{\"tags\":\"java\"}", "{\"tags\":[1]}", "{\"headline\":5}"})
    void bodiesOfTheWrongKindAreRefused(String body) {
        assertThat(testing.put(testing.candidate(0), body).statusCode()).isEqualTo(400);
        assertThat(testing.violations()).hasSize(1);
    }

    @Test
    void droppedTagsEmptyTextsAndIdleUpdatesAreNoted() {
        testing.put(testing.candidate(0), "{\"source\":\"LinkedIn\",\"tags\":[\"java\"]}");
        testing.put(testing.candidate(1), "{\"source\":\"LinkedIn\",\"phone_number\":\"\"}");
        testing.put(testing.candidate(2), "{\"source\":\"LinkedIn\"}");

        assertThat(testing.violations()).hasSize(3);
        assertThat(testing.breezy.candidate(testing.id(0)).path("tags")).hasSize(1);
    }

    @Test
    void aWriteOnTheWrongPositionIsAFailedPrecondition() {
        String second = testing.breezy.secondReference(person(1)).orElseThrow();

        assertThat(testing.put(MAIN + "/candidate/" + second, "{}").statusCode())
                .isEqualTo(412);
    }

    @Test
    void anEducationIsAddedAndASecondTimeNoted() {
        String entry = "{\"school_name\":\"MIT\",\"field_of_study\":\"CS\",\"start_year\":2008,\"end_year\":2012}";

        HttpResponse<String> answer = testing.put(testing.candidate(10) + "/education", entry);
        List<String> first = testing.violations();
        testing.put(testing.candidate(10) + "/education", entry);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("education")).hasSize(1);
        assertThat(first).isEmpty();
        assertThat(testing.breezy.candidate(testing.id(10)).path("education")).hasSize(2);
        assertThat(testing.violations()).singleElement().asString().contains("identical entry");
    }

    @Test
    void aWorkHistoryEntryIsReadBackWithDates() {
        HttpResponse<String> answer = testing.put(
                testing.candidate(8) + "/work-history",
                "{\"company_name\":\"Widget Corp\",\"title\":\"Maker\",\"start_month\":1,\"start_year\":2015}");

        JsonNode entry = json(answer).path("work_history").get(0);
        assertThat(entry.path("start_date").path("month").asInt()).isEqualTo(1);
        assertThat(entry.path("is_current").asBoolean()).isTrue();
        assertThat(entry.has("end_date")).isFalse();
        assertThat(testing.violations()).isEmpty();
    }

    @Test
    void anEntryThatIsAlreadyThereIsNotedAlthoughItsSummaryIsLeftOut() {
        testing.put(
                testing.candidate(0) + "/work-history",
                "{\"company_name\":\"Acme & Sons\",\"title\":\"Product Designer\",\"start_month\":1,\"start_year\":2012,"
                        + "\"end_month\":12,\"end_year\":2014}");

        assertThat(testing.violations()).singleElement().asString().contains("identical entry");
    }

    @Test
    void entriesOfTheSameNameMayReplaceEachOther() {
        testing.breezy.upsertsEntries(true);
        testing.put(testing.candidate(10) + "/education", "{\"school_name\":\"MIT\"}");
        testing.put(testing.candidate(10) + "/education", "{\"school_name\":\"MIT\",\"field_of_study\":\"CS\"}");

        assertThat(testing.breezy.candidate(testing.id(10)).path("education"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.path("field_of_study").asText()).isEqualTo("CS"));
    }

    @Test
    void entriesWithoutANameOrWithBadNumbersAreRefused() {
        assertThat(testing.put(testing.candidate(0) + "/education", "{\"field_of_study\":\"CS\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(testing.put(testing.candidate(0) + "/work-history", "{\"company_name\":\" \"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(testing.put(testing.candidate(0) + "/work-history", "{\"company_name\":\"A\",\"start_month\":13}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(testing.put(testing.candidate(0) + "/education", "{\"school_name\":\"A\",\"start_year\":\"2008\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(testing.violations()).hasSize(4);

        testing.put(testing.candidate(0) + "/education", "{\"school_name\":\"A\",\"start_year\":2008,\"end_year\":11}");
        assertThat(testing.violations()).hasSize(6);
    }

    @Test
    void anUploadedResumeIsStoredUnderItsName() {
        HttpResponse<String> answer = testing.upload(3, "file", "Łukasz \\\"cv\\\".pdf", "%PDF-1.4\r\n\r\n--new");

        JsonNode resume = json(testing.get(testing.candidate(3))).path("resume");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(resume.path("file_name").asText()).isEqualTo("Łukasz \"cv\".pdf");
        assertThat(resume.path("url").asText())
                .isEqualTo(testing.server.root() + "/breezyhr/v3" + testing.candidate(3) + "/resume");
        assertThat(testing.breezy.resume(testing.id(3)))
                .hasValueSatisfying(bytes ->
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("%PDF-1.4\r\n\r\n--new"));
        assertThat(testing.violations()).isEmpty();
    }

    @Test
    void identicalWrongAndEmptyUploadsAreNoted() {
        testing.upload(0, "file", "cv.pdf", new String(SimulatedFiles.resume(0), StandardCharsets.UTF_8));
        assertThat(testing.violations()).singleElement().asString().contains("identical resume");

        assertThat(errorType(testing.upload(1, "data", "cv.pdf", "%PDF"))).isEqualTo("uploadResumeError");
        assertThat(testing.upload(1, "file", "cv.pdf", "").statusCode()).isEqualTo(400);
        assertThat(testing.upload(1, "file", "cv.pdf", "plain text").statusCode())
                .isEqualTo(204);
        assertThat(testing.violations()).hasSize(4);
    }

    @Test
    void theUploadFieldCanHaveTheOtherName() {
        testing.breezy.resumeField("data");

        assertThat(testing.upload(1, "file", "cv.pdf", "%PDF").statusCode()).isEqualTo(400);
        assertThat(testing.upload(1, "data", "cv.pdf", "%PDF").statusCode()).isEqualTo(204);
        assertThat(testing.violations()).isEmpty();
    }

    @Test
    void aResumeIsDownloadedWithTheTokenOrFromAForeignHost() {
        HttpResponse<String> direct = testing.get(testing.candidate(0) + "/resume");
        testing.breezy.redirectsResumes(true);
        HttpResponse<String> redirect = testing.get(testing.candidate(0) + "/resume");

        assertThat(direct.body()).contains("resume of candidate 0 ");
        assertThat(testing.get(null, testing.candidate(0) + "/resume").statusCode())
                .isEqualTo(400);
        assertThat(testing.get(testing.candidate(1) + "/resume").statusCode()).isEqualTo(404);
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().firstValue("Location").orElse("")).endsWith(SimulatedFiles.path(person(0)));
    }
}
