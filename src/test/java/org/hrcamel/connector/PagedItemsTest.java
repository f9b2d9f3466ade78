package org.hrcamel.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.ItemFailure;
import org.hrcamel.workflow.OpenedRuns;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;
import org.junit.jupiter.api.Test;

class PagedItemsTest {

    private static Item item(String reference) {
        return new Item(reference, NullNode.getInstance());
    }

    @Test
    void goesOnAfterAPageWithoutItems() {
        Iterator<Optional<List<Item>>> pages = List.of(
                        Optional.of(List.of(item("1"))),
                        Optional.of(List.<Item>of()),
                        Optional.of(List.of(item("2"))),
                        Optional.<List<Item>>empty())
                .iterator();
        PagedItems items = new PagedItems(OpenedRuns.opened(), pages::next);
        assertThat(items).toIterable().extracting(Item::reference).containsExactly("1", "2");
    }

    @Test
    void endsQuietlyAndTellsTheRunWhenAPageCannotBeRead() {
        Run run = OpenedRuns.opened();
        PagedItems items = new PagedItems(run, () -> {
            throw new RequestFailed(RequestFailed.Cause.TIMEOUT, true, "no answer");
        });
        assertThat(items.hasNext()).isFalse();
        assertThat(run.events().count(Event.READ_FAILURE)).isEqualTo(1);
        assertThat(run.result().failures()).extracting(ItemFailure::reason).containsExactly("timeout");
    }

    @Test
    void endsQuietlyWhenWhatAPageToldTheRunCannotBeKept() {
        Run run = OpenedRuns.opened();
        AtomicInteger asked = new AtomicInteger();
        PagedItems items = new PagedItems(run, () -> {
            if (asked.incrementAndGet() == 2) {
                // No such time: a mistake that shows only when the page is taken.
                run.asOf(null);
            }
            return Optional.of(List.of(item("a")));
        });
        items.next();

        assertThat(items.hasNext()).isFalse();
        assertThat(run.result().failures()).extracting(ItemFailure::reason).containsExactly("unexpected_error");
    }

    @Test
    void asksForTheNextPageWhenOneBeginsToBeHandedOutAndForNoFurther() {
        AtomicInteger asked = new AtomicInteger();
        PagedItems items = new PagedItems(OpenedRuns.opened(), () -> {
            asked.incrementAndGet();
            return Optional.of(List.of(item("a"), item("b")));
        });
        assertThat(items.hasNext()).isTrue();

        items.next();

        await().atMost(Duration.ofMinutes(1)).untilAtomic(asked, equalTo(2));
        assertThat(items.next().reference()).isEqualTo("b");
        assertThat(asked).hasValue(2);
    }

    @Test
    void skipsPagesWithoutItemsWhileThePageBeforeIsHandedOut() {
        AtomicInteger asked = new AtomicInteger();
        PagedItems items = new PagedItems(
                OpenedRuns.opened(),
                () -> Optional.of(asked.incrementAndGet() % 10 == 1 ? List.of(item("a"), item("b")) : List.of()));

        items.next();

        await().atMost(Duration.ofMinutes(1)).untilAtomic(asked, equalTo(11));
        assertThat(items.next().reference()).isEqualTo("b");
        assertThat(items.next().reference()).isEqualTo("a");
    }

    @Test
    void tellsTheRunWhatAPageToldOnlyWhenThatPageBeginsToBeHandedOut() {
        Run run = OpenedRuns.opened();
        AtomicInteger asked = new AtomicInteger();
        PagedItems items = new PagedItems(run, () -> {
            if (asked.incrementAndGet() == 3) {
                throw new RequestFailed(RequestFailed.Cause.TIMEOUT, true, "no answer");
            }
            if (asked.get() == 2) {
                run.gone();
            }
            return Optional.of(List.of(item("a"), item("b")));
        });
        items.next();
        await().atMost(Duration.ofMinutes(1)).untilAtomic(asked, equalTo(2));
        items.next();
        assertThat(run.events().count(Event.READ_GONE)).isZero();

        items.next();
        await().atMost(Duration.ofMinutes(1)).untilAtomic(asked, equalTo(3));
        items.next();
        assertThat(run.events().count(Event.READ_GONE)).isEqualTo(1);
        assertThat(run.events().count(Event.READ_FAILURE)).isZero();

        assertThat(items.hasNext()).isFalse();
        assertThat(items.hasNext()).isFalse();
        assertThat(run.events().count(Event.READ_FAILURE)).isEqualTo(1);
        assertThat(asked).hasValue(3);
    }

    @Test
    void tellsARunThatIsEndingNothingOfThePageThatWasReadAhead() {
        Run run = OpenedRuns.opened();
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        PagedItems items = new PagedItems(run, () -> {
            if (asked.incrementAndGet() == 2) {
                awaitUninterruptibly(stopped);
                run.gone();
                throw new RequestFailed(RequestFailed.Cause.STOPPED, false, "the run was stopped");
            }
            return Optional.of(List.of(item("a")));
        });
        items.next();
        await().atMost(Duration.ofMinutes(1)).untilAtomic(asked, equalTo(2));

        run.stop();
        stopped.countDown();

        assertThat(items.hasNext()).isFalse();
        OpenedRuns.finish(run);
        assertThat(run.events().count(Event.READ_GONE)).isZero();
        assertThat(run.events().count(Event.READ_FAILURE)).isZero();
        assertThat(run.result().failures()).isEmpty();
        assertThat(asked).hasValue(2);
    }

    private static PagedItems.Pages pagesWhoseSecondWaits(AtomicInteger asked, CountDownLatch answered) {
        return () -> {
            if (asked.incrementAndGet() == 2) {
                awaitUninterruptibly(answered);
            }
            return Optional.of(List.of(item("a")));
        };
    }

    @Test
    void aRunIsNotAtItsEndBeforeTheRequestForItsNextPage() {
        Run run = OpenedRuns.opened();
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        PagedItems items = new PagedItems(run, pagesWhoseSecondWaits(asked, answered));
        items.next();
        await().atMost(Duration.ofMinutes(1)).untilAtomic(asked, equalTo(2));
        run.stop();

        CompletableFuture<Void> finished = CompletableFuture.runAsync(() -> OpenedRuns.finish(run));

        // Whatever waits for the vendor is told that nobody needs the page.
        await().atMost(Duration.ofMinutes(1)).until(() -> run.cancellation().isCancelled());
        assertThat(finished).isNotDone();
        answered.countDown();
        assertThat(finished).succeedsWithin(Duration.ofMinutes(1));
    }

    @Test
    void aListingWhoseWaitIsInterruptedIsIncomplete() {
        Run run = OpenedRuns.opened();
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        PagedItems items = new PagedItems(run, pagesWhoseSecondWaits(asked, answered));
        items.next();

        Thread.currentThread().interrupt();

        assertThat(items.hasNext()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.events().count(Event.READ_FAILURE)).isEqualTo(1);
        answered.countDown();
        OpenedRuns.finish(run);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void givesTheItemThatItPromisedAndNoMoreWhenTheRunIsGivenUpInBetween() {
        Run run = OpenedRuns.opened();
        List<Item> page = List.of(item("1"), item("2"));
        PagedItems items = new PagedItems(run, () -> Optional.of(page));
        assertThat(items.hasNext()).isTrue();

        run.giveUp(new RunFatal(Reason.BAD_TARGET_PARAMETERS, "refused"));

        assertThat(items.hasNext()).isTrue();
        assertThat(items.next().reference()).isEqualTo("1");
        assertThat(items.hasNext()).isFalse();
    }
}
