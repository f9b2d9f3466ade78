package org.hrcamel.connector.smartrecruiters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.JsonNode;
import org.hrcamel.connector.OriginContractTest;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.sandbox.smartrecruiters.LastPage;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmartrecruitersOriginTest extends OriginContractTest {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";

    @Override
    protected Subject subject() {
        return new Subject(
                WORKFLOW, "smartrecruiters", 10, "GET /candidates", "GET /candidates/", "connector_auth.x_smart_token");
    }

    @Override
    protected void prepare(WorkflowHarness harness) {
        harness.with("pull_parameters.limit", "10");
    }

    private static WorkflowHarness harness(int people) {
        return new WorkflowHarness(WORKFLOW, people).with("pull_parameters.limit", "10");
    }

    @Test
    void asksForAHundredAtATimeWhateverMoreIsSet() {
        try (WorkflowHarness harness = harness(3).with("pull_parameters.limit", "5000")) {
            harness.run();
            assertThat(harness.requests("smartrecruiters", "GET /candidates?limit=100"))
                    .isEqualTo(1);
        }
    }

    @Test
    void sendsEveryPullParameterInTheVendorsForm() {
        try (WorkflowHarness harness = harness(3)
                .with("pull_parameters.query", "\"a+b@example.com\"")
                .with("pull_parameters.job_ids", "j1,j2")
                .with("pull_parameters.tags[0]", "java & more")
                .with("pull_parameters.status", "NEW,HIRED")
                .with("pull_parameters.onboarding_status", "READY_TO_ONBOARD")
                .with("pull_parameters.updated_after", "2026-11-01T02:00:00+02:00")) {
            harness.run();
            assertThat(harness.requests(
                            "smartrecruiters",
                            "GET /candidates?limit=10&q=%22a%2Bb%40example.com%22&jobId=j1&jobId=j2&tag=java%20%26%20more"
                                    + "&status=NEW&status=HIRED&onboardingStatus=READY_TO_ONBOARD"
                                    + "&updatedAfter=2026-11-01T00%3A00%3A00.000Z"))
                    .isEqualTo(1);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(LastPage.class)
    void knowsTheLastPageInEachOfItsForms(LastPage form) {
        try (WorkflowHarness harness = harness(25)) {
            harness.sandbox().smartrecruiters().lastPage(form);
            assertThat(count(harness.run(), Event.READ_SUCCESS)).isEqualTo(25);
        }
    }

    @Test
    void readsEveryPageWhenOnlyTheLinkHeaderTellsTheNextOne() {
        try (WorkflowHarness harness = harness(25)) {
            harness.sandbox().smartrecruiters().linkOnly(true);
            assertThat(count(harness.run(), Event.READ_SUCCESS)).isEqualTo(25);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void deliversWhatItReadWhenAPageIdComesAgain() {
        try (WorkflowHarness harness = harness(2)) {
            harness.faults()
                    .answer(1, SmartrecruitersOriginTest::isListing, page(row(harness, 0), "again"))
                    .answer(1, SmartrecruitersOriginTest::isListing, page(row(harness, 1), "again"));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(2);
            assertThat(count(result, Event.READ_FAILURE)).isEqualTo(1);
        }
    }

    private static boolean isListing(Request request) {
        return request.vendor().equals("smartrecruiters") && request.rawPath().endsWith("/candidates");
    }

    private static Reply page(String row, String nextPageId) {
        return Reply.json(200, "{\"content\":[" + row + "],\"nextPageId\":\"" + nextPageId + "\"}");
    }

    private static String row(WorkflowHarness harness, int person) {
        return "{\"id\":\"" + reference(harness, person) + "\",\"updatedOn\":\"2026-11-01T00:00:00.000Z\"}";
    }

    private static String reference(WorkflowHarness harness, int person) {
        return harness.sandbox().smartrecruiters().reference(Population.person(person));
    }

    @Test
    void skipsACandidateThatIsGoneWhenItsDetailIsRead() {
        try (WorkflowHarness harness = harness(4)) {
            String gone = harness.sandbox().smartrecruiters().reference(Population.person(2));
            harness.sandbox().smartrecruiters().vanish(gone);
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_GONE)).isEqualTo(1);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(3);
        }
    }

    @Test
    void takesTheRowsIdAndConsentWhenTheDetailTellsNeither() {
        try (WorkflowHarness harness = harness(1)) {
            harness.faults()
                    .answer(
                            1,
                            Faults.request("smartrecruiters", "GET ").and(request -> !isListing(request)),
                            Reply.json(200, "{\"firstName\":\"Ricky\",\"consent\":null}"));
            assertThat(harness.run().status()).isEqualTo(Status.SUCCESS);
            JsonNode profile =
                    harness.profile("smartrecruiters", reference(harness, 0)).orElseThrow();
            assertThat(profile.path("info").path("first_name").asText()).isEqualTo("Ricky");
            assertThat(profile.path("tags").findValuesAsText("name")).contains("consent_status");
        }
    }

    @Test
    void deliversBothVersionsOfACandidateThatChangesDuringTheListing() {
        try (WorkflowHarness harness = harness(2)) {
            String changed = row(harness, 0).replace("2026-11-01", "2026-11-02");
            harness.faults()
                    .answer(1, SmartrecruitersOriginTest::isListing, page(row(harness, 0), "a"))
                    .answer(1, SmartrecruitersOriginTest::isListing, page(changed + "," + changed, ""));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(2);
        }
    }

    @Test
    void deliversACandidateOnceWhenPagesOverlap() {
        try (WorkflowHarness harness = harness(25)) {
            harness.sandbox().smartrecruiters().overlappingPages(true);
            assertThat(count(harness.run(), Event.READ_SUCCESS)).isEqualTo(25);
        }
    }

    @Test
    void startsOnceAgainWhenAPageIdHasEnded() {
        try (WorkflowHarness harness = harness(25)) {
            harness.faults()
                    .answer(
                            1,
                            request -> request.vendor().equals("smartrecruiters")
                                    && String.valueOf(request.rawQuery()).contains("pageId="),
                            Reply.json(400, "{\"message\":\"bad pageId\"}"));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(25);
        }
    }

    @Test
    void deliversWhatItReadWhenPageIdsKeepEnding() {
        try (WorkflowHarness harness = harness(25)) {
            harness.faults()
                    .answer(
                            2,
                            request -> isListing(request) && request.rawQuery().contains("pageId="),
                            Reply.json(400, "{\"message\":\"bad pageId\"}"));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(10);
            assertThat(count(result, Event.READ_FAILURE)).isEqualTo(1);
        }
    }

    @Test
    void keepsToTheVendorsRateAndConcurrencyWithoutASingleRefusal() {
        try (WorkflowHarness harness = harness(15)
                .withSetting("connector.smartrecruiters.rate-limit", "10/1s")
                .with("parallelism", "32")) {
            harness.sandbox().smartrecruiters().strictLimits(true);
            assertThat(harness.run().status()).isEqualTo(Status.SUCCESS);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void uploadsTheResumeOfACandidateWhoseProfileHasNone() {
        try (WorkflowHarness harness = harness(12)) {
            harness.run();
            assertThat(harness.requests("hrflow", "POST /v1/profile/parsing/file"))
                    .isPositive();
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void findsTheResumeAtTheApplicationAndBehindARedirectToAnotherHost() {
        try (WorkflowHarness harness = harness(12)) {
            harness.sandbox().smartrecruiters().attachmentsOnJob(true).redirectDownloads(true);
            harness.run();
            assertThat(harness.requests("files", "GET /resume/")).isPositive();
            assertThat(harness.requests("hrflow", "POST /v1/profile/parsing/file"))
                    .isPositive();
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void takesAnApplicationsResumeBeforeAnotherDocumentOfTheCandidate() {
        try (WorkflowHarness harness = harness(1)) {
            harness.sandbox()
                    .hrflow()
                    .edit(
                            Sandbox.sourceKey("smartrecruiters"),
                            reference(harness, 0),
                            profile -> profile.putArray("attachments"));
            harness.faults()
                    .answer(
                            1,
                            request -> request.rawPath().endsWith("/attachments")
                                    && !request.rawPath().contains("/jobs/"),
                            Reply.json(
                                    200,
                                    "{\"content\":[{\"id\":\"letter\",\"name\":\"letter.pdf\",\"type\":\"COVER_LETTER\"}]}"));
            harness.run();
            assertThat(harness.requests("hrflow", "POST /v1/profile/parsing/file"))
                    .isEqualTo(1);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }
}
