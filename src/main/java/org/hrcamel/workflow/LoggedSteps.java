package org.hrcamel.workflow;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Wraps each step of every route, so that {@link LoggedRun} knows the run for as long as a thread is in a step of it. A step that goes
 * on in another thread is left when this one is done with it; the steps after it enter anew.
 */
public final class LoggedSteps implements InterceptStrategy {

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        return new LoggedStep(AsyncProcessorConverterHelper.convert(target));
    }

    private static final class LoggedStep extends DelegateAsyncProcessor {

        private LoggedStep(AsyncProcessor step) {
            super(step);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            Run run = exchange.getProperty(Run.PROPERTY, Run.class);
            // A request's own exchange carries none: its thread is in a step that does.
            if (run == null) {
                return super.process(exchange, callback);
            }
            Run before = LoggedRun.enter(run);
            try {
                return super.process(exchange, callback);
            } finally {
                LoggedRun.leave(before);
            }
        }
    }
}
