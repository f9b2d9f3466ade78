package org.hrcamel.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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
    void asksForNoPageBeforeTheOneBeforeIsUsedUp() {
        AtomicInteger asked = new AtomicInteger();
        PagedItems items = new PagedItems(OpenedRuns.opened(), () -> {
            asked.incrementAndGet();
            return Optional.of(List.of(item("a"), item("b")));
        });
        items.next();
        assertThat(items.hasNext()).isTrue();
        assertThat(asked).hasValue(1);
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
