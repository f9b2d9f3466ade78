package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the target's object of the origin's, with the workflow's own format or else the connector's mapping. */
public final class FormatStep implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(FormatStep.class);

    private final UnaryOperator<JsonNode> mapping;

    /**
     * @param mapping the connector's own, used unless the workflow sets a format
     */
    public FormatStep(UnaryOperator<JsonNode> mapping) {
        this.mapping = mapping;
    }

    @Override
    public void process(Exchange exchange) throws ItemFailed {
        Item item = Item.of(exchange);
        item.enter(Step.FORMAT);
        JsonNode formatted;
        try {
            formatted = Run.of(exchange)
                    .workflow()
                    .format()
                    .orElse(mapping)
                    .apply(exchange.getMessage().getBody(JsonNode.class));
        } catch (RuntimeException failure) {
            LOG.debug("The format failed for {}", item.reference(), failure);
            throw new ItemFailed("format_failed", "the format: " + FunctionFailed.sentence(failure));
        }
        if (formatted == null || !formatted.isObject()) {
            throw new ItemFailed("format_gave_no_object", "the format gave no JSON object");
        }
        exchange.getMessage().setBody(formatted);
        item.enter(Step.PUSH);
    }
}
