package org.hrcamel.connector.hrflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.hrcamel.runtime.CapturedLog;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.sandbox.hrflow.SimulatedHrflow;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.ItemFailure;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.hrcamel.workflow.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Updating profiles, as a whole workflow against a simulated HrFlow. */
class HrflowTargetTest {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";
    private static final String EDIT = "PUT /v1/profile/indexing";
    private static final String READ = "GET /v1/profile/indexing";
    private static final String SOURCE = Sandbox.sourceKey("smartrecruiters");

    private static WorkflowHarness harness(int people) {
        return new WorkflowHarness(WORKFLOW, people);
    }

    private static String reference(WorkflowHarness harness, int person) {
        return harness.sandbox().smartrecruiters().reference(Population.person(person));
    }

    private static ObjectNode profile(WorkflowHarness harness, int person) {
        return harness.profile("smartrecruiters", reference(harness, person)).orElseThrow();
    }

    private static Predicate<Request> request(String start) {
        return Faults.request("hrflow", start);
    }

    private static Predicate<Request> reading(String reference) {
        return request(READ).and(request -> String.valueOf(request.rawQuery()).contains(reference));
    }

    private static Reply failure(int code, String message) {
        return Reply.json(code, "{\"code\":%d,\"message\":\"%s\"}".formatted(code, message));
    }

    private static void assertOneFailed(RunResult result, String reason, long delivered) {
        assertThat(result.status()).as("%s", result).isEqualTo(Status.SUCCESS_WITH_FAILURES);
        assertThat(result.failures()).extracting(ItemFailure::reason).containsExactly(reason);
        assertThat(result.failures()).extracting(ItemFailure::step).containsExactly(Step.PUSH);
        assertThat(count(result, Event.WRITE_FAILURE)).isEqualTo(1);
        assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(delivered);
    }

    @Test
    void stopsBeforeReadingAnythingWhenTheSourceIsUnknown() {
        try (WorkflowHarness harness = harness(2).with("push_parameters.source_key", "f".repeat(40))) {
            RunResult result = harness.run();

            assertThat(result.status()).isEqualTo(Status.FATAL);
            assertThat(result.reason()).isEqualTo(Reason.BAD_TARGET_PARAMETERS);
            assertThat(result.message()).contains("workflow." + WORKFLOW + ".push_parameters.source_key");
            assertThat(harness.ledger().entries("smartrecruiters")).isEmpty();
        }
    }

    @Test
    void stopsWithoutShowingTheKeyWhenHrflowRefusesIt() {
        String wrong = "ask_" + "f".repeat(32);
        try (CapturedLog log = new CapturedLog();
                WorkflowHarness harness = harness(2).with("hrflow_auth.api_secret", wrong)) {
            RunResult result = harness.run();

            assertThat(result.status()).isEqualTo(Status.FATAL);
            assertThat(result.reason()).isEqualTo(Reason.BAD_TARGET_PARAMETERS);
            assertThat(result.message()).contains("workflow." + WORKFLOW + ".hrflow_auth.api_secret");
            assertThat(result.json().toString()).doesNotContain(wrong);
            assertThat(log.text()).contains("bad_target_parameters").doesNotContain(wrong);
        }
    }

    @Test
    void stopsWithoutShowingTheKeyWhenItMayOnlyRead() {
        try (CapturedLog log = new CapturedLog();
                WorkflowHarness harness = harness(3).with("hrflow_auth.api_secret", SimulatedHrflow.READ_SECRET)) {
            RunResult result = harness.run();

            assertThat(result.status()).isEqualTo(Status.FATAL);
            assertThat(result.reason()).isEqualTo(Reason.BAD_TARGET_PARAMETERS);
            assertThat(result.json() + log.text()).doesNotContain(SimulatedHrflow.READ_SECRET);
        }
    }

    @Test
    void logsNeitherCredentialsNorPeopleAtAnyLevel() {
        try (CapturedLog log = new CapturedLog();
                WorkflowHarness harness = harness(3)) {
            harness.faults().answer(1, request(EDIT), failure(422, "bad e-mail candidate1@example.com"));
            RunResult result = harness.run();

            assertThat(result.withoutChanges() + log.text())
                    .contains("refused_by_hrflow")
                    .doesNotContain(SimulatedHrflow.API_SECRET)
                    .doesNotContain("candidate1@example.com");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMissingProfileFailsAndTheOthersAreDelivered(boolean as404) {
        try (WorkflowHarness harness = harness(3)) {
            String missing = reference(harness, 1);
            harness.sandbox().hrflow().missingAs404(as404).remove(SOURCE, missing);

            RunResult result = harness.run();

            assertOneFailed(result, "profile_not_found", 2);
            assertThat(result.failures()).extracting(ItemFailure::reference).containsExactly(missing);
        }
    }

    @Test
    void aBare404IsAMissingProfileToo() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults()
                    .answer(1, reading(reference(harness, 1)), Reply.text(404, "text/html", "<h1>Not Found</h1>"));

            assertOneFailed(harness.run(), "profile_not_found", 2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, Invalid parameters. reference must be a string, refused_by_hrflow",
        "422, Unable to find object: profile, refused_by_hrflow",
        "402, Over quota, quota_exceeded"
    })
    void anotherRefusalOfAReadIsAFailureButNeverNotFound(int status, String message, String reason) {
        try (WorkflowHarness harness = harness(3)) {
            Predicate<Request> reading = reading(reference(harness, 1));
            harness.faults().answer(100, reading, failure(status, message));

            assertOneFailed(harness.run(), reason, 2);
            assertThat(harness.requests("hrflow", READ)).isEqualTo(3);
        }
    }

    @Test
    void anEmptyAnswerIsNotAMissingProfile() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().answer(1, reading(reference(harness, 1)), Reply.json(200, "{\"code\":200,\"data\":null}"));

            assertOneFailed(harness.run(), "refused_by_hrflow", 2);
        }
    }

    @Test
    void aBodyThatTellsAServerErrorIsTriedAgainAndThenAFailure() {
        try (WorkflowHarness harness = harness(3)) {
            Reply disguised = Reply.json(200, "{\"code\":500,\"message\":\"oops\"}");
            harness.faults().answer(100, reading(reference(harness, 1)), disguised);

            assertOneFailed(harness.run(), "server_error", 2);
            assertThat(harness.requests("hrflow", READ)).isEqualTo(2 + 5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void stumblesOfHrflowAreGotOver(int status) {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults()
                    .answer(1, request("GET /v1/source"), Reply.empty(status))
                    .answer(1, request(READ), Reply.text(status, "text/html", "<h1>oops</h1>"))
                    .answer(1, request(EDIT), failure(status, "oops"));

            RunResult result = harness.run();

            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(3);
        }
    }

    @Test
    void anEditOverQuotaIsNotTriedAgain() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().answer(1, request(EDIT), failure(402, "over quota"));

            assertOneFailed(harness.run(), "quota_exceeded", 2);
            assertThat(harness.requests("hrflow", EDIT)).isEqualTo(3);
        }
    }

    @Test
    void aProfileThatVanishesBeforeTheEditIsMissing() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults()
                    .answer(1, request(EDIT), failure(400, "Invalid parameters. Unable to find object: profile"));

            assertOneFailed(harness.run(), "profile_not_found", 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"201, 200", "202, 202", "200, 201"})
    void anySuccessOfAnEditCounts(int http, int code) {
        try (WorkflowHarness harness = harness(1)) {
            harness.faults()
                    .spoil(1, request(EDIT), reply -> Reply.json(http, "{\"code\":%d,\"data\":{}}".formatted(code)));

            assertThat(count(harness.run(), Event.WRITE_SUCCESS)).isEqualTo(1);
        }
    }

    @Test
    void anArchivedProfileIsSkipped() {
        try (WorkflowHarness harness = harness(3)) {
            harness.sandbox().hrflow().archive(SOURCE, reference(harness, 1));

            RunResult result = harness.run();

            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.SKIPPED_ARCHIVED)).isEqualTo(1);
            assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(2);
            assertThat(profile(harness, 1).at("/info/phone").asText()).startsWith("+1999");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUnchangedProfileIsNotSent(boolean partialEdits) {
        try (WorkflowHarness harness = harness(12)) {
            harness.sandbox().hrflow().partialEdits(partialEdits);
            harness.run();
            harness.ledger().clear();

            RunResult result = harness.run();

            assertThat(count(result, Event.WRITE_UNCHANGED)).isEqualTo(12);
            assertThat(harness.requests("hrflow", "PUT")).isZero();
            assertThat(harness.requests("hrflow", "POST")).isZero();
        }
    }

    @Test
    void onlyTheFieldsThatMayBeEditedChangeAndNoResumeIsUploaded() {
        try (WorkflowHarness harness = harness(2).with("push_parameters.only_edit_fields", "tags,metadatas")) {
            ObjectNode before = profile(harness, 1);

            harness.run();

            ObjectNode after = profile(harness, 1);
            assertThat(after.path("tags")).isNotEqualTo(before.path("tags"));
            after.set("tags", before.get("tags"));
            after.set("updated_at", before.get("updated_at"));
            assertThat(after).isEqualTo(before);
            assertThat(harness.requests("hrflow", "POST")).isZero();
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void whatHrflowAloneKnowsSurvives() {
        try (WorkflowHarness harness = harness(1)) {
            harness.sandbox()
                    .hrflow()
                    .edit(
                            SOURCE,
                            reference(harness, 0),
                            profile -> profile.withObject("/consent_algorithmic/owner")
                                    .put("parsing", true));
            ObjectNode before = profile(harness, 0);

            harness.run();

            ObjectNode after = profile(harness, 0);
            assertThat(after.at("/info/phone")).isNotEqualTo(before.at("/info/phone"));
            for (String field : List.of(
                    "key",
                    "labels",
                    "consent_algorithmic",
                    "attachments",
                    "created_at",
                    "text",
                    "skills",
                    "metadatas")) {
                assertThat(after.path(field)).as(field).isEqualTo(before.path(field));
            }
            assertThat(after.path("tags")).containsAll(before.path("tags"));
            assertThat(after.at("/info/urls")).containsAll(before.at("/info/urls"));
            assertThat(after.at("/info/date_birth")).isEqualTo(before.at("/info/date_birth"));
        }
    }

    @Test
    void theReferenceIsSentAsTextEvenWhenHrflowAndTheFormatHaveItAsANumber() {
        try (WorkflowHarness harness = harness(1)) {
            String number = "53883394";
            ObjectNode candidate = ProfileMergeTest.json(
                    "{'id':'53883394','internal':false,'firstName':'Ada','lastName':'Example','email':'n@example.com',"
                            + "'primaryAssignment':{'job':{'id':'j'},'status':'NEW'}}");
            harness.sandbox().smartrecruiters().add(candidate);
            harness.sandbox().hrflow().profile(SOURCE, ProfileMergeTest.json("{'reference':53883394}"));

            harness.with("format", "jq:{reference: 53883394, key: 7, info: {email: .email}}")
                    .run();

            assertThat(harness.profile("smartrecruiters", number)
                            .orElseThrow()
                            .at("/info/email")
                            .asText())
                    .isEqualTo("n@example.com");
            assertThat(harness.ledger().entries("hrflow").stream()
                            .filter(entry -> entry.line().startsWith("PUT"))
                            .map(entry -> ProfileMergeTest.json(entry.body()).path("reference")))
                    .isNotEmpty()
                    .allMatch(JsonNode::isTextual);
        }
    }

    @Test
    void aDryRunListsTheChangesAndWritesNothing() {
        try (WorkflowHarness harness = harness(2)) {
            RunResult result = harness.dryRun();

            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(result.persist()).isFalse();
            assertThat(result.changes())
                    .anySatisfy(found -> {
                        assertThat(found.reference()).isEqualTo(reference(harness, 0));
                        assertThat(found.change().path()).isEqualTo("info.phone");
                        assertThat(found.change().from().asText()).isEqualTo("+19990000000");
                        assertThat(found.change().to().asText()).isEqualTo("+15550000000");
                    })
                    .anySatisfy(found -> {
                        assertThat(found.reference()).isEqualTo(reference(harness, 1));
                        assertThat(found.change().path()).isEqualTo("attachments");
                    });
            assertThat(result.json().path("changes")).hasSameSizeAs(result.changes());
            assertThat(harness.requests("hrflow", "PUT") + harness.requests("hrflow", "POST"))
                    .isZero();
        }
    }

    @Test
    void aDryRunAfterARunFindsNothingToChange() {
        try (WorkflowHarness harness = harness(12)) {
            harness.run();

            assertThat(harness.dryRun().changes()).isEmpty();
        }
    }

    @Test
    void persistFalseMakesEveryRunADryRun() {
        try (WorkflowHarness harness = harness(2).with("persist", "false")) {
            RunResult result = harness.run();

            assertThat(result.persist()).isFalse();
            assertThat(count(result, Event.WRITE_SUCCESS)).isZero();
            assertThat(result.changes()).isNotEmpty();
            assertThat(harness.requests("hrflow", "PUT") + harness.requests("hrflow", "POST"))
                    .isZero();
        }
    }
}
