package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.hrcamel.connector.OriginContractTest;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Ledger;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.sandbox.greenhouse.SimulatedGreenhouse;
import org.hrcamel.sandbox.greenhouse.TokenLifetime;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GreenhouseOriginTest extends OriginContractTest {

    static final String WORKFLOW = "greenhouse-update-profiles-in-hrflow";
    private static final String ENGINEER_JOB = "149995";

    @Override
    protected Subject subject() {
        return new Subject(
                WORKFLOW,
                "greenhouse",
                50,
                "GET /v3/candidates",
                "GET /v3/candidate_educations",
                "connector_auth.client_secret");
    }

    private static WorkflowHarness harness(int people) {
        return new WorkflowHarness(WORKFLOW, people);
    }

    private static SimulatedGreenhouse greenhouse(WorkflowHarness harness) {
        return harness.sandbox().greenhouse();
    }

    private static String reference(WorkflowHarness harness, int person) {
        return greenhouse(harness).reference(Population.person(person));
    }

    private static Predicate<Request> page(String list) {
        return Faults.request("greenhouse", "GET /v3/" + list)
                .and(request -> String.valueOf(request.rawQuery()).startsWith("cursor="));
    }

    /** A Greenhouse without any candidate cannot be told from one that hides them; one that lists others is believed. */
    @Override
    @Test
    protected void findsNothingToDoWhenTheListingIsEmpty() {
        try (WorkflowHarness harness = harness(3).with("pull_parameters.created_before", "2001-01-01")) {
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(result.reason()).isEqualTo(Reason.NONE);
            assertThat(count(result, Event.READ_SUCCESS)).isZero();
        }
    }

    /** Candidates come whole with their page: there is no request for one of them that could be refused. */
    @Override
    @Test
    protected void deliversTheOthersWhenOneItemIsBad() {
        try (WorkflowHarness harness = harness(4)) {
            harness.faults().answer(1, Faults.request("hrflow", "PUT"), Reply.json(422, "{\"code\":422}"));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(4);
            assertThat(count(result, Event.WRITE_FAILURE)).isEqualTo(1);
        }
    }

    @Test
    void countsARowWithoutAnIdAsGone() {
        try (WorkflowHarness harness = harness(4)) {
            RunResult result = harness.run();
            assertThat(count(result, Event.READ_GONE)).isEqualTo(1);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(4);
        }
    }

    @Test
    void readsEachListOnceForAPageOfCandidates() {
        try (WorkflowHarness harness = harness(30)) {
            harness.run();
            for (String list :
                    List.of("candidates", "applications", "candidate_educations", "candidate_employments", "jobs")) {
                assertThat(harness.requests("greenhouse", "GET /v3/" + list + "?"))
                        .as(list)
                        .isEqualTo(1);
            }
            assertThat(harness.requests("greenhouse", "GET /v3/attachments?")).isEqualTo(2);
            assertThat(greenhouse(harness).tokensIssued()).isEqualTo(1);
        }
    }

    @Test
    void sendsEducationsByTheirNamesAndJobsByTheirs() {
        try (WorkflowHarness harness = harness(1)) {
            harness.run();
            JsonNode profile =
                    harness.profile("greenhouse", reference(harness, 0)).orElseThrow();
            assertThat(profile.path("educations").path(0).path("school").asText())
                    .isNotEmpty()
                    .doesNotMatch("\\d+");
            assertThat(profile.path("tags").findValuesAsText("name")).contains("job_name", "job_id");
        }
    }

    @Test
    void asksForNoMoreOptionsAndJobsThanItDoesNotKnowYet() {
        try (WorkflowHarness harness = harness(125)) {
            harness.run();
            assertThat(harness.requests("greenhouse", "GET /v3/jobs")).isEqualTo(1);
        }
    }

    @Test
    void goesWithoutJobNamesWhenTheCredentialMayNotListJobs() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults()
                    .answer(9, Faults.request("greenhouse", "GET /v3/jobs"), Reply.json(403, "{\"message\":\"no\"}"));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(3);
        }
    }

    @Test
    void namesTheMissingScopeWhenAListIsForbidden() {
        try (WorkflowHarness harness = harness(3)) {
            greenhouse(harness).siteAdmin(false);
            RunResult result = harness.run();
            assertThat(result.reason()).isEqualTo(Reason.BAD_ORIGIN_PARAMETERS);
            assertThat(result.message())
                    .contains("harvest:candidates:list", "Site Admin", "connector_auth.client_id")
                    .doesNotContain(SimulatedGreenhouse.CLIENT_ID);
        }
    }

    @ParameterizedTest
    @EnumSource(TokenLifetime.class)
    void understandsTheTokensLifetimeInEachOfItsForms(TokenLifetime form) {
        try (WorkflowHarness harness = harness(3)) {
            greenhouse(harness).tokenLifetime(Duration.ofHours(1), form);
            assertThat(harness.run().status()).isEqualTo(Status.SUCCESS);
            assertThat(greenhouse(harness).tokensIssued()).isEqualTo(1);
        }
    }

    @Test
    void getsANewTokenOnceWhenOneIsNoLongerAccepted() {
        try (WorkflowHarness harness = harness(60)) {
            harness.faults().spoil(1, page("candidates"), reply -> Reply.json(401, "{\"message\":\"Unauthorized\"}"));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(60);
            assertThat(greenhouse(harness).tokensIssued()).isEqualTo(2);
        }
    }

    @Test
    void doesNotSayTheClientIdThatARefusalRepeats() {
        try (WorkflowHarness harness = harness(1)) {
            RunResult result =
                    harness.with("connector_auth.client_id", "somebody").run();
            assertThat(result.reason()).isEqualTo(Reason.BAD_ORIGIN_PARAMETERS);
            assertThat(result.message()).contains("connector_auth.client_id").doesNotContain("somebody");
        }
    }

    @Test
    void actsAsTheUserThatIsSet() {
        try (WorkflowHarness harness = harness(1).with("connector_auth.sub", "12345")) {
            harness.run();
            assertThat(harness.ledger().entries("greenhouse"))
                    .filteredOn(entry -> entry.line().startsWith("POST /token"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.body()).isEqualTo("grant_type=client_credentials&sub=12345"));
        }
    }

    @Test
    void beginsAgainTwiceWhenCursorsExpireAndDeliversEachCandidateOnce() {
        try (WorkflowHarness harness = harness(120)) {
            greenhouse(harness).expireCursors(2);
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(120);
        }
    }

    @Test
    void deliversTheNewVersionOfACandidateThatChangedBeforeTheListWasBegunAgain() {
        try (WorkflowHarness harness = harness(60)) {
            harness.faults().spoil(1, page("candidates"), reply -> {
                greenhouse(harness).edit(reference(harness, 59), candidate -> candidate.put("last_name", "Newly"));
                return Reply.json(422, "{\"message\":\"Unprocessable Content\"}");
            });
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(61);
        }
    }

    @Test
    void reportsAReadFailureAfterTheThirdExpiredCursorAndDeliversWhatItRead() {
        try (WorkflowHarness harness = harness(60)) {
            greenhouse(harness).expireCursors(3);
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(50);
            assertThat(count(result, Event.READ_FAILURE)).isEqualTo(1);
        }
    }

    @Test
    void followsNoLinkToAnotherHost() {
        try (WorkflowHarness harness = harness(60)) {
            harness.faults()
                    .spoil(
                            1,
                            Faults.request("greenhouse", "GET /v3/candidates"),
                            reply -> reply.with("Link", "<http://127.0.0.1:1/v3/candidates?cursor=x>; rel=\"next\""));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(50);
            assertThat(result.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.message())
                            .contains("connector.greenhouse.base-url")
                            .doesNotContain("cursor"));
        }
    }

    @Test
    void readsTheCandidatesOfAJobThroughItsApplications() {
        // Every second person applied to it, except the fifth, who is a prospect.
        try (WorkflowHarness harness = harness(70).with("pull_parameters.job_id", ENGINEER_JOB)) {
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(34);
            assertThat(harness.requests(
                            "greenhouse", "GET /v3/applications?job_ids=149995&prospect=false&per_page=500"))
                    .isEqualTo(1);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void readsOnlyTheWantedCandidatesOfAJob() {
        try (WorkflowHarness harness = harness(20)) {
            // The fifth person is a prospect of the job, which is no application.
            String wanted = reference(harness, 0) + ", " + reference(harness, 4) + ",12";
            RunResult result = harness.with("pull_parameters.job_id", ENGINEER_JOB)
                    .with("pull_parameters.candidate_ids", wanted)
                    .run();
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(1);
        }
    }

    @Test
    void readsTheCandidatesWithTheseIdsAlone() {
        try (WorkflowHarness harness = harness(20)) {
            String ids = reference(harness, 3) + "," + reference(harness, 5);
            RunResult result =
                    harness.with("pull_parameters.candidate_ids", ids).run();
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(2);
            assertThat(harness.requests("greenhouse", "GET /v3/candidates?per_page=50&ids=" + ids.replace(",", "%2C")))
                    .isEqualTo(1);
        }
    }

    @Test
    void letsAnEmailAddressGoBeforeIds() {
        try (WorkflowHarness harness = harness(20)) {
            String email = Population.person(7).email().toUpperCase(Locale.ROOT);
            RunResult result = harness.with("pull_parameters.email", email)
                    .with("pull_parameters.candidate_ids", reference(harness, 3))
                    .run();
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(harness.requests("greenhouse", "GET /v3/candidates?per_page=50&email="))
                    .isEqualTo(1);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    private static Instant created(Person person) {
        return person.applied().atTime(8, 0).toInstant(ZoneOffset.UTC).plusMillis(person.index());
    }

    @Test
    void sendsOneEndOfOneSpanAndKeepsToTheOthersItself() {
        Instant after = created(Population.person(3));
        Instant before = created(Population.person(20));
        long expected = Population.of(30).stream()
                .map(GreenhouseOriginTest::created)
                .filter(created -> !created.isBefore(after) && created.isBefore(before))
                .count();
        assertThat(expected).isBetween(1L, 29L);
        try (WorkflowHarness harness = harness(30)
                .with("pull_parameters.skip_count", "true")
                .with("pull_parameters.created_after", after.toString())
                .with("pull_parameters.created_before", before.toString())
                .with("pull_parameters.updated_after", "2001-01-01T01:00:00+01:00")
                .with("pull_parameters.updated_before", "2100-01-01")) {
            RunResult result = harness.run();
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(expected);
            assertThat(harness.ledger().entries("greenhouse"))
                    .extracting(Ledger.Entry::line)
                    .contains("GET /v3/candidates?per_page=50&updated_at=gte%7C2001-01-01T00%3A00%3A00Z");
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void sendsAnUpperEndWhenThereIsNoLowerOne() {
        try (WorkflowHarness harness = harness(3).with("pull_parameters.created_before", "2001-01-01")) {
            assertThat(count(harness.run(), Event.READ_SUCCESS)).isZero();
            assertThat(harness.requests(
                            "greenhouse", "GET /v3/candidates?per_page=50&created_at=lt%7C2001-01-01T00%3A00%3A00Z"))
                    .isEqualTo(1);
        }
    }

    @Test
    void uploadsTheNewestResumeEvenOneThatNamesOnlyItsApplicationAndBringsNoTokenAlong() {
        try (WorkflowHarness harness = harness(2)) {
            for (int person : List.of(0, 1)) {
                harness.sandbox()
                        .hrflow()
                        .edit(
                                Sandbox.sourceKey("greenhouse"),
                                reference(harness, person),
                                profile -> profile.putArray("attachments"));
            }
            harness.run();
            assertThat(harness.ledger().entries("files"))
                    .extracting(entry -> entry.line().split("\\?")[0])
                    .containsExactlyInAnyOrder("GET /resume/0.pdf", "GET /resume/1.pdf");
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void asksTheHostOfFilesAgainWhenItStumbles() {
        try (WorkflowHarness harness = harness(1)) {
            harness.sandbox()
                    .hrflow()
                    .edit(
                            Sandbox.sourceKey("greenhouse"),
                            reference(harness, 0),
                            profile -> profile.putArray("attachments"));
            harness.faults().answer(2, request -> request.vendor().equals("files"), Reply.empty(503));
            harness.run();
            assertThat(harness.requests("hrflow", "POST /v1/profile/parsing/file"))
                    .isEqualTo(1);
        }
    }
}
