package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.state.MemoryState;
import org.hrcamel.state.State;
import org.hrcamel.state.StateFailed;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class AheadTest {

    private static Item item(String reference, String version) {
        Item item = new Item(reference, NullNode.getInstance());
        item.setVersion(version);
        return item;
    }

    @Test
    void linesThatAreLoggedWhileAPageIsReadAheadNameWorkflowAndRun() {
        Run run = OpenedRuns.opened("acme", "run-1");
        String line = run.ahead(() -> MDC.get("workflow") + " " + MDC.get("run"))
                .take()
                .orElseThrow();
        assertThat(line).isEqualTo("acme run-1");
        run.finish();
    }

    @Test
    void theThreadKeepsNoProcessAliveAndIsNamedAfterItsWorkflow() {
        Run run = OpenedRuns.opened("acme", "run-1");
        Thread thread = run.ahead(Thread::currentThread).take().orElseThrow();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("listing-acme");
        run.finish();
    }

    @Test
    void whatIsRecordedOfAPageIsLookedUpWhenItBeginsToBeHandedOutNotWhenItIsRead() {
        Run run = OpenedRuns.opened();
        AtomicInteger page = new AtomicInteger();
        PagedItems items =
                new PagedItems(run, () -> Optional.of(List.of(item("somebody", "version " + page.incrementAndGet()))));
        Item first = items.next();
        await().atMost(Duration.ofMinutes(1)).untilAtomic(page, equalTo(2));
        first.settle(new Outcome.Written());
        run.begin(first);
        run.record(first);
        run.end(first, first.outcome());

        Item second = items.next();

        assertThat(second.recorded()).endsWith("version 1");
        run.finish();
    }

    private static Ahead<String> toldOfMuch(Run run) {
        return done(run.ahead(() -> {
            run.expects(7);
            run.readFailed("somebody", "broken", "cannot be read");
            run.gone("another");
            run.giveUp(new RunFatal(Reason.BAD_ORIGIN_PARAMETERS, "refused"));
            return "page";
        }));
    }

    private static void assertNothingTold(Run run) {
        assertThat(run.events().count(Event.READ_FAILURE)).isZero();
        assertThat(run.events().count(Event.READ_GONE)).isZero();
        assertThat(run.progress().total()).isEmpty();
        assertThat(run.cancellation().isCancelled()).isFalse();
    }

    @Test
    void whatIsToldOfAPageThatIsReadAheadCountsWhenItIsTaken() {
        Run run = OpenedRuns.opened();
        Ahead<String> ahead = toldOfMuch(run);
        assertNothingTold(run);

        assertThat(ahead.take()).contains("page");

        assertThat(run.events().count(Event.READ_FAILURE)).isEqualTo(1);
        assertThat(run.events().count(Event.READ_GONE)).isEqualTo(1);
        assertThat(run.progress().total()).hasValue(7);
        assertThat(run.finish().reason()).isEqualTo(Reason.BAD_ORIGIN_PARAMETERS);
    }

    @Test
    void whatIsToldOfAPageThatIsReadAheadIsDroppedWhenTheRunIsStoppedBeforeItIsTaken() {
        Run run = OpenedRuns.opened();
        Ahead<String> ahead = toldOfMuch(run);

        run.stop();

        assertThat(ahead.take()).isEmpty();
        assertNothingTold(run);
        run.finish();
    }

    /** A state in which a run that listed everybody could not read one of them. */
    private static State withAFailure() {
        State state = new MemoryState();
        Run run = OpenedRuns.incremental(state);
        run.asOf(Instant.EPOCH);
        run.readFailed("somebody", "broken", "cannot be read");
        run.endListing();
        run.finish();
        return state;
    }

    @Test
    void aFailureIsResolvedWhenThePageThatSaysSoIsTaken() throws StateFailed {
        State state = withAFailure();
        Run run = OpenedRuns.incremental(state);
        Ahead<Boolean> ahead = resolved(run);
        assertThat(state.failures("w")).hasSize(1);

        ahead.take();

        assertThat(state.failures("w")).isEmpty();
        run.finish();
    }

    @Test
    void aFailureStaysWhenThePageThatResolvesItIsNotTaken() throws StateFailed {
        State state = withAFailure();
        Run run = OpenedRuns.incremental(state);
        Ahead<Boolean> ahead = resolved(run);

        run.stop();
        ahead.take();
        run.finish();

        assertThat(state.failures("w")).hasSize(1);
    }

    private static Ahead<Boolean> resolved(Run run) {
        return done(run.ahead(() -> {
            run.resolved("somebody");
            return true;
        }));
    }

    @Test
    void aPageThatIsNotTakenDoesNotMakeTheListingOneOfEverybody() {
        Run run = OpenedRuns.incremental(withAFailure());
        done(run.ahead(() -> {
            run.listsEverybody();
            return true;
        }));

        Map<String, String> again = run.endListing();

        assertThat(again).containsOnlyKeys("somebody");
        run.finish();
    }

    private static <T> Ahead<T> done(Ahead<T> ahead) {
        await().atMost(Duration.ofMinutes(1)).until(ahead::isDone);
        return ahead;
    }

    @Test
    void aRunThatHasEndedReadsNothingMore() {
        Run run = OpenedRuns.opened();
        run.ahead(() -> "page").take();

        run.finish();

        assertThatThrownBy(() -> run.ahead(() -> "page")).isInstanceOf(RejectedExecutionException.class);
    }
}
