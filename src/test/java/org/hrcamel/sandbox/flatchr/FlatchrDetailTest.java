package org.hrcamel.sandbox.flatchr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.hrcamel.sandbox.RawHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatchrDetailTest {

    private final FlatchrAccount account = new FlatchrAccount();

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void theDetailHasEpochSecondsOutsideAndIsoDatesInside() {
        JsonNode detail = account.detail(2, 0);

        assertThat(detail.path("created_at").asLong()).isEqualTo(1704237300);
        assertThat(detail.path("candidate").path("created_at").asText()).isEqualTo("2024-01-02T23:15:00.000Z");
        assertThat(detail.path("applies").get(0).path("created_at").asText()).endsWith("Z");
        assertThat(account.violations()).isEmpty();
    }

    @Test
    void theDetailNamesTheCandidateAndTheEncodedVacancy() {
        JsonNode detail = account.detail(0, 0);

        assertThat(detail.path("candidate").path("id").asText())
                .isEqualTo(account.flatchr.reference(account.people.get(0)));
        assertThat(detail.path("vacancy_id").asText()).matches("[A-Za-z0-9]{16}");
        assertThat(detail.path("vacancy").path("vacancy_id").asInt()).isEqualTo(2400);
        assertThat(detail.path("candidate").path("urls").path("linkedin").asText())
                .contains("linkedin");
    }

    @Test
    void consentIsABooleanOrAList() {
        assertThat(account.detail(0, 0).path("candidate").path("consent").isBoolean())
                .isTrue();
        assertThat(account.detail(3, 0)
                        .path("candidate")
                        .path("consent")
                        .path(0)
                        .path("candidate_id")
                        .asText())
                .isEqualTo(account.flatchr.reference(account.people.get(3)));
    }

    @Test
    void someoneWithoutCvHasNoStorageKeyInOneOfThreeWays() {
        assertThat(account.detail(2, 0).path("candidate").has("aws")).isFalse();
        assertThat(account.detail(5, 0).path("candidate").path("aws").isNull()).isTrue();
        assertThat(account.detail(7, 0)
                        .path("candidate")
                        .path("aws")
                        .path("key")
                        .isNull())
                .isTrue();
    }

    @Test
    void someColumnsAndVacanciesAreNotListed() {
        JsonNode detail = account.detail(10, 0);
        JsonNode columns = account.get("/columns").json();
        JsonNode vacancies = account.get("/vacancies?fields=address,tags").json();

        assertThat(columns).isNotEmpty().noneMatch(column -> column.path("id").equals(detail.path("column_id")));
        assertThat(vacancies)
                .isNotEmpty()
                .noneMatch(vacancy -> vacancy.path("id").equals(detail.path("vacancy_id")));
        assertThat(columns).extracting(column -> column.path("title").asText()).contains("Recruté");
        assertThat(vacancies.get(0).path("vacancy_id").isInt()).isTrue();
        assertThat(account.violations()).isEmpty();
    }

    @Test
    void titlesOfColumnsAndVacanciesAreNotUnique() {
        assertThat(account.get("/columns").json())
                .filteredOn(column -> column.path("title").asText().equals("Entretien RH"))
                .hasSize(2);
        assertThat(account.get("/vacancies").json())
                .filteredOn(vacancy -> vacancy.path("title").asText().equals("Software Engineer"))
                .hasSize(2);
    }

    @Test
    void vacanciesMayBeAskedForByStatus() {
        assertThat(account.get("/vacancies?status=0").json()).hasSize(1);
        assertThat(account.get("/vacancies?page=2").json()).hasSize(6);
        assertThat(account.violations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?fields=", "?fields=vacancy,aws"})
    void otherFieldsBringNoCandidateAndAreNoted(String query) {
        String id = account.flatchr.applicant(account.people.get(0), 0);

        JsonNode detail = account.get("/applicant/" + id + query).json();

        assertThat(detail.has("candidate")).isFalse();
        assertThat(account.violations()).hasSize(1);
    }

    @Test
    void consentComesOnlyWhenAskedFor() {
        String id = account.flatchr.applicant(account.people.get(0), 0);

        JsonNode detail = account.get("/applicant/" + id + "?fields=candidate").json();

        assertThat(detail.path("candidate").has("consent")).isFalse();
        assertThat(detail.path("vacancy")).isEmpty();
    }

    @Test
    void anUnknownApplicantIsNotFound() {
        Answer answer = account.get("/applicant/V41QG9eja5pK6Xev" + FlatchrAccount.FIELDS);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("statusCode").asInt()).isEqualTo(404);
        assertThat(account.violations()).isEmpty();
    }

    @Test
    void anIdOfAnotherSpaceIsNotFoundAndNoted() {
        String candidate = account.flatchr.reference(account.people.get(0));

        assertThat(account.get("/applicant/" + candidate + FlatchrAccount.FIELDS)
                        .status())
                .isEqualTo(404);
        assertThat(account.get("/applicant/2403" + FlatchrAccount.FIELDS).status())
                .isEqualTo(404);
        assertThat(account.violations()).hasSize(2);
    }

    @Test
    void nobodyHasADetailWhenTheRouteIsSwitchedOff() {
        account.flatchr.detailMissing(true);
        String id = account.flatchr.applicant(account.people.get(0), 0);

        assertThat(account.get("/applicant/" + id + FlatchrAccount.FIELDS).status())
                .isEqualTo(404);
        assertThat(account.get("/columns").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/applicant/", "/vacancy/Vq5r6pYxam9AmMvP/applicant/"})
    void aPutIsNotedAndMovesTheUpdateTime(String path) {
        String id = account.flatchr.applicant(account.people.get(0), 0);

        Answer answer = account.http.send(
                "PUT", account.company(path + id), "{\"column_id\":1313}", "Authorization", FlatchrAccount.BEARER);

        assertThat(answer.json().path("candidate").has("cv")).isFalse();
        assertThat(account.detail(0, 0).path("updated_at").asLong()).isEqualTo(account.clock.now.getEpochSecond());
        assertThat(account.detail(0, 0).path("column_id").asInt()).isEqualTo(1313);
        assertThat(account.violations()).hasSize(1);
    }

    @Test
    void theKeyIsABearerToken() {
        String columns = account.company("/columns");

        assertThat(account.http
                        .get(columns, "Authorization", FlatchrAccount.BEARER)
                        .status())
                .isEqualTo(200);
        Answer expired = account.http.get(columns, "Authorization", "Bearer expired");

        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.json().path("error").asText()).isEqualTo("Unauthorized");
        assertThat(account.violations()).isEmpty();
    }

    @Test
    void aMissingOrMisshapenKeyIsRefusedAndNoted() {
        String columns = account.company("/columns");

        assertThat(account.http.get(columns).status()).isEqualTo(401);
        assertThat(account.http
                        .get(columns, "Authorization", SimulatedFlatchr.API_KEY)
                        .status())
                .isEqualTo(401);
        assertThat(account.http
                        .get(columns + "?api_key=" + SimulatedFlatchr.API_KEY)
                        .status())
                .isEqualTo(401);
        // the last one is noted as obsolete and as no key
        assertThat(account.violations()).hasSize(4).noneMatch(line -> line.contains(SimulatedFlatchr.API_KEY));
    }

    @Test
    void theTokenInTheQueryWorksButIsNoted() {
        assertThat(account.http
                        .get(account.company("/columns?token=" + SimulatedFlatchr.API_KEY))
                        .status())
                .isEqualTo(200);
        assertThat(account.violations()).hasSize(1);
    }

    @Test
    void anotherCompanyIsForbidden() {
        Answer answer = account.http.get(
                account.url("/company/AAAAAAAAAAAAAAAA/columns"), "Authorization", FlatchrAccount.BEARER);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("statusCode").asInt()).isEqualTo(403);
        assertThat(account.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//columns", "/columns/", "/members", "/applicant/1/comments"})
    void anUnknownPathIsNotFoundAndNoted(String path) {
        assertThat(account.get(path).status()).isEqualTo(404);
        assertThat(account.violations()).hasSize(1);
    }

    @Test
    void aBaseUrlWithATrailingSlashIsNotFoundAndNoted() {
        String doubled = account.url("//company/" + SimulatedFlatchr.COMPANY_ID + "/columns");

        assertThat(account.http
                        .get(doubled, "Authorization", FlatchrAccount.BEARER)
                        .status())
                .isEqualTo(404);
        assertThat(account.violations()).hasSize(1);
    }

    @Test
    void anEditedApplicantShowsInItsDetail() {
        String id = account.flatchr.applicant(account.people.get(1), 0);

        account.flatchr.editApplicant(id, applicant -> applicant.put("score", 9));

        assertThat(account.detail(1, 0).path("score").asInt()).isEqualTo(9);
        assertThat(account.detail(1, 0).path("updated_at").asLong())
                .isEqualTo(account.clock.now.getEpochSecond())
                .isNotEqualTo(account.detail(1, 1).path("updated_at").asLong());
    }
}
