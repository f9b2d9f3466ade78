package org.hrcamel.workflow;

import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The idempotent repository of every workflow, over the state of the run that an exchange belongs to: one row an item, holding the
 * version that was delivered last. It stands in a route as {@code idempotentConsumer} with {@code eager: false}: an item is recorded
 * only after it was delivered, so a crash repeats it rather than loses it.
 */
final class DeliveredVersions extends ServiceSupport implements IdempotentRepository {

    /** Whether there is nothing to do for the exchange's item; if so, that is its outcome. */
    @Override
    public boolean contains(Exchange exchange, String version) {
        Item item = Item.of(exchange);
        boolean settled = Run.of(exchange).state().isSettled(item);
        if (settled) {
            item.settle(new Outcome.SkippedUnchanged());
        }
        return settled;
    }

    /** Called when an item has passed all steps without an exception: what it came to decides whether it is recorded. */
    @Override
    public boolean add(Exchange exchange, String version) {
        Run.of(exchange).record(Item.of(exchange));
        return true;
    }

    /** The item failed: if it came as far as the push, its record was dropped before; if not, the target still holds what it says. */
    @Override
    public boolean remove(Exchange exchange, String version) {
        return true;
    }

    @Override
    public boolean confirm(Exchange exchange, String version) {
        return true;
    }

    @Override
    public boolean contains(String version) {
        throw outsideOfARun();
    }

    @Override
    public boolean add(String version) {
        throw outsideOfARun();
    }

    @Override
    public boolean remove(String version) {
        throw outsideOfARun();
    }

    @Override
    public boolean confirm(String version) {
        throw outsideOfARun();
    }

    /** Nothing is cleared through Camel: {@code hrcamel state reset} forgets one workflow's deliveries. */
    @Override
    public void clear() {
        throw outsideOfARun();
    }

    private static UnsupportedOperationException outsideOfARun() {
        return new UnsupportedOperationException("versions are kept for a workflow, which only a run's exchange names");
    }
}
