package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workflow's logics as a filter: each changes the item, keeps it ({@code true}) or discards it (null, {@code false}, no output). */
public final class LogicsStep implements Predicate {

    private static final Logger LOG = LoggerFactory.getLogger(LogicsStep.class);

    @Override
    public boolean matches(Exchange exchange) {
        Item item = Item.of(exchange);
        item.enter(Step.LOGICS);
        List<UnaryOperator<JsonNode>> logics = Run.of(exchange).workflow().logics();
        JsonNode body = exchange.getMessage().getBody(JsonNode.class);
        for (int i = 0; i < logics.size(); i++) {
            JsonNode next;
            try {
                next = logics.get(i).apply(body);
            } catch (RuntimeException failure) {
                LOG.debug("logics[{}] failed for {}", i, item.reference(), failure);
                item.settle(new Outcome.Failed(
                        Step.LOGICS, "logic_failed", "logics[" + i + "]: " + FunctionFailed.sentence(failure)));
                return false;
            }
            if (next == null || next.isNull() || next.isMissingNode() || next.isBoolean() && !next.booleanValue()) {
                item.settle(new Outcome.Discarded());
                return false;
            }
            body = next.isBoolean() ? body : next;
        }
        exchange.getMessage().setBody(body);
        item.enter(Step.FORMAT);
        return true;
    }
}
