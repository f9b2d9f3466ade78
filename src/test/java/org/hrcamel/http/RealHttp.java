package org.hrcamel.http;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Camel with the routes of some endpoints, and nothing else of the product. */
public final class RealHttp implements AutoCloseable {

    static final Endpoint CALL = new Endpoint("vendor-call");
    static final Endpoint FOREIGN = new Endpoint("vendor-foreign-file");
    static final Endpoint GUARDED = new Endpoint("vendor-guarded-file");

    private final CamelContext camel = new DefaultCamelContext();
    private final CamelTransport transport;

    RealHttp() {
        Connections.configure(camel, "hrcamel-test");
        try {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    // Longer than the pause of the second that the HTTP client would make before a repetition of its
                    // own.
                    Duration timeout = Duration.ofMillis(1500);
                    EndpointRoutes.add(this, "vendor", CALL, timeout, Connections.TRUSTED);
                    EndpointRoutes.add(this, "vendor", FOREIGN, timeout, Connections.TRUSTED);
                    EndpointRoutes.add(this, "vendor", GUARDED, timeout, Connections.PUBLIC);
                }
            });
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        camel.start();
        transport = new CamelTransport(camel.createProducerTemplate());
    }

    CamelTransport transport() {
        return transport;
    }

    /** A client without limits of its own that lives in simulated time. */
    ApiClient client(SimulatedTime time, Authentication authentication) {
        return client(transport, new RequestBudgets(time), time, time, authentication);
    }

    static ApiClient client(
            Transport transport,
            RequestBudgets budgets,
            SimulatedTime time,
            Pause pause,
            Authentication authentication) {
        RandomGenerator least = () -> 0L;
        return new ApiClient(
                transport,
                budgets.of("vendor", "key", endpoint -> Limits.NONE),
                authentication,
                answer -> answer,
                RetryPolicy.standard(),
                pause,
                time,
                least);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
