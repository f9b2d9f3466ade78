package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Brings one formatted item to the target. */
public final class PushStep implements Processor {

    @Override
    public void process(Exchange exchange) throws Exception {
        Run run = Run.of(exchange);
        Item item = Item.of(exchange);
        item.enter(Step.PUSH);
        run.beforePush(item);
        item.settle(run.target().push(item, exchange.getMessage().getBody(JsonNode.class), !run.persist()));
    }
}
