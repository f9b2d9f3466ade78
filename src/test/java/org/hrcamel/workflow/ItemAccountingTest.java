package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.workflow.SmallWorkflow.FAIL;
import static org.hrcamel.workflow.SmallWorkflow.FORMAT;
import static org.hrcamel.workflow.SmallWorkflow.ITEMS;
import static org.hrcamel.workflow.SmallWorkflow.PUSH;
import static org.hrcamel.workflow.SmallWorkflow.READ;
import static org.hrcamel.workflow.SmallWorkflow.TAP;
import static org.hrcamel.workflow.SmallWorkflow.keepOdd;
import static org.hrcamel.workflow.SmallWorkflow.logics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hrcamel.http.CredentialRefused;
import org.junit.jupiter.api.Test;

/** The books balance, whatever steps an operator puts into the route. */
class ItemAccountingTest {

    private final SmallWorkflow workflow = new SmallWorkflow();

    /** Exactly these counts, all others zero but the callback's. */
    private static void assertBooks(RunResult result, Object... eventsAndCounts) {
        Map<Event, Long> expected = new EnumMap<>(Event.class);
        for (int i = 0; i < eventsAndCounts.length; i += 2) {
            expected.put((Event) eventsAndCounts[i], ((Integer) eventsAndCounts[i + 1]).longValue());
        }
        Map<Event, Long> booked = new EnumMap<>(result.events());
        booked.values().removeIf(count -> count == 0);
        booked.remove(Event.CALLBACK_EXECUTED);
        assertThat(booked).isEqualTo(expected);
    }

    @Test
    void booksEveryDeliveredItem() {
        RunResult result = workflow.run(READ, logics(FORMAT, PUSH));
        assertBooks(result, Event.READ_SUCCESS, 10, Event.WRITE_SUCCESS, 10);
        assertThat(workflow.pushed).hasSize(ITEMS).doesNotHaveDuplicates();
        assertThat(result.status()).isEqualTo(Status.SUCCESS);
    }

    @Test
    void booksWhatAFilterBeforeTheReadDropsAsDiscarded() {
        RunResult result = workflow.run(keepOdd(READ, logics(FORMAT, PUSH)));
        assertBooks(result, Event.READ_SUCCESS, 10, Event.LOGICS_DISCARD, 5, Event.WRITE_SUCCESS, 5);
    }

    @Test
    void booksWhatAFilterAfterTheReadDropsAsDiscarded() {
        RunResult result = workflow.run(READ, keepOdd(logics(FORMAT, PUSH)));
        assertBooks(result, Event.READ_SUCCESS, 10, Event.LOGICS_DISCARD, 5, Event.WRITE_SUCCESS, 5);
    }

    @Test
    void booksWhatAFilterBeforeThePushDropsAsDiscarded() {
        RunResult result = workflow.run(READ, logics(FORMAT, keepOdd(PUSH)));
        assertBooks(result, Event.READ_SUCCESS, 10, Event.LOGICS_DISCARD, 5, Event.WRITE_SUCCESS, 5);
    }

    @Test
    void countsWhatAFilterBeforeThePushDropsInADryRunToo() {
        workflow.dryRun = true;
        RunResult result = workflow.run(READ, logics(FORMAT, keepOdd(PUSH)));
        assertBooks(result, Event.READ_SUCCESS, 10, Event.LOGICS_DISCARD, 5);
        assertThat(result.changes()).hasSize(5);
    }

    @Test
    void booksAFailingStepBeforeTheReadAsAReadFailure() {
        RunResult result = workflow.run(FAIL, READ, logics(FORMAT, PUSH));
        assertBooks(result, Event.READ_SUCCESS, 5, Event.READ_FAILURE, 5, Event.WRITE_SUCCESS, 5);
    }

    @Test
    void booksAFailingStepWhereItFails() {
        assertBooks(
                workflow.run(READ, FAIL, logics(FORMAT, PUSH)),
                Event.READ_SUCCESS,
                10,
                Event.LOGICS_FAILURE,
                5,
                Event.WRITE_SUCCESS,
                5);
        assertBooks(
                workflow.run(READ, logics(FAIL, FORMAT, PUSH)),
                Event.READ_SUCCESS,
                10,
                Event.FORMAT_FAILURE,
                5,
                Event.WRITE_SUCCESS,
                5);
        assertBooks(
                workflow.run(READ, logics(FORMAT, FAIL, PUSH)),
                Event.READ_SUCCESS,
                10,
                Event.WRITE_FAILURE,
                5,
                Event.WRITE_SUCCESS,
                5);
    }

    @Test
    void booksAnItemOnceWhenAStepFailsAfterItsDelivery() {
        RunResult result = workflow.run(READ, logics(FORMAT, PUSH, FAIL));
        assertBooks(result, Event.READ_SUCCESS, 10, Event.WRITE_FAILURE, 5, Event.WRITE_SUCCESS, 5);
    }

    @Test
    void listsAFailureWithoutTheWordsOfAnUnknownException() {
        RunResult result = workflow.run(READ, FAIL, logics(FORMAT, PUSH));
        assertThat(result.failures())
                .hasSize(5)
                .contains(new ItemFailure("3", Step.LOGICS, "unexpected_error", "an unexpected IllegalStateException"));
        assertThat(result.toString()).doesNotContain("secret");
        assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
    }

    @Test
    void doesNotMindAWireTapThatFails() {
        workflow.expectedTaps = 2 * ITEMS;
        RunResult result = workflow.run(READ, TAP, logics(TAP, FORMAT, PUSH));
        assertBooks(result, Event.READ_SUCCESS, 10, Event.WRITE_SUCCESS, 10);
        assertThat(workflow.tapped).hasSize(2 * ITEMS);
    }

    @Test
    void countsAnItemThatIsGoneOutsideOfTheBooks() {
        workflow.gone = List.of(2, 4, 6);
        RunResult result = workflow.run(READ, logics(FORMAT, PUSH));
        assertBooks(result, Event.READ_SUCCESS, 7, Event.READ_GONE, 3, Event.WRITE_SUCCESS, 7);
        assertThat(workflow.pushed).doesNotContain("2", "4", "6").hasSize(7);
    }

    @Test
    void booksWhatTheTargetSays() {
        workflow.writer = item -> switch (Integer.parseInt(item.reference())) {
            case 0 -> new Outcome.Unchanged();
            case 1 -> new Outcome.Archived();
            case 2 -> throw new ItemFailed("profile_not_found", "no such profile");
            default -> new Outcome.Written();
        };
        RunResult result = workflow.run(READ, logics(FORMAT, PUSH));
        assertBooks(
                result,
                Event.READ_SUCCESS,
                10,
                Event.WRITE_UNCHANGED,
                1,
                Event.SKIPPED_ARCHIVED,
                1,
                Event.WRITE_FAILURE,
                1,
                Event.WRITE_SUCCESS,
                7);
        assertThat(result.failures())
                .containsExactly(new ItemFailure("2", Step.PUSH, "profile_not_found", "no such profile"));
    }

    @Test
    void givesTheRunUpWhenTheTargetRefusesTheCredential() {
        workflow.writer = item -> {
            throw new CredentialRefused("change api_secret");
        };
        RunResult result = workflow.run(READ, logics(FORMAT, PUSH));
        assertThat(result.status()).isEqualTo(Status.FATAL);
        assertThat(result.reason()).isEqualTo(Reason.BAD_TARGET_PARAMETERS);
        assertThat(result.message()).isEqualTo("change api_secret");
    }

    @Test
    void countsNothingOfThePushInADryRunAndListsTheChanges() {
        workflow.dryRun = true;
        RunResult result = workflow.run(READ, logics(FORMAT, PUSH));
        assertBooks(result, Event.READ_SUCCESS, 10);
        assertThat(result.changes()).hasSize(10);
        assertThat(workflow.pushed).isEmpty();
        assertThat(result.status()).isEqualTo(Status.SUCCESS);
    }
}
