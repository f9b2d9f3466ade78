package org.hrcamel.bench.micro;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A logic that keeps a copy of the last item that it let through. */
public final class PassingItem implements UnaryOperator<JsonNode> {

    private static final AtomicReference<JsonNode> LAST = new AtomicReference<>();

    @Override
    public JsonNode apply(JsonNode item) {
        LAST.set(item.deepCopy());
        return item;
    }

    static JsonNode last() {
        return LAST.get();
    }
}
