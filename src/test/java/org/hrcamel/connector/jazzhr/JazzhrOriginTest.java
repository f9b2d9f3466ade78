package org.hrcamel.connector.jazzhr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.hrcamel.connector.OriginContractTest;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.EmptyForm;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Ledger;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JazzhrOriginTest extends OriginContractTest {

    private static final String WORKFLOW = "jazzhr-update-profiles-in-hrflow";
    private static final String LIST = "GET /v1/applicants/page/";
    private static final String DETAIL = "GET /v1/applicants/prospect_";

    @Override
    protected Subject subject() {
        return new Subject(WORKFLOW, "jazzhr", 100, LIST, DETAIL, "connector_auth.api_key");
    }

    private static WorkflowHarness harness(int people) {
        return new WorkflowHarness(WORKFLOW, people);
    }

    private static String id(WorkflowHarness harness, int person) {
        return harness.sandbox().jazzhr().reference(Population.person(person));
    }

    private static String tag(JsonNode profile, String name) {
        for (JsonNode tag : profile.path("tags")) {
            if (tag.path("name").asText().equals(name)) {
                return tag.path("value").asText();
            }
        }
        return null;
    }

    private static List<String> lists(WorkflowHarness harness) {
        return harness.ledger().entries("jazzhr").stream()
                .map(Ledger.Entry::line)
                .filter(line -> line.contains("/page/"))
                .map(line -> line.substring("GET /v1/applicants".length(), line.indexOf('?')))
                .toList();
    }

    @Test
    void sendsEveryFilterAsASegmentOnceAndThePageLast() {
        try (WorkflowHarness harness = harness(3)
                .with("pull_parameters.name", "de la")
                .with("pull_parameters.city", "New York")
                .with("pull_parameters.job_id", "job_1")
                .with("pull_parameters.job_title", "Front/Back & more")
                .with("pull_parameters.recruiter_id", "usr_1")
                .with("pull_parameters.from_apply_date", "2024-03-01")
                .with("pull_parameters.to_apply_date", "2024-12-31")
                .with("pull_parameters.status", "Änderung")
                .with("pull_parameters.rating", "5")) {
            RunResult result = harness.run();
            assertThat(lists(harness))
                    .containsExactly(
                            "/name/de%20la/city/New%20York/job_id/job_1/job_title/Front%2FBack%20%26%20more/recruiter_id/usr_1"
                                    + "/status/%C3%84nderung/rating/5/from_apply_date/2024-02-29/to_apply_date/2025-01-01/page/1");
            assertThat(harness.ledger().violations()).isEmpty();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void sendsAnExactDayAloneAndStillKeepsToTheWindow() {
        try (WorkflowHarness harness = harness(5)
                .with("pull_parameters.apply_date", "2024-01-03")
                .with("pull_parameters.from_apply_date", "2024-01-04")) {
            RunResult result = harness.run();
            assertThat(lists(harness)).containsExactly("/apply_date/2024-01-03/page/1");
            assertThat(harness.ledger().violations()).isEmpty();
            assertThat(count(result, Event.READ_SUCCESS)).isZero();
        }
    }

    @Test
    void takesExactlyTheDaysOfTheWindowOutOfTheWiderOneItAsksFor() {
        try (WorkflowHarness harness = harness(10)
                .with("pull_parameters.from_apply_date", "2024-01-04")
                .with("pull_parameters.to_apply_date", "2024-01-06")) {
            RunResult result = harness.run();
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(3);
            assertThat(harness.requests("jazzhr", DETAIL)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "name, OVELA, 1",
        "name, jose, 2",
        "city, lyon, 4",
        "city, Lyo, 0",
        "job_title, nurse, 5",
        "status, 2886661, 3",
        "rating, 5, 2",
        "apply_date, 2024-01-05, 1"
    })
    void filtersAgainWhatAVendorThatIgnoresFiltersSends(String filter, String value, int expected) {
        try (WorkflowHarness harness = harness(30).with("pull_parameters." + filter, value)) {
            ignoreFilters(harness);
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(expected);
            assertThat(count(result, Event.READ_GONE)).isZero();
        }
    }

    /** The unfiltered list, whatever is asked for. */
    private static void ignoreFilters(WorkflowHarness harness) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        Population.of(30).forEach(person -> {
            ObjectNode row = rows.addObject();
            row.put("id", harness.sandbox().jazzhr().reference(person));
            row.put("first_name", person.firstName()).put("last_name", person.lastName());
            row.put("apply_date", person.applied().toString()).put("job_title", person.headline());
        });
        harness.faults()
                .answer(
                        9,
                        request -> request.vendor().equals("jazzhr")
                                && request.rawPath().contains("/page/"),
                        Reply.json(200, rows));
    }

    @Test
    void namesEveryJobThatTheListTellsOfAnApplicant() {
        try (WorkflowHarness harness = harness(3)) {
            String id = id(harness, 0);
            JsonNode own = copy(harness, id, applicant -> {});
            harness.faults()
                    .answer(
                            1,
                            Faults.request("jazzhr", LIST),
                            Reply.json(
                                    200,
                                    "[{\"id\":\"%1$s\",\"job_id\":\"job_2\"},{\"id\":\"%1$s\",\"job_id\":\"job_1\"}]"
                                            .formatted(id)));
            RunResult result = harness.run();
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(tag(harness.profile("jazzhr", id).orElseThrow(), "job_id"))
                    .isEqualTo(own.path("jobs").path(0).path("job_id").asText() + ", job_1, job_2");
        }
    }

    private static JsonNode copy(WorkflowHarness harness, String id, Consumer<ObjectNode> change) {
        ObjectNode[] copy = new ObjectNode[1];
        harness.sandbox().jazzhr().edit(id, applicant -> {
            change.accept(applicant);
            copy[0] = applicant.deepCopy();
        });
        return copy[0];
    }

    @Test
    void believesNothingButTheIdOfARowWithoutBrackets() {
        try (WorkflowHarness harness = harness(1).with("pull_parameters.name", "nora")) {
            harness.sandbox().jazzhr().corruptSingleRow(true);
            RunResult result = harness.run();
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(tag(harness.profile("jazzhr", id(harness, 0)).orElseThrow(), "job_id"))
                    .startsWith("job_")
                    .doesNotContain(",");
        }
    }

    @ParameterizedTest
    @EnumSource(EmptyForm.class)
    void endsAtAnEmptyPageInEachOfItsFormsAfterExactlyAHundredRows(EmptyForm form) {
        // Two of the 98 have two applications.
        try (WorkflowHarness harness = harness(98)) {
            harness.sandbox().jazzhr().emptyForm(form);
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(98);
            assertThat(lists(harness)).containsExactly("/page/1", "/page/2");
        }
    }

    @Test
    void readsALastPageOfOneRow() {
        try (WorkflowHarness harness = harness(99)) {
            assertThat(count(harness.run(), Event.READ_SUCCESS)).isEqualTo(99);
        }
    }

    @Test
    void endsWhenTheVendorShowsTheSamePageForEver() {
        try (WorkflowHarness harness = harness(100)) {
            StringBuilder rows = new StringBuilder();
            for (int person = 0; person < 100; person++) {
                rows.append(person == 0 ? "[" : ",").append("{\"id\":\"%s\"}".formatted(id(harness, person)));
            }
            harness.faults()
                    .answer(
                            99,
                            Faults.request("jazzhr", LIST),
                            Reply.json(200, rows.append("]").toString()));
            RunResult result = harness.run();
            assertThat(lists(harness)).hasSize(2);
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(100);
            assertThat(result.failures().get(0).message()).contains("same page twice");
        }
    }

    @Test
    void deliversThePagesThatCameWhenALaterOneFails() {
        try (WorkflowHarness harness = harness(150)) {
            harness.faults().answer(99, Faults.request("jazzhr", LIST + "2"), Reply.empty(502));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.READ_FAILURE)).isEqualTo(1);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(98);
        }
    }

    @Test
    void countsRowsWithoutAnIdAsGone() {
        try (WorkflowHarness harness = harness(2)) {
            harness.faults()
                    .answer(
                            1,
                            Faults.request("jazzhr", LIST),
                            Reply.json(200, "[{\"id\":\"%s\"},{\"id\":null},7]".formatted(id(harness, 0))));
            RunResult result = harness.run();
            assertThat(count(result, Event.READ_GONE)).isEqualTo(2);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(EmptyForm.class)
    void skipsAnApplicantWhoIsGoneWhenReadHoweverTheVendorSaysSo(EmptyForm form) {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().answer(1, Faults.request("jazzhr", DETAIL), form.reply());
            assertGone(harness.run());
        }
    }

    @Test
    void skipsAnApplicantWhoIsNotFoundWhenRead() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().answer(1, Faults.request("jazzhr", DETAIL), Reply.json(404, "{\"error\":\"Not found\"}"));
            assertGone(harness.run());
        }
    }

    private static void assertGone(RunResult result) {
        assertThat(result.status()).isEqualTo(Status.SUCCESS);
        assertThat(count(result, Event.READ_GONE)).isEqualTo(1);
        assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(2);
    }

    @Test
    void aFailedDetailWithADetailFilterIsListedOnceAndTheOthersGoOn() {
        try (WorkflowHarness harness = harness(4).with("pull_parameters.recruiter_id", "usr_x")) {
            for (int person = 0; person < 4; person++) {
                copy(harness, id(harness, person), applicant -> applicant.put("recruiter_id", "usr_x"));
            }
            harness.faults().answer(1, Faults.request("jazzhr", DETAIL), Reply.json(400, "{\"error\":\"bad\"}"));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.READ_FAILURE)).isEqualTo(1);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(3);
            assertThat(harness.requests("jazzhr", DETAIL)).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"403 Forbidden", "400 API key required", "422 the apikey is unknown", "404 Invalid key"})
    void anyRefusalThatSpeaksOfTheKeyStopsTheRunWithAHint(String refusal) {
        try (WorkflowHarness harness = harness(3)) {
            int status = Integer.parseInt(refusal.substring(0, 3));
            harness.faults()
                    .answer(
                            9,
                            Faults.request("jazzhr", DETAIL),
                            Reply.json(status, "{\"error\":\"%s\"}".formatted(refusal.substring(4))));
            RunResult result = harness.run();
            assertThat(result.reason()).isEqualTo(Reason.BAD_ORIGIN_PARAMETERS);
            assertThat(result.message()).contains("connector_auth.api_key", "Settings > Integrations");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"_error\":\"overload\"}", "{\"message\":\"overload\"}", "\"overload\"", "false"})
    void somethingElseThanRowsIsNeverTakenForTheEndOfTheList(String body) {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().answer(9, Faults.request("jazzhr", LIST), Reply.json(200, body));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.FATAL);
            assertThat(result.reason()).isEqualTo(Reason.READ_FAILURE);
            assertThat(count(result, Event.READ_GONE)).isZero();
        }
    }

    @Test
    void aRefusedListNamesWhatToCheck() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().answer(1, Faults.request("jazzhr", LIST), Reply.json(400, "{\"error\":\"no such job\"}"));
            RunResult result = harness.run();
            assertThat(result.reason()).isEqualTo(Reason.BAD_ORIGIN_PARAMETERS);
            assertThat(result.message()).contains("pull_parameters");
        }
    }

    @Test
    void placeholdersNeverReachTheProfile() {
        try (WorkflowHarness harness = harness(9)) {
            String id = id(harness, 2);
            String before = harness.profile("jazzhr", id)
                    .orElseThrow()
                    .at("/info/location")
                    .toString();
            harness.run();
            ObjectNode profile = harness.profile("jazzhr", id).orElseThrow();
            assertThat(profile.at("/info/location").toString()).isEqualTo(before);
            assertThat(tag(profile, "has_cdl")).isNull();
        }
    }

    @Test
    void aLogicHoldsBackAnswersAsTheGuideShows() {
        try (WorkflowHarness harness =
                harness(1).with("logics[0]", "jq:del(.eeo_gender, .eeo_race, .eeo_disability)")) {
            harness.run();
            ObjectNode profile = harness.profile("jazzhr", id(harness, 0)).orElseThrow();
            assertThat(tag(profile, "eeo_gender")).isNull();
            assertThat(tag(profile, "source")).isEqualTo("Indeed");
        }
    }

    @Test
    void theListOfPlaceholdersIsASetting() {
        try (WorkflowHarness harness = harness(1).withSetting("connector.jazzhr.placeholders", "Indeed, Unavailable")) {
            harness.run();
            ObjectNode profile = harness.profile("jazzhr", id(harness, 0)).orElseThrow();
            assertThat(tag(profile, "source")).isNull();
            assertThat(tag(profile, "has_cdl")).isEqualTo("No answer");
        }
    }

    @Test
    void fetchesTheLinkedResumeWithoutTheKey() {
        try (WorkflowHarness harness = harness(12)) {
            harness.run();
            assertThat(harness.requests("files", "GET /resume/")).isPositive();
            assertThat(harness.requests("hrflow", "POST /v1/profile/parsing/file"))
                    .isPositive();
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void aLinkOnTheApisOwnHostIsFollowedWithoutTheKeyToo() {
        try (WorkflowHarness harness = harness(2)) {
            String id = id(harness, 1);
            String link = harness.sandbox().server().root() + "/jazzhr/app/files/download/resume?url=resume.pdf";
            copy(harness, id, applicant -> applicant.put("resume_link", link));
            harness.run();
            assertThat(harness.requests("jazzhr", "GET /app/files/download")).isEqualTo(1);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "binary/octet-stream"})
    void tellsHrflowTheTypeThatTheFilesNameTellsWhenItsHostDoesNot(String type) {
        try (WorkflowHarness harness = harness(1)) {
            harness.sandbox()
                    .hrflow()
                    .edit(Sandbox.sourceKey("jazzhr"), id(harness, 0), profile -> profile.putArray("attachments"));
            harness.faults()
                    .spoil(1, Faults.request("files", "GET /resume/"), reply -> Reply.of(200, type, reply.body()));
            harness.run();
            assertThat(harness.ledger().entries("hrflow"))
                    .filteredOn(entry -> entry.line().startsWith("POST /v1/profile/parsing/file"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.body())
                            .contains("filename=\"0.pdf\"", "Content-Type: application/pdf")
                            .doesNotContain("octet-stream"));
        }
    }

    @Test
    void fallsBackToTheResumeTextWhenTheLinkLeadsToASignInPage() {
        try (WorkflowHarness harness = harness(4)) {
            String id = id(harness, 3);
            harness.sandbox()
                    .hrflow()
                    .edit(
                            Sandbox.sourceKey("jazzhr"),
                            id,
                            profile -> profile.put("text", "").putArray("attachments"));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(harness.requests("jazzhr", "GET /app/files/download")).isEqualTo(1);
            assertThat(harness.profile("jazzhr", id).orElseThrow().path("text").asText())
                    .contains(Population.person(3).headline());
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void deliversAResumeThatArrivesLaterAndNotALinkThatIsSignedAnew() {
        try (WorkflowHarness harness = harness(5).with("incremental", "true")) {
            harness.run();
            String reference =
                    harness.sandbox().jazzhr().reference(Population.of(5).get(0));
            harness.sandbox()
                    .jazzhr()
                    .edit(
                            reference,
                            applicant -> applicant.put("resume_link", "http://127.0.0.1:1/cv.pdf?signature=1"));
            assertThat(count(harness.run(), Event.SKIPPED_UNCHANGED)).isEqualTo(4);
            harness.sandbox()
                    .jazzhr()
                    .edit(
                            reference,
                            applicant -> applicant.put("resume_link", "http://127.0.0.1:1/cv.pdf?signature=2"));
            assertThat(count(harness.run(), Event.SKIPPED_UNCHANGED)).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"activities", "messages", "comments_count"})
    void whatReadingAndWritingToPeopleMovesMakesNobodyNew(String field) {
        try (WorkflowHarness harness = harness(3).with("incremental", "true")) {
            harness.run();
            String reference =
                    harness.sandbox().jazzhr().reference(Population.of(3).get(0));
            harness.sandbox().jazzhr().edit(reference, applicant -> applicant.put(field, "another"));
            assertThat(count(harness.run(), Event.SKIPPED_UNCHANGED)).isEqualTo(3);
        }
    }
}
