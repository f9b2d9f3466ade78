package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads the whole of one item: the body becomes the candidate's JSON in the origin's own form. */
public final class ReadStep implements Processor {

    @Override
    public void process(Exchange exchange) throws Exception {
        Run run = Run.of(exchange);
        Item item = Item.of(exchange);
        Optional<JsonNode> candidate = run.origin().read(item);
        if (candidate.isEmpty()) {
            item.settle(new Outcome.Gone());
            exchange.setRouteStop(true);
            return;
        }
        item.markRead();
        run.events().add(Event.READ_SUCCESS);
        exchange.getMessage().setBody(candidate.get());
    }
}
