package org.hrcamel.connector.flatchr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hrcamel.connector.OriginContractTest;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.sandbox.flatchr.SimulatedFlatchr;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.ItemFailure;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatchrOriginTest extends OriginContractTest {

    private static final String WORKFLOW = "flatchr-update-profiles-in-hrflow";
    private static final String COMPANY = "/company/" + SimulatedFlatchr.COMPANY_ID;
    private static final String DETAIL = "GET " + COMPANY + "/applicant/";

    @Override
    protected Subject subject() {
        return new Subject(
                WORKFLOW, "flatchr", 4, "POST " + COMPANY + "/search/applicants", DETAIL, "connector_auth.api_key");
    }

    @Override
    protected void prepare(WorkflowHarness harness) {
        // A person a day: four days are four people.
        harness.withSetting("connector.flatchr.earliest", "2024-01-01")
                .withSetting("connector.flatchr.slice-days", "4")
                .with("pull_parameters.end", "03/01/24");
    }

    private WorkflowHarness harness(int people) {
        WorkflowHarness harness = new WorkflowHarness(WORKFLOW, people);
        prepare(harness);
        return harness;
    }

    private static WorkflowHarness byApplicant(WorkflowHarness harness) {
        return harness.withSetting("connector.flatchr.reference", "applicant");
    }

    private static String applicant(WorkflowHarness harness, int person, int which) {
        return harness.sandbox().flatchr().applicant(Population.person(person), which);
    }

    private static JsonNode profile(WorkflowHarness harness, int person) {
        return harness.profile("flatchr", harness.sandbox().flatchr().reference(Population.person(person)))
                .orElseThrow();
    }

    private static String tag(JsonNode profile, String name) {
        for (JsonNode tag : profile.path("tags")) {
            if (tag.path("name").asText().equals(name)) {
                return tag.path("value").asText();
            }
        }
        return null;
    }

    private static List<String> searches(WorkflowHarness harness) {
        return harness.ledger().entries("flatchr").stream()
                .filter(entry -> entry.line().startsWith("POST"))
                .map(entry -> entry.body())
                .toList();
    }

    @Test
    void sendsEveryPullParameterInTheVendorsFormWithTheDaysWidenedByOne() {
        try (WorkflowHarness harness = harness(3)
                .with("pull_parameters.firstname", "Ana")
                .with("pull_parameters.lastname", "Example")
                .with("pull_parameters.email", "a@example.com")
                .with("pull_parameters.hired", "true")
                .with("pull_parameters.column", "Recruté")
                .with("pull_parameters.vacancy", "Vq5r6pYxam9AmMvP")
                .with("pull_parameters.start", "02/01/24")
                .with("pull_parameters.end", "02/03/24")
                .withSetting("connector.flatchr.search-body", "{\"status\":1}")) {
            harness.run();
            assertThat(searches(harness))
                    .containsExactly("{\"status\":1,\"firstname\":\"Ana\",\"lastname\":\"Example\","
                            + "\"email\":\"a@example.com\",\"hired\":true,\"column\":\"Recruté\","
                            + "\"vacancy\":\"Vq5r6pYxam9AmMvP\",\"start\":\"01/31/24\",\"end\":\"02/04/24\"}");
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void tellsTheSearchWhoWasHiredAsTextWhenSetSo() {
        try (WorkflowHarness harness = harness(10)
                .with("pull_parameters.hired", "true")
                .with("pull_parameters.start", "01/01/24")
                .with("pull_parameters.end", "01/31/24")
                .withSetting("connector.flatchr.hired-form", "text")) {
            RunResult result = harness.run();
            assertThat(searches(harness)).isNotEmpty().allMatch(body -> body.startsWith("{\"hired\":\"true\","));
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void readsFromTheEarliestDayToTodayInSlicesOfAMonth() {
        try (WorkflowHarness harness = new WorkflowHarness(WORKFLOW, 0).with("pull_parameters.end", "03/03/15")) {
            harness.run();
            assertThat(searches(harness))
                    .containsExactly(
                            "{\"start\":\"12/31/14\",\"end\":\"02/01/15\"}",
                            "{\"start\":\"01/31/15\",\"end\":\"03/04/15\"}");
        }
    }

    @Test
    void leavesOutWhatWasCreatedBeforeTheEarliestDayAlthoughADayMoreIsAskedFor() {
        try (WorkflowHarness harness = harness(4).withSetting("connector.flatchr.earliest", "2024-01-03")) {
            RunResult result = harness.run();
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(3);
            // The first one is of the 2nd, the second one of the 5th.
            assertThat(tag(profile(harness, 1), "applicant_id")).isEqualTo(applicant(harness, 1, 1));
        }
    }

    @Test
    void makesOneProfileOfAllApplicationsOfAPerson() {
        try (WorkflowHarness harness = harness(5)) {
            RunResult result = harness.run();
            JsonNode profile = profile(harness, 1);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(5);
            assertThat(tag(profile, "applicant_id"))
                    .isEqualTo(applicant(harness, 1, 1) + ", " + applicant(harness, 1, 0));
            assertThat(tag(profile, "vacancy")).isEqualTo("Infirmier H/F, Product Designer");
            assertThat(tag(profile, "vacancy_id")).isEqualTo("2402, 2401");
            // The older application is active, the newer one archived.
            assertThat(tag(profile(harness, 4), "status")).isEqualTo("archived");
        }
    }

    @Test
    void makesOneItemOfEachApplicationWhenProfilesCarryApplicantIds() {
        try (WorkflowHarness harness = byApplicant(harness(5))) {
            RunResult result = harness.run();
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(7);
            assertThat(result.failures())
                    .extracting(ItemFailure::reference)
                    .contains(applicant(harness, 1, 0), applicant(harness, 1, 1));
        }
    }

    @Test
    void failsEveryItemWhenNoCandidateIdCanBeKnown() {
        try (WorkflowHarness harness = harness(5)) {
            harness.sandbox().flatchr().detailMissing(true);
            RunResult result = harness.run();
            assertThat(result.reason()).isEqualTo(Reason.READ_FAILURE);
            assertThat(count(result, Event.READ_FAILURE)).isEqualTo(7);
            assertThat(result.failures()).allMatch(failure -> failure.reason().equals("detail_unavailable"));
            assertThat(harness.requests("hrflow", "PUT")).isZero();
        }
    }

    @Test
    void asksForNoMoreDetailsWhenTenWereNotFoundAndNoneFound() {
        try (WorkflowHarness harness = harness(12)) {
            harness.sandbox().flatchr().detailMissing(true);
            RunResult result = harness.run();
            assertThat(count(result, Event.READ_FAILURE)).isEqualTo(14);
            assertThat(harness.requests("flatchr", DETAIL)).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12})
    void deliversRowsWithoutCvWhenThereIsNoDetailAndProfilesCarryApplicantIds(int people) {
        try (WorkflowHarness harness = byApplicant(harness(people))) {
            harness.sandbox().flatchr().detailMissing(true);
            ObjectNode held = profile(harness, 0).deepCopy();
            held.put("reference", applicant(harness, 0, 0)).put("key", "a".repeat(40));
            harness.sandbox().hrflow().profile(Sandbox.sourceKey("flatchr"), held);
            RunResult result = harness.run();
            assertThat(count(result, Event.READ_FAILURE)).isZero();
            assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(tag(harness.profile("flatchr", applicant(harness, 0, 0)).orElseThrow(), "created_at"))
                    .isEqualTo("2024-01-01");
            assertThat(harness.requests("flatchr", "GET " + COMPANY + "/files")).isZero();
        }
    }

    @Test
    void countsAnApplicationAsGoneWhenOnlyItsOwnDetailIsNotFound() {
        try (WorkflowHarness harness = harness(4)) {
            harness.faults().answer(1, Faults.request("flatchr", DETAIL + applicant(harness, 0, 0)), Reply.empty(404));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_GONE)).isEqualTo(1);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(3);
        }
    }

    @Test
    void namesTheApplicantWhoseDetailFailed() {
        try (WorkflowHarness harness = harness(4)) {
            harness.faults()
                    .answer(100, Faults.request("flatchr", DETAIL + applicant(harness, 2, 0)), Reply.empty(500));
            RunResult result = harness.run();
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(3);
            assertThat(result.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.reference()).isEqualTo(applicant(harness, 2, 0));
                assertThat(failure.reason()).isEqualTo("server_error");
            });
        }
    }

    @Test
    void givesUpWhenTenDetailsInARowCannotBeHad() {
        try (WorkflowHarness harness = harness(20)) {
            harness.faults().answer(1000, Faults.request("flatchr", DETAIL), Reply.empty(503));
            RunResult result = harness.run();
            assertThat(result.reason()).isEqualTo(Reason.READ_FAILURE);
            assertThat(count(result, Event.READ_FAILURE)).isEqualTo(10);
        }
    }

    @Test
    void writesNothingOfAPersonWhenTheListingBreaksOff() {
        try (WorkflowHarness harness = harness(12)) {
            harness.faults()
                    .answer(100, request -> request.text().contains("\"start\":\"01/12/24\""), Reply.empty(502));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.FATAL);
            assertThat(harness.requests("hrflow", "PUT")).isZero();
        }
    }

    @Test
    void appliesTheFiltersAgainWhenTheVendorTakesOneMatchForEnough() {
        try (WorkflowHarness harness = harness(12)
                .with("pull_parameters.start", "01/01/24")
                .with("pull_parameters.email", "CANDIDATE1@example.com")) {
            harness.sandbox().flatchr().anyFilterMatches(true);
            assertThat(count(harness.run(), Event.READ_SUCCESS)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void filtersByHiredWhateverTheVendorGives(String hired) {
        try (WorkflowHarness harness = harness(10).with("pull_parameters.hired", hired)) {
            harness.sandbox().flatchr().anyFilterMatches(true);
            // One in ten was hired.
            assertThat(count(harness.run(), Event.READ_SUCCESS)).isEqualTo(hired.equals("true") ? 1 : 9);
        }
    }

    @Test
    void countsDaysInParisWithBothEndsIncluded() {
        // The third and the fifth applied a quarter of an hour after midnight in Paris.
        try (WorkflowHarness harness =
                harness(8).with("pull_parameters.start", "01/03/24").with("pull_parameters.end", "01/05/24")) {
            harness.run();
            assertThat(tag(profile(harness, 2), "created_at")).isEqualTo("2024-01-02T23:15:00Z");
            assertThat(tag(profile(harness, 4), "created_at")).isEqualTo("2024-01-04T23:15:00Z");
            assertThat(tag(profile(harness, 5), "created_at")).isNull();
        }
    }

    @Test
    void countsDaysInTheZoneThatIsSet() {
        try (WorkflowHarness harness = harness(8)
                .withSetting("connector.flatchr.time-zone", "UTC")
                .with("pull_parameters.start", "01/03/24")
                .with("pull_parameters.end", "01/03/24")) {
            // In UTC the third applied on the 2nd, the fourth on the 4th, and nobody on the 3rd.
            assertThat(count(harness.run(), Event.READ_SUCCESS)).isZero();
        }
    }

    @Test
    void findsTheApplicationsToAListedAndToAnUnlistedVacancy() {
        for (int person : new int[] {3, 10}) {
            try (WorkflowHarness harness = harness(12)) {
                String vacancy = person == 10 ? "unlisted" : "listed";
                harness.sandbox().flatchr().anyFilterMatches(true);
                harness.with("pull_parameters.vacancy", encodedVacancy(harness, person));
                RunResult result = harness.run();
                assertThat(tag(profile(harness, person), "applicant_id"))
                        .as(vacancy)
                        .isNotNull();
                // Nobody else but the tenth of twelve applied to that of the fourth.
                assertThat(count(result, Event.READ_SUCCESS)).as(vacancy).isEqualTo(person == 10 ? 1 : 2);
            }
        }
    }

    private String encodedVacancy(WorkflowHarness harness, int person) {
        String[] vacancy = new String[1];
        harness.sandbox()
                .flatchr()
                .editApplicant(
                        applicant(harness, person, 0),
                        applicant -> vacancy[0] = applicant.path("vacancy_id").asText());
        return vacancy[0];
    }

    @Test
    void goesOnWhenVacanciesCannotBeListed() {
        try (WorkflowHarness harness = harness(12)) {
            harness.with("pull_parameters.vacancy", encodedVacancy(harness, 3));
            harness.faults().answer(100, Faults.request("flatchr", "GET " + COMPANY + "/vacancies"), Reply.empty(500));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(2);
        }
    }

    @Test
    void readsVacanciesOnceForAllRows() {
        try (WorkflowHarness harness = harness(12)) {
            harness.with("pull_parameters.vacancy", encodedVacancy(harness, 3));
            harness.run();
            assertThat(harness.requests("flatchr", "GET " + COMPANY + "/vacancies"))
                    .isEqualTo(1);
        }
    }

    @Test
    void takesTitlesThatARowLacksFromTheListsOfColumnsAndVacancies() {
        try (WorkflowHarness harness = harness(1)) {
            harness.faults()
                    .spoil(
                            100,
                            Faults.request("flatchr", subject().listing()),
                            reply -> edited(
                                    reply,
                                    "\"(column|vacancy)\":\"[^\"]*\",\"vacancy_id\":2400|\"column\":\"[^\"]*\"",
                                    "\"x\":1"))
                    .spoil(
                            100,
                            Faults.request("flatchr", DETAIL),
                            reply -> edited(reply, "\"vacancy\":\\{[^}]*}", "\"vacancy\":{}"));
            harness.run();
            assertThat(tag(profile(harness, 0), "column")).isEqualTo("Nouveau");
            assertThat(tag(profile(harness, 0), "vacancy")).isEqualTo("Software Engineer");
            assertThat(tag(profile(harness, 0), "vacancy_id")).isEqualTo("2400");
        }
    }

    private static Reply edited(Reply reply, String pattern, String replacement) {
        String body = new String(reply.body(), StandardCharsets.UTF_8);
        return Reply.json(200, body.replaceAll(pattern, replacement));
    }

    @Test
    void asksForTheDetailOfAnApplicationOnceAlthoughSlicesOverlap() {
        try (WorkflowHarness harness = harness(8).withSetting("connector.flatchr.slice-days", "1")) {
            harness.run();
            assertThat(harness.requests("flatchr", DETAIL)).isEqualTo(10);
        }
    }

    @Test
    void sendsTheFieldsOfTheSearchOnlyWhenSet() {
        try (WorkflowHarness harness = harness(1).withSetting("connector.flatchr.search-fields", "candidate,vacancy")) {
            harness.run();
            assertThat(harness.requests("flatchr", subject().listing() + "?fields=candidate%2Cvacancy"))
                    .isPositive();
        }
    }

    @Test
    void halvesASliceThatMayHaveBeenCutOff() {
        try (WorkflowHarness harness = harness(12)
                .withSetting("connector.flatchr.slice-days", "40")
                .withSetting("connector.flatchr.slice-rows", "6")) {
            harness.sandbox().flatchr().rowCap(6);
            RunResult result = harness.run();
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(12);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliver", "skip"})
    void deliversOrSkipsArchivedApplications(String archived) {
        try (WorkflowHarness harness = harness(7).withSetting("connector.flatchr.archived", archived)) {
            RunResult result = harness.run();
            boolean skip = archived.equals("skip");
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(skip ? 6 : 7);
            assertThat(tag(profile(harness, 6), "status")).isEqualTo(skip ? null : "archived");
            assertThat(tag(profile(harness, 4), "status")).isEqualTo(skip ? "active" : "archived");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "{}", "\"\"", ""})
    void takesEveryFormOfNoRowsForNoRows(String body) {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().answer(100, Faults.request("flatchr", "POST"), Reply.json(200, body));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isZero();
        }
    }

    @Test
    void doesNotTakeSomethingElseThanRowsForNoRows() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().answer(100, Faults.request("flatchr", "POST"), Reply.json(200, "{\"message\":\"ok\"}"));
            RunResult result = harness.run();
            assertThat(result.reason()).isEqualTo(Reason.READ_FAILURE);
        }
    }

    @Test
    void countsARowWithoutApplicantAsGone() {
        try (WorkflowHarness harness = harness(1)) {
            harness.faults().answer(1, Faults.request("flatchr", "POST"), Reply.json(200, "[{\"applicant\":null},{}]"));
            assertThat(count(harness.run(), Event.READ_GONE)).isEqualTo(2);
        }
    }

    @Test
    void namesTheCompanySettingWhenTheCompanyIsNotTheKeys() {
        try (WorkflowHarness harness = harness(1).with("connector_auth.company_id", "AAAAAAAAAAAAAAAA")) {
            RunResult result = harness.run();
            assertThat(result.reason()).isEqualTo(Reason.BAD_ORIGIN_PARAMETERS);
            assertThat(result.message()).contains("connector_auth.company_id", "365 days");
        }
    }

    @Test
    void doublesNoSlashWhenTheAddressEndsInOne() {
        try (WorkflowHarness harness = harness(1)) {
            harness.withSetting(
                    "connector.flatchr.base-url", harness.sandbox().server().root() + "/flatchr/");
            assertThat(count(harness.run(), Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void fetchesOneCvASecondWhateverTheRateLimit() {
        try (WorkflowHarness harness = harness(2).with("parallelism", "16")) {
            for (int person = 0; person < 2; person++) {
                withoutResume(harness, person);
            }
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(harness.requests("flatchr", "GET " + COMPANY + "/files/expire"))
                    .isEqualTo(2);
            assertThat(harness.requests("hrflow", "POST /v1/profile/parsing/file"))
                    .isEqualTo(2);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void followsTheCvToAnotherHostWithoutTheKey() {
        try (WorkflowHarness harness = harness(1)) {
            harness.sandbox().flatchr().cvRedirect(true);
            withoutResume(harness, 0);
            harness.run();
            assertThat(harness.requests("files", "GET /resume/0.pdf")).isEqualTo(1);
            assertThat(harness.requests("hrflow", "POST /v1/profile/parsing/file"))
                    .isEqualTo(1);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void sendsTheKeyToTheCvRouteInTheQueryAlone() {
        try (WorkflowHarness harness = harness(1)) {
            withoutResume(harness, 0);
            harness.faults()
                    .answer(
                            1,
                            request -> request.rawPath().endsWith("/files/expire")
                                    && request.header("authorization").isPresent(),
                            Reply.empty(400));
            harness.run();
            // The presigned address is asked only when the route failed.
            assertThat(harness.requests("files", "GET")).isZero();
            assertThat(harness.requests("hrflow", "POST /v1/profile/parsing/file"))
                    .isEqualTo(1);
        }
    }

    @Test
    void takesThePresignedAddressWhenTheCvRouteGivesAPage() {
        try (WorkflowHarness harness = harness(4)) {
            withoutResume(harness, 3);
            harness.run();
            assertThat(harness.requests("files", "GET /resume/3.pdf")).isEqualTo(1);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "application/octet-stream", "binary/octet-stream"})
    void namesTheFileAndItsTypeWhenTheVendorTellsNoProperType(String type) {
        try (WorkflowHarness harness = harness(1)) {
            withoutResume(harness, 0);
            harness.faults()
                    .spoil(
                            1,
                            Faults.request("flatchr", "GET " + COMPANY + "/files/expire"),
                            reply -> Reply.of(200, type, reply.body()));
            harness.run();
            assertThat(harness.ledger().entries("hrflow"))
                    .filteredOn(entry -> entry.line().startsWith("POST /v1/profile/parsing/file"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.body())
                            .contains("filename=\"candidate-0.pdf\"", "Content-Type: application/pdf"));
        }
    }

    private static void withoutResume(WorkflowHarness harness, int person) {
        harness.sandbox()
                .hrflow()
                .edit(
                        Sandbox.sourceKey("flatchr"),
                        harness.sandbox().flatchr().reference(Population.person(person)),
                        profile -> profile.putArray("attachments"));
    }
}
