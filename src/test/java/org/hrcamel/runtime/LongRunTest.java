package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.util.concurrent.TimeUnit;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongRunTest {

    /** Enough for a stack to overflow, were one item handled within another. */
    private static final int ITEMS = 3000;

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "8"})
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void aLongListingComesToItsEndWhateverTheParallelism(String parallelism) {
        try (WorkflowHarness harness = new WorkflowHarness("smartrecruiters-update-profiles-in-hrflow", ITEMS)) {
            RunResult result = harness.with("parallelism", parallelism)
                    .with("logics[0]", "jq:empty")
                    .run();
            assertThat(count(result, Event.LOGICS_DISCARD)).isEqualTo(ITEMS);
        }
    }
}
