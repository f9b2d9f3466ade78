package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.util.stream.IntStream;
import org.hrcamel.sandbox.greenhouse.SimulatedGreenhouse;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.Test;

class LegacyIncrementalTest {

    private static IncrementalGreenhouse runs(int people) {
        return new IncrementalGreenhouse(people)
                .with("connector_auth.auth", SimulatedGreenhouse.API_KEY)
                .with("connector_auth.client_id", "")
                .with("connector_auth.client_secret", "");
    }

    @Test
    void asksForWhatWasUpdatedSinceTheLastRun() {
        try (IncrementalGreenhouse runs = runs(12)) {
            runs.run();
            runs.greenhouse().edit(runs.reference(3), candidate -> candidate.put("last_name", "Newly"));

            RunResult result = runs.run();

            runs.assertDelivered(result, 0, 3);
            assertThat(runs.requests("GET"))
                    .singleElement()
                    .satisfies(line -> assertThat(line).startsWith("GET /v1/candidates?per_page=500&updated_after="));
            runs.assertDelivered(runs.run(), 1);
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
    void asksForThoseThatFailedByFiftyIdsAndForgetsWhoIsGone() {
        try (IncrementalGreenhouse runs = runs(70)) {
            IntStream.range(0, 60).forEach(runs::refuse);
            runs.run();
            runs.greenhouse().remove(runs.reference(40));

            RunResult result = runs.run();

            assertThat(runs.requests("GET /v1/candidates?per_page=500&candidate_ids="))
                    .hasSize(2);
            assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(59);
            assertThat(count(result, Event.READ_GONE)).isEqualTo(1);
            runs.run();
            assertThat(runs.requests("GET")).hasSize(1);
        }
    }
}
