package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Ledger;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.greenhouse.SimulatedGreenhouse;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyOriginTest {

    private static WorkflowHarness harness(int people) {
        return new WorkflowHarness(GreenhouseOriginTest.WORKFLOW, people)
                .with("connector_auth.auth", SimulatedGreenhouse.API_KEY)
                .with("connector_auth.client_id", "")
                .with("connector_auth.client_secret", "");
    }

    @Test
    void followsTheLinksOfV1AndStopsWhereNoneSaysNext() {
        // The second page's header has a link to the last page only.
        try (WorkflowHarness harness = harness(501)) {
            RunResult result = harness.dryRun();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(501);
            assertThat(harness.requests("greenhouse", "GET")).isEqualTo(2);
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void sendsEveryPullParameterUnderItsOwnName() {
        try (WorkflowHarness harness = harness(3)
                .with("pull_parameters.skip_count", "TRUE")
                .with("pull_parameters.created_before", "2026-01-02T00:00:00Z")
                .with("pull_parameters.created_after", "2001-01-01")
                .with("pull_parameters.updated_before", "2026-01-04")
                .with("pull_parameters.updated_after", "2001-01-03")
                .with("pull_parameters.job_id", "149995")
                .with("pull_parameters.candidate_ids", "53883394, 12")) {
            RunResult result = harness.run();
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(harness.ledger().entries("greenhouse"))
                    .extracting(Ledger.Entry::line)
                    .containsExactly("GET /v1/candidates?per_page=500&skip_count=true"
                            + "&created_before=2026-01-02T00%3A00%3A00Z&created_after=2001-01-01T00%3A00%3A00Z"
                            + "&updated_before=2026-01-04T00%3A00%3A00Z&updated_after=2001-01-03T00%3A00%3A00Z"
                            + "&job_id=149995&candidate_ids=53883394%2C12");
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void leavesOutIdsBesideAnEmailAddress() {
        try (WorkflowHarness harness = harness(20)
                .with("pull_parameters.email", Population.person(7).email())
                .with("pull_parameters.candidate_ids", "12")) {
            assertThat(count(harness.run(), Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(harness.ledger().entries("greenhouse"))
                    .extracting(Ledger.Entry::line)
                    .noneMatch(line -> line.contains("candidate_ids"));
        }
    }

    @Test
    void saysThatTheApiIsRetiredOrTheKeyIsBadWhenV1IsGone() {
        try (WorkflowHarness harness = harness(3)) {
            harness.sandbox().greenhouse().retired(true);
            assertRetired(harness.run());
            assertThat(harness.requests("greenhouse", "GET")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void takesEveryOtherRefusalOfV1ForTheSame(int status) {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults()
                    .answer(
                            9,
                            Faults.request("greenhouse", "GET /v1/"),
                            Reply.text(status, "text/html", "<h1>no</h1>"));
            assertRetired(harness.run());
        }
    }

    private static void assertRetired(RunResult result) {
        assertThat(result.status()).isEqualTo(Status.FATAL);
        assertThat(result.reason()).isEqualTo(Reason.BAD_ORIGIN_PARAMETERS);
        assertThat(result.message())
                .contains("retired API or a bad key", "connector_auth.auth", "connector_auth.client_id")
                .doesNotContain(SimulatedGreenhouse.API_KEY);
    }

    @Test
    void sendsTheSameProfilesAsV3() {
        try (WorkflowHarness legacy = harness(8);
                WorkflowHarness current = new WorkflowHarness(GreenhouseOriginTest.WORKFLOW, 8)) {
            legacy.run();
            current.run();
            for (Person person : Population.of(8)) {
                String reference = legacy.sandbox().greenhouse().reference(person);
                ObjectNode old = legacy.profile("greenhouse", reference).orElseThrow();
                ObjectNode today = current.profile("greenhouse", reference).orElseThrow();
                assertThat(old.path("info")).isEqualTo(today.path("info"));
                // The two APIs list them in different orders.
                assertThat(old.path("experiences")).containsExactlyInAnyOrderElementsOf(today.path("experiences"));
                assertThat(old.path("educations")).containsExactlyInAnyOrderElementsOf(today.path("educations"));
            }
        }
    }
}
