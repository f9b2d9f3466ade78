package org.hrcamel.workflow;

import java.util.Collections;
import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Opens both sides of the run and makes the body a lazy sequence of {@link Item}s over all pages. */
public final class PullStep implements Processor {

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().setBody(items(Run.of(exchange)));
    }

    private static Iterator<Item> items(Run run) {
        try {
            return !run.isEnding() && run.open() ? new RunItems(run) : Collections.emptyIterator();
        } catch (RunFatal fatal) {
            run.giveUp(fatal);
            return Collections.emptyIterator();
        }
    }
}
