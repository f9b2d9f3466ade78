package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hrcamel.workflow.RunRequest;
import org.junit.jupiter.api.Test;

class RunGateTest {

    private static final String ID = "acme";

    private final RunGate gate = new RunGate();
    private final List<String> done = new ArrayList<>();

    @Test
    void itClosesAtOnceWhileNothingRuns() {
        gate.closeWhenIdle(ID, () -> done.add("replaced"));

        assertThat(done).containsExactly("replaced");
        assertThat(gate.enter(ID, RunRequest.AS_SET)).isFalse();
        assertThat(gate.enter("another", RunRequest.AS_SET)).isTrue();
    }

    @Test
    void itClosesWhenTheLastRunLeavesAndNoLater() {
        gate.enter(ID, RunRequest.AS_SET);
        gate.enter(ID, RunRequest.AS_SET);
        gate.closeWhenIdle(ID, () -> done.add("replaced"));

        gate.leave(ID);
        assertThat(done).isEmpty();
        assertThat(gate.isWaiting(ID)).isTrue();

        gate.leave(ID);
        assertThat(done).containsExactly("replaced");
        assertThat(gate.enter(ID, RunRequest.AS_SET)).isFalse();
    }

    @Test
    void aLaterReplacementTakesThePlaceOfOneThatWaits() {
        gate.enter(ID, RunRequest.AS_SET);
        gate.closeWhenIdle(ID, () -> done.add("first"));
        gate.closeWhenIdle(ID, () -> done.add("second"));

        gate.leave(ID);

        assertThat(done).containsExactly("second");
    }

    @Test
    void aReplacementThatIsTakenBackLetsRunsGoOn() {
        gate.enter(ID, RunRequest.AS_SET);
        gate.closeWhenIdle(ID, () -> done.add("replaced"));
        gate.forgetWaiting(ID);

        gate.leave(ID);

        assertThat(done).isEmpty();
        assertThat(gate.enter(ID, RunRequest.AS_SET)).isTrue();
    }

    @Test
    void whatWasTurnedAwayIsToldOnceWhenItOpens() {
        gate.closeWhenIdle(ID, () -> done.add("replaced"));
        gate.enter(ID, RunRequest.AS_SET);
        gate.enter(ID, RunRequest.DRY_RUN);

        assertThat(gate.open(ID)).containsExactly(RunRequest.AS_SET, RunRequest.DRY_RUN);
        assertThat(gate.open(ID)).isEmpty();
        assertThat(gate.enter(ID, RunRequest.AS_SET)).isTrue();
    }
}
