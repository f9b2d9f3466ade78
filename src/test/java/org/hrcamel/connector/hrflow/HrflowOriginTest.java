package org.hrcamel.connector.hrflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HrFlow as an origin, in the one workflow that reads it. */
class HrflowOriginTest {

    private static final String LISTING = "GET /v1/storing/profiles";

    private static WorkflowHarness harness(int people) {
        return new WorkflowHarness("hrflow-update-profiles-in-breezyhr", people)
                .withSetting("connector.hrflow.page-size", "10");
    }

    private static String key(WorkflowHarness harness, int index) {
        String reference = harness.sandbox().breezyhr().reference(Population.person(index));
        return harness.profile("breezyhr", reference).orElseThrow().path("key").asText();
    }

    private static void assertRead(RunResult result, long profiles) {
        assertThat(result.status()).as("%s", result).isEqualTo(Status.SUCCESS);
        assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(profiles);
    }

    @Test
    void readsEveryProfileOfTheSourceOldestFirstPageByPage() {
        try (WorkflowHarness harness = harness(25)) {
            assertRead(harness.run(), 25);
            assertThat(harness.requests(
                            "hrflow",
                            LISTING + "?source_keys=%5B%22" + Sandbox.sourceKey("breezyhr")
                                    + "%22%5D&return_profile=true&page=3&limit=10&sort_by=created_at&order_by=asc"))
                    .isEqualTo(1);
            assertThat(harness.requests("hrflow", LISTING)).isEqualTo(3);
            assertThat(harness.requests("hrflow", "GET /v1/profile/indexing")).isZero();
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void believesTheLastPageWhenPagesAreSmallerThanAsked() {
        try (WorkflowHarness harness = harness(25)) {
            harness.sandbox().hrflow().rowsPerPage(5);
            assertRead(harness.run(), 25);
        }
    }

    @Test
    void deliversAProfileOnceWhenAPageComesTwice() {
        try (WorkflowHarness harness = harness(25)) {
            Reply[] first = new Reply[1];
            harness.faults().spoil(1, Faults.request("hrflow", LISTING), reply -> first[0] = reply);
            harness.faults().spoil(1, Faults.request("hrflow", LISTING), reply -> first[0]);
            RunResult result = harness.run();
            // The repeated page says that it is the first of three, so the third one still follows.
            assertRead(result, 15);
        }
    }

    @Test
    void findsNothingInAnEmptySource() {
        try (WorkflowHarness harness = harness(0)) {
            assertRead(harness.run(), 0);
        }
    }

    @Test
    void readsOnlyTheProfilesWhoseKeysAreGiven() {
        try (WorkflowHarness harness = harness(6)) {
            String keys = key(harness, 4) + " , " + key(harness, 1) + "," + key(harness, 4);
            assertRead(harness.with("pull_parameters.profile_key", keys).run(), 2);
            assertThat(harness.requests("hrflow", LISTING)).isZero();
            assertThat(harness.sandbox()
                            .breezyhr()
                            .candidate(harness.sandbox().breezyhr().reference(Population.person(4)))
                            .path("phone_number")
                            .asText())
                    .isEqualTo("+19990000004");
        }
    }

    @Test
    void countsAnUnknownKeyAsAReadFailureAndDeliversTheOthers() {
        try (WorkflowHarness harness = harness(6)) {
            String unknown = "0".repeat(40);
            RunResult result = harness.with("pull_parameters.profile_key", unknown + "," + key(harness, 1))
                    .run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.READ_FAILURE)).isEqualTo(1);
            assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(result.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.reference()).isEqualTo(unknown);
                assertThat(failure.reason()).isEqualTo("profile_not_found");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"pull_parameters.source_key, 0000000000000000000000000000000000000000", "hrflow_auth.api_secret, ask_no"
    })
    void stopsWhenTheSourceOrTheKeyIsRefused(String setting, String value) {
        try (WorkflowHarness harness = harness(3).with(setting, value)) {
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.FATAL);
            assertThat(result.reason().code()).isEqualTo("bad_origin_parameters");
            assertThat(result.message()).contains(setting).doesNotContain(value);
            assertThat(harness.sandbox().breezyhr().openSessions()).isZero();
        }
    }

    @Test
    void deliversWhatWasReadBeforeTheListingFailed() {
        try (WorkflowHarness harness = harness(25)) {
            harness.faults()
                    .answer(
                            100,
                            request -> String.valueOf(request.rawQuery()).contains("page=2"),
                            Reply.json(402, "{\"code\":402,\"message\":\"quota\"}"));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(10);
            assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(10);
        }
    }

    @Test
    void isFatalWhenNothingCanBeListed() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().answer(100, Faults.request("hrflow", LISTING), Reply.empty(502));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.FATAL);
            assertThat(result.reason().code()).isEqualTo("read_failure");
        }
    }

    @Test
    void triesAgainWhenHrflowStumblesOrAnAnswerIsCutShort() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().answer(1, Faults.request("hrflow", LISTING), Reply.empty(503));
            harness.faults().spoil(1, Faults.request("hrflow", LISTING), Reply::cutShort);
            assertRead(harness.run(), 3);
        }
    }

    @Test
    void refusesAProfileKeyThatIsNoKeyOrMixesAllWithSome() {
        assertThatThrownBy(() -> WantedProfiles.parse(" , ")).hasMessageContaining("no key");
        assertThatThrownBy(() -> WantedProfiles.parse("*,a")).hasMessageContaining("beside *");
        assertThat(WantedProfiles.parse(" * ").isAll()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "cv.pdf, resume, .pdf, cv.pdf",
        "CV Ada.PDF, resume, pdf, CV Ada.PDF",
        "original, original, .docx, original.docx",
        "'', resume, '', resume",
        "'', '', .pdf, "
    })
    void namesAFileAsItCameWithItsExtension(String original, String file, String extension, String name) {
        var attachment = JsonNodeFactory.instance
                .objectNode()
                .put("original_file_name", original)
                .put("file_name", file)
                .put("extension", extension);
        assertThat(ProfileResume.name(attachment)).isEqualTo(Optional.ofNullable(name));
    }
}
