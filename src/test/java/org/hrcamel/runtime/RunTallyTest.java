package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.OpenedRuns;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;

/** What is counted of runs, from their first item to after their end. */
class RunTallyTest {

    private final List<Run> active = new ArrayList<>();
    private final RunTally tally = new RunTally(() -> List.copyOf(active));
    private final Run run = OpenedRuns.opened();

    private long written() {
        return tally.counts().getOrDefault("w", RunTally.Count.NONE).events().get(Event.WRITE_SUCCESS);
    }

    @Test
    void aRunCountsOnceWhileItIsUnderWayWhileItEndsAndAfterwards() {
        active.add(run);
        run.events().add(Event.WRITE_SUCCESS);
        assertThat(written()).isEqualTo(1);

        run.events().add(Event.WRITE_SUCCESS);
        assertThat(written()).isEqualTo(2);

        active.remove(run);
        assertThat(written()).as("before its result is told").isEqualTo(2);

        tally.finished(run.result());
        assertThat(written()).isEqualTo(2);
        assertThat(tally.counts().get("w").runs()).containsEntry(Status.SUCCESS, 1L);
    }

    @Test
    void aRunThatNobodyAskedAboutCountsWhenItHasEnded() {
        run.events().add(Event.WRITE_SUCCESS);

        tally.finished(run.result());

        assertThat(written()).isEqualTo(1);
    }

    @Test
    void aRunThatFoundAnotherUnderWayIsNone() {
        run.giveUp(new RunFatal(Reason.ALREADY_RUNNING, "another one"));

        tally.finished(run.result());

        assertThat(tally.counts()).isEqualTo(Map.of());
    }
}
