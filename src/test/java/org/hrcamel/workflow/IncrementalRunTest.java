package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hrcamel.workflow.Event.READ_FAILURE;
import static org.hrcamel.workflow.Event.READ_GONE;
import static org.hrcamel.workflow.Event.SKIPPED_UNCHANGED;
import static org.hrcamel.workflow.Event.WRITE_FAILURE;
import static org.hrcamel.workflow.Event.WRITE_SUCCESS;
import static org.hrcamel.workflow.Event.WRITE_UNCHANGED;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.state.Failure;
import org.hrcamel.state.FinishedRun;
import org.hrcamel.state.MemoryState;
import org.hrcamel.state.RunLease;
import org.hrcamel.workflow.SimulatedPeople.Kind;
import org.hrcamel.workflow.SimulatedProfiles.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncrementalRunTest {

    private static final int NEVER = Integer.MAX_VALUE;
    private static final RunRequest DRY = new RunRequest(true, false);
    private static final RunRequest FULL = new RunRequest(false, true);

    private final SimulatedPeople origin = new SimulatedPeople(Kind.TELLS_TIME_OF_CHANGE, 0);
    private final SimulatedProfiles target = new SimulatedProfiles();
    private final MemoryState state = new MemoryState(origin::ourTime, Duration.ofMinutes(1));
    private final IncrementalRuns runs = new IncrementalRuns(origin, target, state);
    private final Map<String, Fault> faults = new HashMap<>();
    private String unreadable = "";
    private Plug plug = new Plug(Long.MAX_VALUE);

    @BeforeEach
    void threePeople() {
        List.of("a", "b", "c").forEach(reference -> origin.change(reference, 1, false));
    }

    private RunResult run() {
        return run(RunRequest.AS_SET, NEVER);
    }

    private RunResult run(RunRequest request, int brokenPage) {
        // Longer than the overlap, so that only what changes from now on is listed again.
        origin.pass(1_000);
        origin.during(Map.of(), brokenPage, unreadable);
        target.during(faults, plug);
        return runs.run(plug, request);
    }

    private static long count(RunResult result, Event event) {
        return result.events().get(event);
    }

    private List<Failure> failures() {
        return state.failures(IncrementalRuns.WORKFLOW_ID);
    }

    private long delivered() {
        return state.deliveredCount(IncrementalRuns.WORKFLOW_ID);
    }

    @Test
    void deliversEverybodyAtFirstAndThenOnlyWhoChanged() {
        assertThat(count(run(), WRITE_SUCCESS)).isEqualTo(3);
        origin.change("b", 2, false);

        RunResult second = run();

        assertThat(count(second, WRITE_SUCCESS)).isEqualTo(1);
        assertThat(target.held().get("b").path("content").asInt()).isEqualTo(2);
    }

    @Test
    void leavesOutWhoIsListedAgainInTheVersionThatWasDelivered() {
        run();
        origin.change("b", 2, false);
        origin.pass(-1_000);
        run();
        origin.pass(-1_000);
        RunResult third = run();
        assertThat(count(third, SKIPPED_UNCHANGED)).isPositive();
        assertThat(count(third, WRITE_SUCCESS) + count(third, WRITE_UNCHANGED)).isZero();
    }

    @Test
    void deliversThreeTimesWhoGoesThereAndBack() {
        run();
        for (int content : new int[] {2, 1}) {
            origin.change("a", content, false);
            assertThat(count(run(), WRITE_SUCCESS)).isEqualTo(1);
        }
        assertThat(target.held().get("a").path("content").asInt()).isEqualTo(1);
    }

    @Test
    void aFullRunDeliversEverybodyAndLeavesNothingForTheNextOne() {
        run(FULL, NEVER);
        assertThat(count(run(FULL, NEVER), WRITE_UNCHANGED)).isEqualTo(3);
        RunResult next = run();
        assertThat(count(next, WRITE_SUCCESS) + count(next, WRITE_UNCHANGED)).isZero();
    }

    @Test
    void aFullRunSaysThatItIsNotIncremental() {
        assertThat(run(FULL, NEVER).incremental()).isFalse();
        assertThat(run().incremental()).isTrue();
    }

    @Test
    void aDryRunLeavesOutWhatWasDeliveredAndLeavesNothingBehind() {
        run();
        origin.change("a", 2, false);
        List<FinishedRun> before = state.runs(Optional.empty(), 10);

        RunResult dry = run(DRY, NEVER);

        assertThat(dry.changes()).extracting(RunResult.ItemChange::reference).containsExactly("a");
        assertThat(state.runs(Optional.empty(), 10)).isEqualTo(before);
        assertThat(count(run(), WRITE_SUCCESS)).isEqualTo(1);
    }

    @Test
    void aDryRunOfAFailureListsNoFailure() {
        unreadable = "a";
        assertThat(count(run(DRY, NEVER), READ_FAILURE)).isEqualTo(1);
        assertThat(failures()).isEmpty();
    }

    @Test
    void everybodyIsDeliveredAgainWhenTheSettingsWereEdited() {
        run();
        runs.editSettings();
        assertThat(count(run(), WRITE_SUCCESS)).isEqualTo(3);
        assertThat(delivered()).isEqualTo(3);
    }

    @Test
    void theCursorIsTheTimeWhenTheListingBeganAndStandsInTheResult() {
        RunResult first = run();
        assertThat(first.cursor())
                .isEqualTo(state.cursor(IncrementalRuns.WORKFLOW_ID)
                        .orElseThrow()
                        .asOf()
                        .toString());
        assertThat(first.startedAt()).isAfterOrEqualTo(Instant.parse(first.cursor()));
    }

    @Test
    void theCursorStaysWhenTheListingBreaksOff() {
        RunResult first = run();
        List.of("d", "e", "f").forEach(reference -> origin.change(reference, 1, false));

        RunResult broken = run(RunRequest.AS_SET, 1);

        assertThat(broken.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
        assertThat(broken.cursor()).isEqualTo(first.cursor());
        assertThat(count(run(), WRITE_SUCCESS)).isEqualTo(1);
        assertThat(target.held()).containsKeys("d", "e", "f");
    }

    @Test
    void whatFailedIsListedAndAskedForByIdInTheNextRun() {
        faults.put("b", Fault.REFUSED);
        run();
        assertThat(failures())
                .extracting(Failure::reference, Failure::step, Failure::reason, Failure::attempts)
                .containsExactly(tuple("b", "push", "refused", 1));
        faults.clear();

        RunResult next = run();

        assertThat(count(next, WRITE_SUCCESS)).isEqualTo(1);
        assertThat(failures()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsListedWithItsVersionAndDeliveredWhenItCan() {
        unreadable = "b";
        assertThat(count(run(), READ_FAILURE)).isEqualTo(1);
        assertThat(failures())
                .extracting(Failure::step, Failure::version)
                .containsExactly(tuple("pull", "shape0:" + origin.version("b")));
        unreadable = "";
        assertThat(count(run(), WRITE_SUCCESS)).isEqualTo(1);
        assertThat(failures()).isEmpty();
    }

    @Test
    void afterAsManyAttemptsAsSetAnItemWaitsForAnOperator() {
        faults.put("b", Fault.REFUSED);
        for (int attempt = 1; attempt <= IncrementalRuns.MAX_ATTEMPTS; attempt++) {
            assertThat(count(run(), WRITE_FAILURE)).isEqualTo(1);
        }
        assertThat(count(run(), WRITE_FAILURE)).isZero();
        assertThat(failures()).extracting(Failure::attempts).containsExactly(IncrementalRuns.MAX_ATTEMPTS);

        state.retry(IncrementalRuns.WORKFLOW_ID, List.of("b"));
        faults.clear();

        assertThat(count(run(), WRITE_SUCCESS)).isEqualTo(1);
        assertThat(failures()).isEmpty();
    }

    @Test
    void attemptsToReadGoOnCountingWhenTheOriginIsAskedByIdAlone() {
        unreadable = "b";
        for (int attempt = 1; attempt <= IncrementalRuns.MAX_ATTEMPTS; attempt++) {
            run();
            origin.change("a", 10 + attempt, false);
            assertThat(failures()).extracting(Failure::attempts).containsExactly(attempt);
        }
        assertThat(count(run(), READ_FAILURE)).isZero();
    }

    @Test
    void anItemThatWaitsIsTriedAgainAsSoonAsItChanges() {
        faults.put("b", Fault.REFUSED);
        for (int attempt = 1; attempt <= IncrementalRuns.MAX_ATTEMPTS; attempt++) {
            run();
        }
        assertThat(count(run(), WRITE_FAILURE)).isZero();
        faults.clear();
        origin.change("b", 2, false);
        run();
        assertThat(target.held().get("b").path("content").asInt()).isEqualTo(2);
        assertThat(failures()).isEmpty();
    }

    @Test
    void whileTheTargetIsDownForEverybodyNobodysAttemptsAreUsedUp() {
        List.of("a", "b", "c").forEach(reference -> faults.put(reference, Fault.UNREACHABLE));
        for (int i = 0; i <= IncrementalRuns.MAX_ATTEMPTS; i++) {
            assertThat(run().reason()).isEqualTo(Reason.WRITE_FAILURE);
            assertThat(failures()).extracting(Failure::attempts).containsOnly(0).hasSize(3);
        }
        faults.clear();
        assertThat(count(run(), WRITE_SUCCESS)).isEqualTo(3);
    }

    @Test
    void whoAloneChangedAndIsRefusedWaitsInTheEndThoughEachOfTheseRunsIsFatal() {
        run();
        origin.change("a", 2, false);
        faults.put("a", Fault.REFUSED);
        for (int attempt = 1; attempt <= IncrementalRuns.MAX_ATTEMPTS; attempt++) {
            assertThat(run().reason()).isEqualTo(Reason.WRITE_FAILURE);
            assertThat(failures()).extracting(Failure::attempts).containsExactly(attempt);
        }
        assertThat(run().status()).isEqualTo(Status.SUCCESS);
    }

    @Test
    void whatARefusedCredentialKeepsFromDeliveryIsNobodysFailureAndComesAgain() {
        List.of("a", "b", "c").forEach(reference -> faults.put(reference, Fault.ENDS_THE_RUN));
        assertThat(run().reason()).isEqualTo(Reason.BAD_TARGET_PARAMETERS);
        assertThat(failures()).isEmpty();
        faults.clear();
        assertThat(count(run(), WRITE_SUCCESS)).isEqualTo(3);
    }

    @Test
    void aFailureOfSomebodyWhoIsGoneLeavesTheList() {
        faults.put("b", Fault.REFUSED);
        run();
        origin.delete("b");
        assertThat(count(run(), READ_GONE)).isEqualTo(1);
        assertThat(failures()).isEmpty();
    }

    @Test
    void aFailureOfSomebodyWhomAListingOfEverybodyDoesNotShowLeavesTheList() {
        faults.put("b", Fault.REFUSED);
        run();
        origin.delete("b");
        RunResult everybody = run(FULL, NEVER);
        assertThat(count(everybody, READ_GONE)).isZero();
        assertThat(failures()).isEmpty();
    }

    @Test
    void aPushWhoseAnswerWasLostLeavesNoRecordOfTheVersionBefore() {
        run();
        origin.change("a", 2, false);
        faults.put("a", Fault.ANSWER_LOST);
        run();
        assertThat(delivered()).isEqualTo(2);
    }

    @Test
    void aRunOfAWorkflowThatRunsAlreadyDoesNothingAndSucceeds() {
        try (RunLease other = state.lease(IncrementalRuns.WORKFLOW_ID, "other").orElseThrow()) {
            RunResult result = run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(result.reason()).isEqualTo(Reason.ALREADY_RUNNING);
            assertThat(result.events().values()).containsOnly(0L);
            assertThat(other.isHeld()).isTrue();
        }
        assertThat(state.runs(Optional.empty(), 10)).isEmpty();
        assertThat(run().reason()).isEqualTo(Reason.NONE);
    }

    @Test
    void aRunThatLostItsLeaseWritesNothingMore() {
        origin.pass(1_000);
        origin.during(Map.of(0, this::takeOver), NEVER, "");
        target.during(faults, plug);

        RunResult result = runs.run(plug, RunRequest.AS_SET);

        assertThat(result.status()).isEqualTo(Status.FATAL);
        assertThat(result.reason()).isEqualTo(Reason.LEASE_LOST);
        assertThat(target.held()).isEmpty();
        assertThat(failures()).isEmpty();
        assertThat(state.runs(Optional.empty(), 10)).isEmpty();
    }

    private void takeOver() {
        origin.pass(Duration.ofMinutes(2).toMillis());
        assertThat(state.lease(IncrementalRuns.WORKFLOW_ID, "other")).isPresent();
    }

    @Test
    void aStateThatFailsEndsTheRunAndWhatWasNotRecordedComesAgain() {
        // The lease, then an item's push and its record.
        plug = new Plug(4);
        RunResult result = run();
        assertThat(result.reason()).isEqualTo(Reason.BACKEND_NOT_CONFIGURED);
        assertThat(result.message()).contains("the process is dead");
        plug = new Plug(Long.MAX_VALUE);
        origin.pass(Duration.ofMinutes(2).toMillis());

        run();

        assertThat(target.held()).containsOnlyKeys("a", "b", "c");
        assertThat(delivered()).isEqualTo(3);
    }

    @Test
    void everyRunsResultIsKept() {
        RunResult first = run();
        RunResult second = run();
        assertThat(state.runs(Optional.of(IncrementalRuns.WORKFLOW_ID), 10))
                .extracting(FinishedRun::runId)
                .containsExactly(second.runId(), first.runId());
        assertThat(state.runs(Optional.empty(), 1).get(0).result()).isEqualTo(second.toString());
    }
}
