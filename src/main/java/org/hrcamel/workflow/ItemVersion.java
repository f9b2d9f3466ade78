package org.hrcamel.workflow;

import org.apache.camel.Exchange;
import org.apache.camel.support.ExpressionAdapter;

/** The version of an exchange's item, for the idempotent consumer; {@code unread} while only the whole candidate can tell it. */
final class ItemVersion extends ExpressionAdapter {

    @Override
    public Object evaluate(Exchange exchange) {
        String version = Item.of(exchange).version();
        return version == null ? "unread" : version;
    }
}
