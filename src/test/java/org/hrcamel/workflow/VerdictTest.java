package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row of the table of run results. */
class VerdictTest {

    private final Events events = new Events();

    private VerdictTest count(Event event, int times) {
        for (int i = 0; i < times; i++) {
            events.add(event);
        }
        return this;
    }

    private void isJudged(Status status, Reason reason) {
        assertThat(Verdict.of(events, null, false, true)).isEqualTo(new Verdict(status, reason));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {
                "BAD_ORIGIN_PARAMETERS",
                "BAD_TARGET_PARAMETERS",
                "ORIGIN_DOES_NOT_SUPPORT_INCREMENTAL",
                "BACKEND_NOT_CONFIGURED"
            })
    void isFatalForTheReasonThatTheRunWasGivenUpFor(Reason reason) {
        count(Event.READ_SUCCESS, 2).count(Event.WRITE_SUCCESS, 2);
        assertThat(Verdict.of(events, reason, false, true)).isEqualTo(new Verdict(Status.FATAL, reason));
    }

    @Test
    void isASuccessWhenNothingWasReadWithoutAnError() {
        count(Event.READ_GONE, 1).isJudged(Status.SUCCESS, Reason.NONE);
    }

    @Test
    void isFatalWhenReadingFailedBeforeAnyItem() {
        count(Event.READ_FAILURE, 1).isJudged(Status.FATAL, Reason.READ_FAILURE);
    }

    @Test
    void hasFailuresWhenReadingFailedAfterSomeItems() {
        count(Event.READ_SUCCESS, 2)
                .count(Event.WRITE_SUCCESS, 2)
                .count(Event.READ_FAILURE, 1)
                .isJudged(Status.SUCCESS_WITH_FAILURES, Reason.NONE);
    }

    @Test
    void isFatalWhenTheLogicsFailedForEveryItem() {
        count(Event.READ_SUCCESS, 2).count(Event.LOGICS_FAILURE, 2).isJudged(Status.FATAL, Reason.LOGICS_FAILURE);
    }

    @Test
    void isFatalWhenTheLogicsFailedForEveryItemThatReachedThem() {
        count(Event.READ_SUCCESS, 9)
                .count(Event.SKIPPED_UNCHANGED, 7)
                .count(Event.LOGICS_FAILURE, 2)
                .isJudged(Status.FATAL, Reason.LOGICS_FAILURE);
    }

    @Test
    void hasFailuresWhenTheLogicsFailedForSomeItems() {
        count(Event.READ_SUCCESS, 2)
                .count(Event.LOGICS_FAILURE, 1)
                .count(Event.LOGICS_DISCARD, 1)
                .isJudged(Status.SUCCESS_WITH_FAILURES, Reason.NONE);
    }

    @Test
    void isASuccessWhenTheLogicsDiscardedAll() {
        count(Event.READ_SUCCESS, 2).count(Event.LOGICS_DISCARD, 2).isJudged(Status.SUCCESS, Reason.NONE);
    }

    @Test
    void isFatalWhenTheFormatFailedForAllThatRemained() {
        count(Event.READ_SUCCESS, 4)
                .count(Event.SKIPPED_UNCHANGED, 1)
                .count(Event.LOGICS_DISCARD, 1)
                .count(Event.FORMAT_FAILURE, 2)
                .isJudged(Status.FATAL, Reason.FORMAT_FAILURE);
    }

    @Test
    void isFatalWhenThePushFailedForAllThatRemained() {
        count(Event.READ_SUCCESS, 4)
                .count(Event.LOGICS_FAILURE, 1)
                .count(Event.FORMAT_FAILURE, 1)
                .count(Event.WRITE_FAILURE, 2)
                .isJudged(Status.FATAL, Reason.WRITE_FAILURE);
    }

    @Test
    void hasFailuresWhenThePushFailedForSomeItems() {
        count(Event.READ_SUCCESS, 2)
                .count(Event.WRITE_FAILURE, 1)
                .count(Event.WRITE_UNCHANGED, 1)
                .isJudged(Status.SUCCESS_WITH_FAILURES, Reason.NONE);
    }

    @Test
    void hasFailuresWhenTheCallbackFailed() {
        count(Event.READ_SUCCESS, 1)
                .count(Event.WRITE_SUCCESS, 1)
                .count(Event.CALLBACK_FAILURE, 1)
                .isJudged(Status.SUCCESS_WITH_FAILURES, Reason.NONE);
    }

    @Test
    void isASuccessWhenEveryItemIsWrittenUnchangedOrArchived() {
        count(Event.READ_SUCCESS, 3)
                .count(Event.WRITE_SUCCESS, 1)
                .count(Event.WRITE_UNCHANGED, 1)
                .count(Event.SKIPPED_ARCHIVED, 1)
                .isJudged(Status.SUCCESS, Reason.NONE);
    }

    @Test
    void judgesADryRunByWhatCameBeforeThePush() {
        count(Event.READ_SUCCESS, 2);
        assertThat(Verdict.of(events, null, false, false)).isEqualTo(new Verdict(Status.SUCCESS, Reason.NONE));
        count(Event.FORMAT_FAILURE, 2);
        assertThat(Verdict.of(events, null, false, false)).isEqualTo(new Verdict(Status.FATAL, Reason.FORMAT_FAILURE));
    }

    @Test
    void saysThatTheOperatorStoppedIt() {
        count(Event.READ_SUCCESS, 1).count(Event.WRITE_SUCCESS, 1);
        assertThat(Verdict.of(events, null, true, true))
                .isEqualTo(new Verdict(Status.SUCCESS_WITH_FAILURES, Reason.STOPPED));
    }

    @ParameterizedTest
    @EnumSource(
            value = Event.class,
            names = {"READ_.*", "CALLBACK_.*"},
            mode = EnumSource.Mode.MATCH_NONE)
    void balancesWhenEachItemHasOneOutcome(Event outcome) {
        count(Event.READ_SUCCESS, 1).count(Event.READ_GONE, 3).count(Event.READ_FAILURE, 2);
        assertThat(events.balance()).isFalse();
        count(outcome, 1);
        assertThat(events.balance()).isTrue();
        count(outcome, 1);
        assertThat(events.balance()).isFalse();
    }
}
