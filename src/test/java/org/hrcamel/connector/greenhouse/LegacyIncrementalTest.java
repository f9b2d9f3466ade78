package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.greenhouse.SimulatedGreenhouse;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;

class LegacyIncrementalTest {

    private static IncrementalGreenhouse runs(int people) {
        return new IncrementalGreenhouse(people)
                .with("connector_auth.auth", SimulatedGreenhouse.API_KEY)
                .with("connector_auth.client_id", "")
                .with("connector_auth.client_secret", "");
    }

    /** Numbered pages may have hidden somebody from the run before, whom a listing of changes would not show. */
    @Test
    void listsEverybodyEachTimeAndDeliversWhoChanged() {
        try (IncrementalGreenhouse runs = runs(12)) {
            runs.run();
            runs.greenhouse().edit(runs.reference(3), candidate -> candidate.put("last_name", "Newly"));

            RunResult result = runs.run();

            runs.assertDelivered(result, 11, 3);
            assertThat(runs.requests("GET")).containsExactly("GET /v1/candidates?per_page=500");
            runs.assertDelivered(runs.run(), 12);
        }
    }

    @Test
    void deliversInTheNextRunWhomItsPagesDidNotShow() {
        try (IncrementalGreenhouse runs = runs(12)) {
            runs.harness().faults().answer(1, Faults.request("greenhouse", "GET /v1/"), Reply.json(200, "[]"));
            assertThat(runs.run().status()).isEqualTo(Status.SUCCESS);

            runs.assertDelivered(runs.run(), 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        }
    }

    @Test
    void letsTheOperatorsOwnUpdateTimeGoFirst() {
        try (IncrementalGreenhouse runs = runs(12).with("pull_parameters.updated_after", "2024-01-07")) {
            runs.run();

            runs.assertDelivered(runs.run(), 6);
            assertThat(runs.requests("GET"))
                    .containsExactly("GET /v1/candidates?per_page=500&updated_after=2024-01-07T00%3A00%3A00Z");
        }
    }

    @Test
    void listsAJobWholeSinceWhoAppliedNowNeedNotHaveChanged() {
        try (IncrementalGreenhouse runs = runs(12).with("pull_parameters.job_id", "149995")) {
            runs.run();

            runs.assertDelivered(runs.run(), 5);
            assertThat(runs.requests("GET")).containsExactly("GET /v1/candidates?per_page=500&job_id=149995");
        }
    }

    @Test
    void triesAgainWhoFailedAndForgetsWhoIsGone() {
        try (IncrementalGreenhouse runs = runs(12)) {
            IntStream.range(3, 6).forEach(runs::refuse);
            runs.run();
            runs.greenhouse().remove(runs.reference(4));

            RunResult result = runs.run();

            runs.assertDelivered(result, 9, 3, 5);
            assertThat(runs.requests("GET")).containsExactly("GET /v1/candidates?per_page=500");
            assertThat(runs.failures()).isEmpty();
        }
    }
}
