package org.hrcamel.connector.breezyhr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Ledger;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.sandbox.breezyhr.EducationDates;
import org.hrcamel.sandbox.breezyhr.SimulatedBreezyhr;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HrFlow to Breezy HR as a whole workflow over real HTTP: what reaches the candidates. */
class BreezyTargetTest {

    private static final String WORKFLOW = "hrflow-update-profiles-in-breezyhr";

    private static WorkflowHarness harness(int people) {
        WorkflowHarness harness = new WorkflowHarness(WORKFLOW, people);
        Population.of(people).forEach(person -> study(harness, person));
        return harness;
    }

    /** The sandbox's profiles know no education; these do. */
    private static void study(WorkflowHarness harness, Person person) {
        harness.sandbox().hrflow().edit(source(), profileReference(harness, person), profile -> {
            for (Person.School school : person.schools()) {
                profile.withArray("educations")
                        .addObject()
                        .put("school", school.name())
                        .put("title", "Chemistry")
                        .put("date_start", school.start() + "T00:00:00")
                        .put("date_end", school.end() + "T00:00:00");
            }
        });
    }

    private static String source() {
        return Sandbox.sourceKey("breezyhr");
    }

    private static String id(WorkflowHarness harness, int index) {
        return breezy(harness).reference(Population.person(index));
    }

    private static String profileReference(WorkflowHarness harness, Person person) {
        String own = breezy(harness).reference(person);
        return harness.profile("breezyhr", own).isPresent() ? own : "other-" + person.index();
    }

    private static SimulatedBreezyhr breezy(WorkflowHarness harness) {
        return harness.sandbox().breezyhr();
    }

    private static List<String> writes(WorkflowHarness harness) {
        return harness.ledger().entries("breezyhr").stream()
                .map(Ledger.Entry::line)
                .filter(line -> line.startsWith("PUT") || line.startsWith("POST") && !line.endsWith("/signin"))
                .toList();
    }

    private static Predicate<Request> request(String method, String end) {
        return request -> request.vendor().equals("breezyhr")
                && request.method().equals(method)
                && request.rawPath().endsWith(end);
    }

    private static void assertBroughtAll(RunResult result, int people) {
        assertThat(result.status()).as("%s", result).isEqualTo(Status.SUCCESS);
        assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(people);
    }

    @Test
    void updatesEveryCandidateAndBreaksNoRuleOfTheVendor() {
        try (WorkflowHarness harness = harness(25)) {
            RunResult result = harness.run();
            assertBroughtAll(result, 25);
            assertThat(harness.ledger().violations()).isEmpty();
            assertThat(breezy(harness).openSessions()).isZero();
            assertThat(harness.requests("breezyhr", "POST /v3/signin")).isEqualTo(1);
            JsonNode candidate = breezy(harness).candidate(id(harness, 1));
            assertThat(candidate.path("phone_number").asText()).isEqualTo("+19990000001");
            assertThat(candidate.path("tags").toString()).isEqualTo("[\"imported\",\"team-1\",\"critical thinking\"]");
            assertThat(candidate.path("source").path("name").asText()).isEqualTo("LinkedIn");
            assertThat(candidate.path("social_profiles").toString())
                    .contains("facebook", "https://github.example.com/1");
            assertThat(candidate.path("education").findValuesAsText("field_of_study"))
                    .containsExactly("Physics", "Chemistry");
        }
    }

    @ParameterizedTest
    @EnumSource(EducationDates.class)
    void sendsNothingTheSecondTime(EducationDates dates) {
        try (WorkflowHarness harness = harness(12)) {
            breezy(harness).educationDates(dates);
            harness.run();
            harness.ledger().clear();
            RunResult again = harness.run();
            assertThat(count(again, Event.WRITE_UNCHANGED)).isEqualTo(12);
            assertThat(writes(harness)).isEmpty();
        }
    }

    @Test
    void onlyTellsWhatWouldChangeInADryRun() {
        try (WorkflowHarness harness = harness(6)) {
            RunResult result = harness.dryRun();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(writes(harness)).isEmpty();
            assertThat(result.changes())
                    .extracting(change -> change.change().path())
                    .contains("phone_number", "tags", "social_profiles.github", "education[+]", "resume");
            assertThat(breezy(harness).openSessions()).isZero();
        }
    }

    @Test
    void findsByEmailTheCandidateOfThisPositionWhenTheReferenceIsOnAnother() {
        try (WorkflowHarness harness = harness(2)) {
            String second =
                    breezy(harness).secondReference(Population.person(1)).orElseThrow();
            harness.sandbox().hrflow().edit(source(), id(harness, 1), profile -> profile.put("reference", second));
            assertBroughtAll(harness.run(), 2);
            assertThat(breezy(harness)
                            .candidate(id(harness, 1))
                            .path("phone_number")
                            .asText())
                    .isEqualTo("+19990000001");
            assertThat(breezy(harness).candidate(second).path("phone_number").asText())
                    .isNotEqualTo("+19990000001");
        }
    }

    @Test
    void asksTheCandidateWhenSearchHitsDoNotTellTheirPosition() {
        try (WorkflowHarness harness = harness(12)) {
            breezy(harness).searchShowsPosition(false);
            assertBroughtAll(harness.run(), 12);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void failsTheItemWhoseCandidateIsNowhereOnThePosition() {
        try (WorkflowHarness harness = harness(3)) {
            breezy(harness).remove(id(harness, 1));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(result.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.reason()).isEqualTo("candidate_not_found");
                assertThat(failure.message()).doesNotContain("@");
            });
            assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401})
    void signsInOnceMoreWhenTheTokenHasEnded(int status) {
        try (WorkflowHarness harness = harness(3)) {
            AtomicBoolean ended = new AtomicBoolean();
            breezy(harness).invalidTokenStatus(status);
            harness.faults()
                    .answer(
                            1,
                            request -> {
                                if (request("GET", "/position/p-engineer").test(request)
                                        && ended.compareAndSet(false, true)) {
                                    breezy(harness).endSessions();
                                }
                                return false;
                            },
                            Reply.empty(500));
            assertBroughtAll(harness.run(), 3);
            assertThat(harness.requests("breezyhr", "POST /v3/signin")).isEqualTo(2);
            assertThat(breezy(harness).openSessions()).isZero();
        }
    }

    @Test
    void usesAPersonalAccessTokenWithoutSigningIn() {
        try (WorkflowHarness harness = harness(3).with("connector_auth.password", SimulatedBreezyhr.PERSONAL_TOKEN)) {
            assertBroughtAll(harness.run(), 3);
            assertThat(harness.requests("breezyhr", "POST /v3/signin")).isZero();
            assertThat(harness.requests("breezyhr", "GET /v3/signout")).isZero();
        }
    }

    @Test
    void stopsWithAClearMessageWhenThePasswordIsWrong() {
        try (WorkflowHarness harness = harness(3).with("connector_auth.password", "wrong-secret-value")) {
            RunResult result = harness.run();
            assertThat(result.reason().code()).isEqualTo("bad_target_parameters");
            assertThat(result.message())
                    .contains("connector_auth.password", "personal access token")
                    .doesNotContain("wrong-secret-value");
            assertThat(harness.requests("hrflow", "GET /v1/storing")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connector_auth.company_name=Nobody Inc",
                "connector_auth.company_name=acme CORP",
                "push_parameters.position_id=p-unknown",
                "connector_auth.company_id=not-a-member"
            })
    void stopsAndSignsOutWhenCompanyOrPositionIsNotToBeFound(String setting) {
        String[] parts = setting.split("=");
        try (WorkflowHarness harness = harness(3).with(parts[0], parts[1])) {
            RunResult result = harness.run();
            assertThat(result.reason().code()).isEqualTo("bad_target_parameters");
            assertThat(result.message()).contains(parts[0].substring(parts[0].indexOf('.') + 1));
            assertThat(breezy(harness).openSessions()).isZero();
            assertThat(writes(harness)).isEmpty();
        }
    }

    @Test
    void namesThePlanWhenTheApiIsNotPartOfIt() {
        try (WorkflowHarness harness = harness(3)) {
            breezy(harness).developerApi(false);
            RunResult result = harness.run();
            assertThat(result.reason().code()).isEqualTo("bad_target_parameters");
            assertThat(result.message()).contains("plan");
            assertThat(breezy(harness).openSessions()).isZero();
        }
    }

    @Test
    void signsOutOfARunThatIsGivenUpHalfWay() {
        try (WorkflowHarness harness = harness(12)) {
            harness.faults().answer(100, request("GET", id(harness, 4)), Reply.json(403, "{\"error\":\"no\"}"));
            assertThat(harness.run().status()).isEqualTo(Status.FATAL);
            assertThat(breezy(harness).openSessions()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/education", "/work-history"})
    void addsAnEntryOnceWhenTheAnswerToItGotLost(String path) {
        try (WorkflowHarness harness = harness(12).with("parallelism", "1")) {
            harness.faults().spoil(1, request("PUT", path), Reply::cutShort);
            assertBroughtAll(harness.run(), 12);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void sendsAnEntryAgainWhenItDidNotArrive() {
        try (WorkflowHarness harness = harness(2)) {
            harness.faults().answer(1, request("PUT", "/education"), Reply.empty(500));
            assertBroughtAll(harness.run(), 2);
            assertThat(breezy(harness)
                            .candidate(id(harness, 0))
                            .path("education")
                            .findValuesAsText("field_of_study"))
                    .contains("Chemistry");
            assertThat(breezy(harness)
                            .candidate(id(harness, 1))
                            .path("education")
                            .findValuesAsText("field_of_study"))
                    .contains("Chemistry");
        }
    }

    @ParameterizedTest
    @CsvSource({"PUT, /education", "PUT, /work-history", "POST, /resume"})
    void looksAndWaitsAsAskedBeforeEveryRepetitionOfWhatMustNotBeDoneTwice(String method, String path) {
        try (WorkflowHarness harness = harness(4).with("parallelism", "1")) {
            harness.faults().answer(2, request(method, path), Reply.empty(503).with("Retry-After", "0.5"));
            RunResult result = harness.run();
            assertBroughtAll(result, 4);
            assertThat(harness.ledger().violations()).isEmpty();
            assertThat(result.finishedAt()).isAfterOrEqualTo(result.startedAt().plusMillis(1000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/education", "/work-history", "/resume"})
    void failsTheItemWhenOneStepOfItIsRefused(String path) {
        try (WorkflowHarness harness = harness(12)) {
            Predicate<Request> step = path.equals("/resume") ? request("POST", path) : request("PUT", path);
            harness.faults().answer(1, step, Reply.json(400, "{\"error\":{\"type\":\"someError\",\"message\":\"m\"}}"));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.WRITE_FAILURE)).isEqualTo(1);
            assertThat(result.failures().get(0).message()).contains("400", "someError");
        }
    }

    @Test
    void bringsTheRestWhenTheLinksAreRefused() {
        try (WorkflowHarness harness = harness(3)) {
            breezy(harness).refusesOddValues(true).supportedNetworks("linkedin");
            assertBroughtAll(harness.run(), 3);
            assertThat(breezy(harness)
                            .candidate(id(harness, 2))
                            .path("phone_number")
                            .asText())
                    .isEqualTo("+19990000002");
        }
    }

    @Test
    void sendsLinksOfTheConfiguredNetworksOnly() {
        try (WorkflowHarness harness = harness(3).withSetting("connector.breezyhr.networks", "linkedin")) {
            breezy(harness).refusesOddValues(true).supportedNetworks("linkedin");
            assertBroughtAll(harness.run(), 3);
            assertThat(harness.ledger().entries("breezyhr"))
                    .noneMatch(entry -> entry.status() == 400 || entry.body().contains("github"));
        }
    }

    @Test
    void uploadsANewResumeUnderItsNameAndAnEqualOneNot() {
        try (WorkflowHarness harness = harness(12)) {
            breezy(harness).redirectsResumes(true);
            harness.run();
            // Of those with a résumé in HrFlow (0, 3, 6, 9), Breezy holds the same file of 0 and 6.
            List<Ledger.Entry> uploads = harness.ledger().entries("breezyhr").stream()
                    .filter(entry ->
                            entry.line().startsWith("POST") && entry.line().endsWith("/resume"))
                    .toList();
            assertThat(uploads)
                    .hasSize(2)
                    .allSatisfy(upload -> assertThat(upload.body())
                            .contains("name=\"file\"", "filename=\"resume.pdf\"", "application/pdf"));
            assertThat(breezy(harness).resume(id(harness, 9)).map(String::new))
                    .hasValueSatisfying(text -> assertThat(text).contains("candidate 9"));
            assertThat(harness.requests("files", "GET /resume/")).isPositive();
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void uploadsAResumeUnderItsRealNameWhateverItsLetters() {
        try (WorkflowHarness harness = harness(4)) {
            harness.sandbox()
                    .hrflow()
                    .edit(
                            source(),
                            profileReference(harness, Population.person(3)),
                            profile -> profile.path("attachments")
                                    .forEach(file -> ((ObjectNode) file).put("original_file_name", "Résumé 李 2024")));
            assertBroughtAll(harness.run(), 4);
            assertThat(harness.ledger().entries("breezyhr"))
                    .anySatisfy(entry -> assertThat(entry.body()).contains("filename=\"Résumé 李 2024.pdf\""));
        }
    }

    @Test
    void uploadsAResumeOnceWhenTheAnswerToItGotLost() {
        try (WorkflowHarness harness = harness(4)) {
            harness.faults().spoil(1, request("POST", "/resume"), reply -> Reply.empty(500));
            assertBroughtAll(harness.run(), 4);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void sendsTheResumeInTheConfiguredField() {
        try (WorkflowHarness harness = harness(4).withSetting("connector.breezyhr.resume-field", "data")) {
            breezy(harness).resumeField("data");
            assertBroughtAll(harness.run(), 4);
            assertThat(breezy(harness).resume(id(harness, 3))).isPresent();
        }
    }

    @Test
    void fetchesAResumeAgainWhenItsHostFailsAndTakesItsTypeFromTheNameWhenNoneIsTold() {
        try (WorkflowHarness harness = harness(4).with("parallelism", "1")) {
            Predicate<Request> file = request -> request.vendor().equals("files");
            harness.faults()
                    .answer(2, file, Reply.empty(503))
                    .spoil(9, file, reply -> Reply.of(200, "binary/octet-stream", reply.body()));
            assertBroughtAll(harness.run(), 4);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void failsTheItemWhoseResumeCannotBeFetched() {
        try (WorkflowHarness harness = harness(4)) {
            harness.faults().answer(1, request -> request.vendor().equals("files"), Reply.empty(404));
            RunResult result = harness.run();
            assertThat(result.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.reason()).isEqualTo("resume_unavailable"));
        }
    }

    @Test
    void waitsAsLongAsTheVendorSaysWhenItsLimitIsUsedUp() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults()
                    .answer(
                            1,
                            request("GET", id(harness, 1)),
                            Reply.json(429, "{}").with("X-RateLimit-Reset", "1"));
            RunResult result = harness.run();
            assertBroughtAll(result, 3);
            assertThat(result.finishedAt()).isAfterOrEqualTo(result.startedAt().plusMillis(900));
        }
    }
}
