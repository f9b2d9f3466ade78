package org.hrcamel.connector.hrflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.Test;

/** One JazzHR applicant with a résumé, whose profile has none. */
class ResumeParsingTest {

    private static final Predicate<Request> PARSE = Faults.request("hrflow", "POST /v1/profile/parsing/file");

    private static WorkflowHarness harness() {
        WorkflowHarness harness = new WorkflowHarness("jazzhr-update-profiles-in-hrflow", 1);
        harness.sandbox().hrflow().edit(Sandbox.sourceKey("jazzhr"), reference(harness), profile -> {
            profile.putArray("attachments");
            profile.put("created_at", "2019-02-03T04:05:06+0000");
            profile.putArray("labels")
                    .addObject()
                    .put("board_key", "1".repeat(40))
                    .put("stage", "yes");
            profile.withArray("tags").addObject().put("name", "recruiter").put("value", "Zoë");
            profile.withArray("metadatas").addObject().put("name", "origin").put("value", "fair");
        });
        return harness;
    }

    private static String reference(WorkflowHarness harness) {
        return harness.sandbox().jazzhr().reference(Population.person(0));
    }

    private static ObjectNode profile(WorkflowHarness harness) {
        return harness.profile("jazzhr", reference(harness)).orElseThrow();
    }

    private static void assertParsedAndEdited(WorkflowHarness harness, RunResult result) {
        assertThat(count(result, Event.WRITE_SUCCESS)).as("%s", result).isEqualTo(1);
        assertThat(profile(harness).path("attachments")).hasSize(2);
        assertThat(harness.ledger().violations()).isEmpty();
    }

    @Test
    void keepsWhatRecruitersNotedWhenAResumeIsParsed() {
        try (WorkflowHarness harness = harness()) {
            RunResult result = harness.run();
            assertParsedAndEdited(harness, result);
            ObjectNode profile = profile(harness);
            assertThat(profile.at("/labels/0/stage").asText()).isEqualTo("yes");
            assertThat(profile.path("tags").findValuesAsText("name")).contains("recruiter");
            assertThat(profile.path("tags").findValuesAsText("value")).contains("Zoë");
            assertThat(profile.path("metadatas").findValuesAsText("name")).contains("origin");
            assertThat(profile.path("created_at").asText()).isEqualTo("2019-02-03T04:05:06+0000");
        }
    }

    @Test
    void goesOnLookingWhileHrflowAnswersThatTheProfileIsNotReady() {
        try (WorkflowHarness harness = harness()) {
            harness.sandbox().hrflow().syncParsing(false);
            AtomicBoolean queued = new AtomicBoolean();
            harness.faults()
                    .answer(
                            2,
                            request -> {
                                queued.compareAndSet(false, PARSE.test(request));
                                return queued.get() && request.method().equals("GET");
                            },
                            Reply.json(400, "{\"code\":400,\"message\":\"Profile is being parsed\"}"));
            assertParsedAndEdited(harness, harness.run());
        }
    }

    @Test
    void editsTheProfileWhoseResumeIsRefused() {
        try (WorkflowHarness harness = harness()) {
            harness.faults().answer(1, PARSE, Reply.json(422, "{\"code\":422,\"message\":\"Unreadable file\"}"));
            RunResult result = harness.run();
            assertThat(count(result, Event.WRITE_SUCCESS)).as("%s", result).isEqualTo(1);
            assertThat(harness.requests("hrflow", "PUT /v1/profile/indexing")).isEqualTo(1);
            assertThat(profile(harness).path("attachments")).isEmpty();
        }
    }

    @Test
    void looksTheProfileUpOnceMoreWhenItsReferenceIsTaken() {
        try (WorkflowHarness harness = harness()) {
            harness.faults()
                    .answer(
                            1,
                            PARSE,
                            Reply.json(
                                    400,
                                    "{\"code\":400,\"message\":\"Cannot create profile with this reference: x. Already used!\"}"));
            assertParsedAndEdited(harness, harness.run());
            assertThat(harness.requests("hrflow", "GET /v1/profile/indexing")).isEqualTo(2);
        }
    }

    @Test
    void uploadsAgainAfterServerErrorsAndOnlyOnceWhenTheAnswerGotLost() {
        try (WorkflowHarness harness = harness()) {
            harness.faults().answer(2, PARSE, Reply.empty(503)).spoil(1, PARSE, Reply::cutShort);
            assertParsedAndEdited(harness, harness.run());
            assertThat(harness.requests("hrflow", "POST /v1/profile/parsing/file"))
                    .isEqualTo(3);
        }
    }
}
