package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hrcamel.state.Failure;
import org.hrcamel.state.MemoryState;
import org.hrcamel.state.StateFailed;
import org.junit.jupiter.api.Test;

/** What only shows when items of one run overlap; the rest is in {@link IncrementalRunTest}. */
class RunStateTest {

    private final MemoryState state = new MemoryState();

    private RunState opened() throws StateFailed {
        return RunState.open(OpenedRuns.state(state), "acme", "run", true, true).orElseThrow();
    }

    private static Item item(String version) {
        Item item = new Item("a", null);
        item.setVersion(version);
        return item;
    }

    private static void deliver(RunState run, Item item) throws StateFailed {
        run.beforePush(item);
        item.settle(new Outcome.Written());
        run.record(item);
    }

    @Test
    void recordsWhoIsDeliveredTwiceOneAfterTheOtherInTheLastVersion() throws StateFailed {
        RunState run = opened();
        for (String version : List.of("1", "2")) {
            Item item = item(version);
            run.recall(List.of(item));
            run.begin(item);
            deliver(run, item);
            run.end(item, item.outcome(), Instant.now());
        }
        assertThat(run.delivered(List.of("a"))).containsEntry("a", "2");
    }

    @Test
    void recordsNeitherOfTwoVersionsThatCrossOnTheWaySinceWhichCameLastCannotBeTold() throws StateFailed {
        RunState run = opened();
        Item older = item("1");
        Item newer = item("2");
        run.recall(List.of(older, newer));
        run.begin(older);
        run.begin(newer);
        deliver(run, newer);
        deliver(run, older);
        run.end(newer, newer.outcome(), Instant.now());
        run.end(older, older.outcome(), Instant.now());
        assertThat(run.delivered(List.of("a"))).isEmpty();
    }

    @Test
    void dropsTheRecordOfAnotherVersionBeforeThePushAndKeepsThatOfTheSame() throws StateFailed {
        RunState run = opened();
        Item first = item("1");
        run.begin(first);
        deliver(run, first);
        run.end(first, first.outcome(), Instant.now());
        Item same = item("1");
        run.recall(List.of(same));
        run.beforePush(same);
        assertThat(run.delivered(List.of("a"))).containsEntry("a", "1");
        Item other = item("2");
        run.recall(List.of(other));
        run.beforePush(other);
        assertThat(run.delivered(List.of("a"))).isEmpty();
    }

    @Test
    void aFailureOfAPartStaysListedUntilTheItemThatHoldsItComesToItsEnd() throws StateFailed {
        RunState first = opened();
        first.unread("part", new Outcome.Failed(Step.PULL, "unreadable", "cannot be read"), Instant.now());
        first.close();
        RunState second = opened();
        Item whole = item("1");
        whole.standsFor(List.of("part", "other part"));
        second.recall(List.of(whole));
        assertThat(second.waiting()).isEmpty();
        assertThat(state.failures("acme")).hasSize(1);
        second.begin(whole);

        deliver(second, whole);
        second.end(whole, whole.outcome(), Instant.now());

        assertThat(state.failures("acme")).isEmpty();
    }

    @Test
    void whatCannotBeReadWhenItIsTriedAgainKeepsItsLocator() throws StateFailed {
        RunState first = opened();
        Item item = item("1");
        item.setLocator("newest,older");
        first.begin(item);
        first.end(item, new Outcome.Failed(Step.PUSH, "refused", "refused"), Instant.now());
        first.close();
        RunState second = opened();

        second.unread("a", new Outcome.Failed(Step.PULL, "unreadable", "cannot be read"), Instant.now());

        assertThat(state.failures("acme")).extracting(Failure::locator).containsExactly("newest,older");
    }

    @Test
    void aFailureThatALaterItemOfTheSameRunMakesGoodIsTakenOffTheList() throws StateFailed {
        RunState run = opened();
        Item failing = item("1");
        run.begin(failing);
        run.end(failing, new Outcome.Failed(Step.PUSH, "refused", "refused"), Instant.now());
        assertThat(state.failures("acme")).hasSize(1);
        Item later = item("2");
        run.begin(later);
        deliver(run, later);
        run.end(later, later.outcome(), Instant.now());
        assertThat(state.failures("acme")).isEmpty();
    }
}
