package org.hrcamel.workflow;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Outcome.Failed.Blame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books every item exactly once: as the split's {@code onPrepare} it marks the exchange of each item, as its aggregation strategy
 * it books what became of it, whatever steps the operator put between.
 */
public final class ItemAccounting implements AggregationStrategy, Processor {

    private static final Logger LOG = LoggerFactory.getLogger(ItemAccounting.class);

    @Override
    public void process(Exchange exchange) {
        Item item = exchange.getMessage().getBody(Item.class);
        exchange.setProperty(Item.PROPERTY, item);
        exchange.getMessage().setBody(item.row());
        Run run = Run.of(exchange);
        Run before = LoggedRun.enter(run);
        try {
            run.begin(item);
        } finally {
            LoggedRun.leave(before);
        }
    }

    @Override
    public @Nullable Exchange aggregate(@Nullable Exchange earlier, Exchange done) {
        Run run = Run.of(done);
        Item item = Item.of(done);
        // The item's last step is left already.
        Run before = LoggedRun.enter(run);
        try {
            book(run, item, outcome(run, item, done.getException()));
        } finally {
            LoggedRun.leave(before);
        }
        // Nothing of an item, least of all its failure, may reach the steps after the last item.
        return null;
    }

    private static Outcome outcome(Run run, Item item, @Nullable Exception failure) {
        if (failure != null) {
            return failed(run, item, failure);
        }
        // Neither delivered nor failed: a filter of the operator's own dropped it.
        return item.outcome() == null ? new Outcome.Discarded() : item.outcome();
    }

    private static Outcome failed(Run run, Item item, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ItemFailed failed) {
                return new Outcome.Failed(item.step(), failed.reason(), failed.getMessage());
            }
            if (cause instanceof RequestFailed failed) {
                return Outcome.Failed.of(item.step(), failed);
            }
            if (cause instanceof RunFatal fatal) {
                run.giveUp(fatal);
                return new Outcome.Failed(item.step(), fatal.reason().code(), fatal.getMessage(), Blame.RUN);
            }
            if (cause instanceof CredentialRefused refused) {
                Reason side = item.step() == Step.PULL ? Reason.BAD_ORIGIN_PARAMETERS : Reason.BAD_TARGET_PARAMETERS;
                run.giveUp(new RunFatal(side, refused.getMessage()));
                return new Outcome.Failed(item.step(), "credential_refused", refused.getMessage(), Blame.RUN);
            }
        }
        LOG.debug("{} failed", item.reference(), failure);
        // Messages of unknown exceptions may quote the item.
        return new Outcome.Failed(
                item.step(),
                "unexpected_error",
                "an unexpected " + failure.getClass().getSimpleName());
    }

    private static void book(Run run, Item item, Outcome outcome) {
        Event event = outcome.event();
        boolean unread = event == Event.READ_GONE || event == Event.READ_FAILURE;
        if (!item.isRead() && !unread) {
            run.events().add(Event.READ_SUCCESS);
        }
        // A dry run writes nothing, so it counts nothing of the push; it lists what it found.
        if (run.persist() || item.step() != Step.PUSH || event == Event.LOGICS_DISCARD) {
            run.events().add(event);
        }
        run.end(item, outcome);
        if (outcome instanceof Outcome.Failed failed) {
            run.failed(item.reference(), failed.step(), failed.reason(), failed.message());
        }
        if (outcome instanceof Outcome.Previewed previewed) {
            run.wouldChange(item.reference(), previewed.changes());
        }
    }
}
