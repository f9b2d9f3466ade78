package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hrcamel.http.Json;
import org.hrcamel.workflow.RunResult.ItemChange;
import org.junit.jupiter.api.Test;

class RunResultTest {

    private static RunResult result(boolean persist, Status status, Reason reason, String message) {
        Map<Event, Long> events = new EnumMap<>(Event.class);
        for (Event event : Event.values()) {
            events.put(event, (long) events.size());
        }
        return new RunResult(
                "acme-route",
                "acme",
                "run-1",
                status,
                reason,
                message,
                persist,
                true,
                "2026-11-01",
                Instant.parse("2026-11-01T12:00:00Z"),
                Instant.parse("2026-11-01T12:00:05.250Z"),
                events,
                List.of(new ItemFailure("123", Step.PUSH, "profile_not_found", "no such profile")),
                List.of(
                        new ItemChange(
                                "124", new Change("info.phone", TextNode.valueOf("+33 1"), TextNode.valueOf("+33 2"))),
                        new ItemChange("125", new Change("info.email", null, TextNode.valueOf("a@b.c")))));
    }

    private static final String EVENTS = "\"events\":{\"read_success\":0,\"read_failure\":1,\"read_gone\":2,"
            + "\"skipped_unchanged\":3,\"skipped_archived\":4,\"logics_discard\":5,\"logics_failure\":6,"
            + "\"format_failure\":7,\"write_success\":8,\"write_unchanged\":9,\"write_failure\":10,"
            + "\"callback_executed\":11,\"callback_failure\":12},"
            + "\"failures\":[{\"reference\":\"123\",\"step\":\"push\",\"reason\":\"profile_not_found\","
            + "\"message\":\"no such profile\"}]";

    @Test
    void isWrittenWithTheseNamesInThisOrder() {
        assertThat(Json.text(result(true, Status.SUCCESS_WITH_FAILURES, Reason.NONE, "")
                        .json()))
                .isEqualTo("{\"workflow\":\"acme-route\",\"workflow_id\":\"acme\",\"run_id\":\"run-1\","
                        + "\"status\":\"success_with_failures\",\"reason\":\"none\",\"persist\":true,"
                        + "\"incremental\":true,\"cursor\":\"2026-11-01\",\"started_at\":\"2026-11-01T12:00:00Z\","
                        + "\"finished_at\":\"2026-11-01T12:00:05.250Z\"," + EVENTS + "}");
    }

    @Test
    void isSummedUpInWordsWithTheCountsThatAreNotZero() {
        assertThat(new RunSummary(result(true, Status.SUCCESS_WITH_FAILURES, Reason.WRITE_FAILURE, "")))
                .hasToString("success_with_failures (write_failure), 1 not readable, 2 gone, 3 skipped as unchanged,"
                        + " 4 skipped as archived, 5 discarded, 6 failed in logics, 7 failed in format, 8 written,"
                        + " 9 unchanged, 10 not written, 11 callback, 12 failed callback, in 5.3 s");
        assertThat(new RunSummary(result(true, Status.SUCCESS, Reason.NONE, "")).toString())
                .startsWith("success, ");
    }

    @Test
    void listsTheChangesOfADryRunLast() {
        assertThat(Json.text(result(false, Status.SUCCESS, Reason.NONE, "").json()))
                .endsWith(EVENTS
                        + ",\"changes\":[{\"reference\":\"124\",\"path\":\"info.phone\",\"from\":\"+33 1\",\"to\":\"+33 2\"},"
                        + "{\"reference\":\"125\",\"path\":\"info.email\",\"from\":null,\"to\":\"a@b.c\"}]}");
    }

    @Test
    void keepsTheChangesOutOfTheLog() {
        assertThat(result(false, Status.SUCCESS, Reason.NONE, "").toString())
                .doesNotContain("changes", "+33", "a@b.c")
                .contains("\"workflow\":\"acme-route\"");
    }

    @Test
    void saysWhyAFatalRunWasGivenUp() {
        assertThat(result(true, Status.FATAL, Reason.BAD_TARGET_PARAMETERS, "change api_secret")
                        .toString())
                .contains(
                        "\"status\":\"fatal\",\"reason\":\"bad_target_parameters\",\"message\":\"change api_secret\"");
    }

    @Test
    void endsTheProcessWithItsStatus() {
        assertThat(Status.SUCCESS.exitCode()).isZero();
        assertThat(Status.SUCCESS_WITH_FAILURES.exitCode()).isEqualTo(1);
        assertThat(Status.FATAL.exitCode()).isEqualTo(2);
    }
}
