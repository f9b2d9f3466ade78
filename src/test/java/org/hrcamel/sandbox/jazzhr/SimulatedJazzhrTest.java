package org.hrcamel.sandbox.jazzhr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hrcamel.sandbox.EmptyForm;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.RawHttp;
import org.hrcamel.sandbox.RawHttp.Answer;
import org.hrcamel.sandbox.SandboxServer;
import org.hrcamel.sandbox.SimulatedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedJazzhrTest {

    private static final String KEY = "?apikey=" + SimulatedJazzhr.API_KEY;

    private final List<Person> people = Population.of(12);
    private final SimulatedJazzhr jazzhr =
            new SimulatedJazzhr(people, Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC));
    private final SandboxServer server = new SandboxServer(0, Duration.ZERO, List.of(jazzhr, new SimulatedFiles()));
    private final RawHttp http = new RawHttp();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theKeyInTheQueryIsAccepted() {
        Answer answer = http.get(url("/applicants/page/1") + KEY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("application/json");
        assertCareful();
    }

    @Test
    void anUnknownKeyIsRefusedWithoutBlame() {
        Answer answer = http.get(url("/applicants/page/1") + "?apikey=expired");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asText()).contains("key");
        assertCareful();
    }

    @Test
    void aRefusedKeyIsForbiddenWhenSwitchedSo() {
        jazzhr.refuseWithForbidden(true);

        assertThat(http.get(url("/applicants") + "?apikey=expired").status()).isEqualTo(403);
    }

    @Test
    void aKeyInAHeaderOnlyIsRefusedAndNoted() {
        Answer answer = http.get(url("/applicants"), "Authorization", "Basic " + SimulatedJazzhr.API_KEY);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(server.ledger().violations()).hasSize(2);
    }

    @Test
    void aHeaderBesideTheKeyIsIgnoredButNoted() {
        Answer answer = http.get(url("/applicants") + KEY, "Authorization", "OAuth " + SimulatedJazzhr.API_KEY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(server.ledger().violations()).hasSize(1);
    }

    @Test
    void violationsDoNotTellTheKey() {
        http.get(url("/applicants") + KEY + "&city=Paris");

        assertThat(server.ledger().violations()).hasSize(1).noneMatch(line -> line.contains(SimulatedJazzhr.API_KEY));
    }

    @Test
    void collectionsOfOneAreBareObjectsAndOthersAreLists() {
        JsonNode one = detail(0);
        JsonNode two = detail(1);
        JsonNode none = detail(7);
        JsonNode talkative = detail(10);

        assertThat(one.path("jobs").path("job_title").asText()).isEqualTo("Software Engineer");
        assertThat(one.path("categories").path("name").asText()).isEqualTo("Talent pool");
        assertThat(one.path("comments").isArray()).isTrue();
        assertThat(two.path("jobs")).hasSize(2);
        assertThat(none.path("jobs").isArray()).isTrue();
        assertThat(none.path("jobs")).isEmpty();
        assertThat(talkative.path("messages").isObject()).isTrue();
        assertThat(talkative.path("questionnaire")).hasSize(2);
    }

    @Test
    void scalarsAreTextOrNullAndRatingMayBeFalse() {
        JsonNode applicant = detail(0);

        assertThat(applicant.propertyStream().filter(field -> field.getValue().isValueNode()))
                .filteredOn(field -> !field.getKey().equals("rating"))
                .allMatch(field ->
                        field.getValue().isTextual() || field.getValue().isNull());
        assertThat(applicant.path("rating").isBoolean()).isTrue();
        assertThat(detail(1).path("rating").asText()).isEqualTo("2");
        assertThat(applicant.path("eeo_race").isNull()).isTrue();
    }

    @Test
    void placeholdersStandForMissingValues() {
        assertThat(detail(2).path("location").asText()).startsWith("(No City Provided)");
        assertThat(detail(2).path("address").asText()).isEqualTo("Unavailable");
        assertThat(detail(6).path("first_name").asText()).startsWith("\"").endsWith("\"");
        assertThat(detail(8).path("over_18").asText()).isEqualTo("No Answer");
        assertThat(detail(9).path("email").asText("absent")).isEmpty();
        assertThat(detail(7).path("phone").isNull()).isTrue();
        assertThat(detail(11).path("apply_date").asText()).isEqualTo("0000-00-00");
    }

    @Test
    void theResumeLinkLeadsToTheFile() {
        Answer file = http.get(detail(0).path("resume_link").asText());

        assertThat(file.header("content-type")).isEqualTo("application/pdf");
        assertThat(file.response().body()).isEqualTo(SimulatedFiles.resume(0));
        assertCareful();
    }

    @Test
    void aResumeLinkMayLeadToASignInPageOrNowhere() {
        Answer page = http.get(detail(3).path("resume_link").asText());
        Answer gone = http.get(detail(4).path("resume_link").asText());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(detail(3).path("resume_body").asText())
                .contains(people.get(3).lastName());
        assertCareful();
    }

    @Test
    void theKeySentToTheWebApplicationIsNoted() {
        String link = detail(3).path("resume_link").asText();

        http.get(link + "&apikey=" + SimulatedJazzhr.API_KEY);

        assertThat(server.ledger().violations()).hasSize(1);
    }

    @Test
    void someoneWithoutResumeHasNoLinkInOneOfThreeWays() {
        assertThat(detail(2).has("resume_link")).isFalse();
        assertThat(detail(5).path("resume_link").isNull()).isTrue();
        assertThat(detail(8).path("resume_link").asText("absent")).isEmpty();
    }

    @Test
    void filesOfAnApplicantAreListed() {
        String with = "/files/applicant_id/" + jazzhr.reference(people.get(0)) + "/page/1";
        String without = "/files/applicant_id/" + jazzhr.reference(people.get(2)) + "/page/1";

        JsonNode file = http.get(url(with) + KEY).json();

        assertThat(http.get(file.path("file_url").asText()).status()).isEqualTo(200);
        assertThat(http.get(url(without) + KEY).text()).isEqualTo("[]");
        assertCareful();
    }

    @Test
    void anUnknownApplicantIsNotFound() {
        Answer answer = http.get(url("/applicants/prospect_1") + KEY);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().has("error")).isTrue();
    }

    @Test
    void anUnknownApplicantIsEmptyWhenSwitchedSo() {
        jazzhr.unknownApplicantAsEmpty(true);
        Answer list = http.get(url("/applicants/prospect_1") + KEY);
        jazzhr.emptyForm(EmptyForm.NULL);
        Answer nothing = http.get(url("/applicants/prospect_1") + KEY);

        assertThat(list.text()).isEqualTo("[]");
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.text()).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void writesDoNotExistAndAreNoted(String method) {
        String id = jazzhr.reference(people.get(0));

        Answer answer = http.send(method, url("/applicants/" + id) + KEY, "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(server.ledger().violations()).hasSize(1);
        assertThat(detail(0).path("id").asText()).isEqualTo(id);
    }

    @Test
    void anEditShowsInDetailAndList() {
        String id = jazzhr.reference(people.get(0));

        jazzhr.edit(id, applicant -> applicant.put("phone", "+1 555 1"));

        assertThat(detail(0).path("phone").asText()).isEqualTo("+1 555 1");
        assertThat(http.get(url("/applicants") + KEY)
                        .json()
                        .get(0)
                        .path("prospect_phone")
                        .asText())
                .isEqualTo("+1 555 1");
    }

    @Test
    void aViewChangesTheActivitiesOnly() {
        var before = detail(0).deepCopy();

        jazzhr.view(jazzhr.reference(people.get(0)));
        JsonNode after = detail(0);

        assertThat(after.path("activities").get(1).path("time").asText()).isEqualTo("05:06:07");
        assertThat(without(after)).isEqualTo(without(before));
    }

    @Test
    void aRemovedApplicantIsGoneFromDetailAndList() {
        String id = jazzhr.reference(people.get(0));

        jazzhr.remove(id);

        assertThat(http.get(url("/applicants/" + id) + KEY).status()).isEqualTo(404);
        assertThat(http.get(url("/applicants") + KEY).text()).doesNotContain(id);
        assertThatThrownBy(() -> jazzhr.remove(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theKeyOfTheSettingsOpensTheApi() {
        var settings = jazzhr.settings(server.root());

        assertThat(settings)
                .containsEntry("connector.jazzhr.base-url", server.root() + "/jazzhr/v1")
                .containsEntry(
                        "workflow.jazzhr-update-profiles-in-hrflow.connector_auth.api_key", SimulatedJazzhr.API_KEY);
    }

    private static JsonNode without(JsonNode detail) {
        ObjectNode rest = detail.deepCopy();
        rest.remove("activities");
        return rest;
    }

    private JsonNode detail(int index) {
        return http.get(url("/applicants/" + jazzhr.reference(people.get(index))) + KEY)
                .json();
    }

    private String url(String path) {
        return jazzhr.settings(server.root()).get("connector.jazzhr.base-url") + path;
    }

    private void assertCareful() {
        assertThat(server.ledger().violations()).isEmpty();
    }
}
