package org.hrcamel.workflow;

import java.util.Collections;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Opens both sides of the run and makes the body a lazy sequence of {@link Item}s over all pages. */
public final class PullStep implements Processor {

    @Override
    public void process(Exchange exchange) {
        Run run = Run.of(exchange);
        if (run.isEnding()) {
            exchange.getMessage().setBody(Collections.emptyIterator());
            return;
        }
        try {
            if (!run.open()) {
                exchange.getMessage().setBody(Collections.emptyIterator());
                return;
            }
            exchange.getMessage().setBody(new RunItems(run));
        } catch (RunFatal fatal) {
            run.giveUp(fatal);
            exchange.getMessage().setBody(Collections.emptyIterator());
        }
    }
}
