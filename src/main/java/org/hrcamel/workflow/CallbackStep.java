package org.hrcamel.workflow;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the workflow's callback the run result, once, after the last item, when items reached the push. */
public final class CallbackStep implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackStep.class);

    @Override
    public void process(Exchange exchange) {
        Run run = Run.of(exchange);
        if (!run.persist() || run.workflow().callback().isEmpty() || !reachedPush(run.events())) {
            return;
        }
        try {
            run.workflow().callback().get().accept(run.result().json());
            run.events().add(Event.CALLBACK_EXECUTED);
        } catch (RuntimeException failure) {
            LOG.debug("The callback failed", failure);
            run.events().add(Event.CALLBACK_FAILURE);
            run.failed("", Step.CALLBACK, "callback_failed", message(failure));
        }
    }

    private static String message(RuntimeException failure) {
        return failure instanceof CallbackRefused refused
                ? refused.getMessage()
                : "the callback threw " + failure.getClass().getSimpleName();
    }

    private static boolean reachedPush(Events events) {
        return events.count(Event.WRITE_SUCCESS)
                        + events.count(Event.WRITE_UNCHANGED)
                        + events.count(Event.WRITE_FAILURE)
                        + events.count(Event.SKIPPED_ARCHIVED)
                > 0;
    }

    /** A callback's own word of what went wrong, without its address. */
    public static final class CallbackRefused extends RuntimeException {
        public CallbackRefused(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }
}
