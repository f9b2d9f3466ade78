package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What one thread of a pool would write on its lines. */
class LoggedStepsTest {

    private final ExecutorService pool = Executors.newSingleThreadExecutor();
    private final CamelContext camel = new DefaultCamelContext();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() throws Exception {
        pool.shutdownNow();
        camel.close();
    }

    private static String context() {
        return MDC.get("workflow") + " " + MDC.get("run");
    }

    private Exchange exchangeOf(String workflow) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.setProperty(Run.PROPERTY, OpenedRuns.opened(workflow, "run-of-" + workflow));
        return exchange;
    }

    private AsyncProcessor step(AsyncProcessor step) {
        return (AsyncProcessor) new LoggedSteps().wrapProcessorInInterceptors(camel, null, step, null);
    }

    private AsyncProcessor looking() {
        return step(new Step() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                seen.add(context());
                callback.done(true);
                return true;
            }
        });
    }

    private void inPool(Runnable work) throws Exception {
        pool.submit(work).get();
    }

    @Test
    void aPoolsThreadNamesTheRunWhoseStepItIsInAndNoneAfterwards() throws Exception {
        inPool(() -> looking().process(exchangeOf("first"), done -> {}));
        inPool(() -> seen.add(context()));
        inPool(() -> looking().process(exchangeOf("second"), done -> {}));
        inPool(() -> seen.add(context()));

        assertThat(seen).containsExactly("first run-of-first", "null null", "second run-of-second", "null null");
    }

    @Test
    void aStepWithinAnotherRunsStepNamesItsOwnRunAndGivesTheOtherBack() throws Exception {
        Exchange inner = exchangeOf("inner");
        AsyncProcessor outer = step(new Step() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                looking().process(inner, done -> {});
                seen.add(context());
                callback.done(true);
                return true;
            }
        });

        inPool(() -> outer.process(exchangeOf("outer"), done -> {}));

        assertThat(seen).containsExactly("inner run-of-inner", "outer run-of-outer");
    }

    @Test
    void aRequestsOwnExchangeKeepsTheRunOfTheStepThatSendsIt() throws Exception {
        AsyncProcessor sending = step(new Step() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                return looking().process(new DefaultExchange(camel), callback);
            }
        });

        inPool(() -> sending.process(exchangeOf("acme"), done -> {}));

        assertThat(seen).containsExactly("acme run-of-acme");
    }

    @Test
    void aStepThatGoesOnInAnotherThreadLeavesNothingInEither() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        CompletableFuture<Void> finished = new CompletableFuture<>();
        AsyncProcessor late = step(new Step() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                other.execute(() -> {
                    looking().process(exchange, done -> {});
                    callback.done(false);
                });
                return false;
            }
        });

        inPool(() -> late.process(exchangeOf("acme"), done -> finished.complete(null)));
        finished.get(10, TimeUnit.SECONDS);
        inPool(() -> seen.add(context()));
        other.submit(() -> seen.add(context())).get();
        other.shutdown();

        assertThat(seen).containsExactly("acme run-of-acme", "null null", "null null");
    }

    @Test
    void aStepThatThrowsLeavesNothing() throws Exception {
        AsyncProcessor throwing = step(new Step() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                throw new IllegalStateException("broken");
            }
        });

        inPool(() -> {
            try {
                throwing.process(exchangeOf("acme"), done -> {});
            } catch (IllegalStateException broken) {
                seen.add(context());
            }
        });

        assertThat(seen).containsExactly("null null");
    }

    private abstract static class Step implements AsyncProcessor {

        @Override
        public void process(Exchange exchange) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Exchange> processAsync(Exchange exchange) {
            throw new UnsupportedOperationException();
        }
    }
}
