package org.hrcamel.connector.smartrecruiters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.hrcamel.http.Json;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Ledger;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmartrecruitersIncrementalTest {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";
    private static final int PEOPLE = 7;

    private static WorkflowHarness harness() {
        return new WorkflowHarness(WORKFLOW, PEOPLE).with("incremental", "true");
    }

    private static String reference(WorkflowHarness harness, int person) {
        return harness.sandbox()
                .smartrecruiters()
                .reference(Population.of(PEOPLE).get(person));
    }

    private static List<String> lists(WorkflowHarness harness) {
        return harness.ledger().entries("smartrecruiters").stream()
                .map(Ledger.Entry::line)
                .filter(line -> line.startsWith("GET /candidates?"))
                .toList();
    }

    private static long details(WorkflowHarness harness) {
        return harness.ledger().entries("smartrecruiters").stream()
                .filter(entry -> entry.line().matches("GET /candidates/[^/?]+"))
                .count();
    }

    /** Changes the next answer to a request of SmartRecruiters that starts like this. */
    private static void answersChanged(WorkflowHarness harness, int times, String start, Consumer<ObjectNode> change) {
        harness.faults().spoil(times, Faults.request("smartrecruiters", start), reply -> {
            try {
                ObjectNode body = (ObjectNode) Json.mapper().readTree(reply.body());
                change.accept(body);
                return Reply.json(reply.status(), Json.text(body));
            } catch (IOException malformed) {
                throw new AssertionError(malformed);
            }
        });
    }

    @Test
    void asksForWhatChangedSinceTheCursorLessTheOverlapAndReadsNoDetailOfWhoWasDelivered() {
        try (WorkflowHarness harness = harness()) {
            Instant cursor = Instant.parse(harness.run().cursor());
            harness.withSetting("hrcamel.state.overlap", "9000d");
            harness.ledger().clear();

            RunResult second = harness.run();

            assertThat(lists(harness)).allMatch(line -> line.contains("updatedAfter="));
            assertThat(lists(harness).get(0))
                    .contains(cursor.minus(Duration.ofDays(9000)).toString().substring(0, 10));
            assertThat(count(second, Event.SKIPPED_UNCHANGED)).isEqualTo(PEOPLE);
            assertThat(details(harness)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-3600, 3600})
    void losesNoChangeWhenTheVendorsClockGoesWrong(int secondsAhead) {
        Clock vendors = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(secondsAhead));
        try (WorkflowHarness harness = new WorkflowHarness(WORKFLOW, PEOPLE, vendors).with("incremental", "true")) {
            harness.withSetting("hrcamel.state.overlap", "2s");
            harness.run();
            harness.sandbox().setPhone(2, "+17770000009");
            assertThat(count(harness.run(), Event.WRITE_SUCCESS)).isEqualTo(1);
        }
    }

    @Test
    void theOperatorsOwnTimeGoesFirst() {
        try (WorkflowHarness harness = harness().with("pull_parameters.updated_after", "2011-01-01T00:00:00Z")) {
            harness.run();
            harness.ledger().clear();
            harness.run();
            assertThat(lists(harness)).allMatch(line -> line.contains("updatedAfter=2011-01-01"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pull_parameters.status",
                "pull_parameters.tags",
                "pull_parameters.job_ids",
                "pull_parameters.query"
            })
    void aFilteredListingIsReadWholeSinceWhoComesIntoItsScopeNeedNotHaveChanged(String filter) {
        try (WorkflowHarness harness = harness().with(filter, "NEW")) {
            harness.run();
            harness.ledger().clear();
            RunResult second = harness.run();
            assertThat(lists(harness)).isNotEmpty().noneMatch(line -> line.contains("updatedAfter"));
            assertThat(details(harness)).isZero();
            assertThat(count(second, Event.WRITE_SUCCESS)).isZero();
        }
    }

    @Test
    void aCandidateWhoMayNotBeReadIsAFailureOfHisOwn() {
        try (WorkflowHarness harness = harness()) {
            String forbidden = "GET /candidates/" + reference(harness, 3);
            harness.faults().answer(100, Faults.request("smartrecruiters", forbidden), Reply.json(403, "{}"));

            RunResult result = harness.run();

            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(result.failures())
                    .extracting(failure -> failure.reason())
                    .containsExactly("not_permitted");
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(PEOPLE - 1);
            assertThat(result.cursor()).isNotNull();
        }
    }

    @Test
    void theRowsTimeIsTheVersionWhereTheDetailTellsNone() {
        try (WorkflowHarness harness = harness()) {
            answersChanged(harness, PEOPLE, "GET /candidates/", detail -> detail.remove("updatedOn"));
            harness.run();
            harness.faults().clear();
            harness.withSetting("hrcamel.state.overlap", "9000d");
            assertThat(count(harness.run(), Event.SKIPPED_UNCHANGED)).isEqualTo(PEOPLE);
        }
    }

    @Test
    void whoFailedIsAskedForByIdOnceTheListingNoLongerShowsHim() {
        try (WorkflowHarness harness = harness()) {
            String reference = reference(harness, 1);
            harness.faults()
                    .answer(1, request -> isPushOf(request.text(), reference), Reply.json(422, "{\"code\":422}"));
            assertThat(count(harness.run(), Event.WRITE_FAILURE)).isEqualTo(1);
            harness.ledger().clear();

            RunResult second = harness.run();

            assertThat(details(harness)).isEqualTo(1);
            assertThat(harness.requests("smartrecruiters", "GET /candidates/" + reference))
                    .isPositive();
            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
        }
    }

    private static boolean isPushOf(String body, String reference) {
        return body.contains("\"reference\":\"" + reference + "\"") && body.contains("source_key");
    }

    @Test
    void aFullRunReadsEverybodyAgain() {
        try (WorkflowHarness harness = harness()) {
            harness.run();
            harness.ledger().clear();
            harness.run(new RunRequest(false, true));
            assertThat(lists(harness)).noneMatch(line -> line.contains("updatedAfter"));
            assertThat(details(harness)).isEqualTo(PEOPLE);
        }
    }
}
