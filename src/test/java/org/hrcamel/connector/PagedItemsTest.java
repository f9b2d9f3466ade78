package org.hrcamel.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;
import org.hrcamel.workflow.Workflow;
import org.junit.jupiter.api.Test;

class PagedItemsTest {

    @Test
    void givesTheItemThatItPromisedAndNoMoreWhenTheRunIsGivenUpInBetween() {
        Run run = new Run(
                new Workflow("w", null, List.of(), Optional.empty(), Optional.empty(), null, null),
                "r",
                true,
                InstantSource.system());
        List<Item> page = List.of(new Item("1", NullNode.getInstance()), new Item("2", NullNode.getInstance()));
        PagedItems items = new PagedItems(run, () -> Optional.of(page));
        assertThat(items.hasNext()).isTrue();

        run.giveUp(new RunFatal(Reason.BAD_TARGET_PARAMETERS, "refused"));

        assertThat(items.hasNext()).isTrue();
        assertThat(items.next().reference()).isEqualTo("1");
        assertThat(items.hasNext()).isFalse();
    }
}
