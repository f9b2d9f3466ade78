package org.hrcamel.connector.hrflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.ItemFailure;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of two people the first has a résumé in HrFlow, the second has one at SmartRecruiters alone. */
class ResumeUploadTest {

    private static final String UPLOAD = "POST /v1/profile/parsing/file";
    private static final String EDIT = "PUT /v1/profile/indexing";

    private static WorkflowHarness harness() {
        return new WorkflowHarness("smartrecruiters-update-profiles-in-hrflow", 2);
    }

    private static ObjectNode second(WorkflowHarness harness) {
        return harness.profile("smartrecruiters", reference(harness)).orElseThrow();
    }

    private static String reference(WorkflowHarness harness) {
        return harness.sandbox().smartrecruiters().reference(Population.person(1));
    }

    private static void assertParsedAndEdited(WorkflowHarness harness, RunResult result) {
        assertThat(result.status()).as("%s", result).isEqualTo(Status.SUCCESS);
        assertThat(second(harness).path("text").asText()).startsWith("resume of candidate 1");
        assertThat(second(harness).path("skills").findValuesAsText("name"))
                .anyMatch(name -> name.startsWith("parsed from"));
        assertThat(second(harness).at("/info/first_name").asText()).isEqualTo("José");
        assertThat(second(harness).path("tags").findValuesAsText("name")).contains("job_title", "old_campaign");
        assertThat(second(harness).path("labels")).hasSize(1);
        assertThat(harness.requests("hrflow", EDIT)).isEqualTo(2);
        assertThat(harness.ledger().violations()).isEmpty();
    }

    @Test
    void aResumeParsedAtOnceIsTheBaseOfTheEdit() {
        try (WorkflowHarness harness = harness()) {
            RunResult result = harness.run();

            assertParsedAndEdited(harness, result);
            assertThat(harness.requests("hrflow", UPLOAD)).isEqualTo(1);
        }
    }

    @Test
    void aQueuedResumeIsAwaitedAndThenEdited() {
        try (WorkflowHarness harness = harness()) {
            harness.sandbox().hrflow().syncParsing(false).parsedAtRead(3);

            assertParsedAndEdited(harness, harness.run());
        }
    }

    @Test
    void whatTheSourceSaysOfItselfDoesNotDecide() {
        try (WorkflowHarness harness = harness()) {
            harness.sandbox().hrflow().showsSyncParsing(false).syncParsing(false);

            assertParsedAndEdited(harness, harness.run());
        }
    }

    @Test
    void aResumeThatIsNeverParsedFailsItsItemAndNothingIsEdited() {
        try (WorkflowHarness harness = harness().withSetting("connector.hrflow.parsing-wait", "50ms")) {
            harness.sandbox().hrflow().syncParsing(false).parsedAtRead(Integer.MAX_VALUE);

            RunResult result = harness.run();

            assertThat(result.failures()).extracting(ItemFailure::reason).containsExactly("parsing_timeout");
            assertThat(result.failures()).extracting(ItemFailure::reference).containsExactly(reference(harness));
            assertThat(harness.requests("hrflow", EDIT)).isEqualTo(1);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void anUploadWhoseAnswerIsLostIsLookedUpBeforeItIsSentAgain() {
        try (WorkflowHarness harness = harness()) {
            harness.faults().spoil(1, Faults.request("hrflow", UPLOAD), Reply::cutShort);

            assertParsedAndEdited(harness, harness.run());
            assertThat(harness.requests("hrflow", UPLOAD)).isEqualTo(1);
        }
    }

    @Test
    void anUploadThatDidNotArriveIsSentAgainAfterTheLook() {
        try (WorkflowHarness harness = harness()) {
            harness.faults().answer(1, Faults.request("hrflow", UPLOAD), Reply.empty(502));

            assertParsedAndEdited(harness, harness.run());
            assertThat(harness.requests("hrflow", UPLOAD)).isEqualTo(2);
        }
    }

    @Test
    void aProfileWithAResumeKeepsIt() {
        try (WorkflowHarness harness = harness()) {
            harness.run();
            harness.ledger().clear();

            RunResult again = harness.run();

            assertThat(count(again, Event.WRITE_UNCHANGED)).isEqualTo(2);
            assertThat(harness.requests("hrflow", UPLOAD)).isZero();
            assertThat(harness.requests("smartrecruiters", "GET /candidates/" + reference(harness) + "/attachments"))
                    .isZero();
        }
    }

    @Test
    void anArchivedProfileGetsNoResume() {
        try (WorkflowHarness harness = harness()) {
            harness.sandbox().hrflow().archive(Sandbox.sourceKey("smartrecruiters"), reference(harness));

            harness.run();

            assertThat(harness.requests("hrflow", UPLOAD)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500})
    void aFileThatCannotBeHadDoesNotFailTheProfile(int status) {
        try (WorkflowHarness harness = harness()) {
            harness.faults()
                    .answer(
                            100,
                            request -> request.rawPath().contains("/attachments/"),
                            Reply.text(status, "text/html", "<h1>no</h1>"));

            RunResult result = harness.run();

            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(2);
            assertThat(harness.requests("hrflow", UPLOAD)).isZero();
        }
    }

    @Test
    void aResumeThatHrflowRefusesDoesNotKeepTheProfileFromBeingEdited() {
        try (WorkflowHarness harness = harness()) {
            harness.faults()
                    .answer(1, Faults.request("hrflow", UPLOAD), Reply.json(400, "{\"code\":400,\"message\":\"bad\"}"));

            RunResult result = harness.run();

            assertThat(result.failures()).isEmpty();
            assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(2);
        }
    }
}
