package org.hrcamel.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Builds the Camel routes of a connector's {@link Endpoint}s: {@code direct:<id>} → {@code camel-http} → read the answer. */
public final class EndpointRoutes {

    private EndpointRoutes() {}

    /**
     * Adds the route of one endpoint.
     *
     * @param connector name of the vendor's connector, shown in the console
     * @param timeout longest silence of the vendor
     * @param connections whether any address may be called, or only public ones
     */
    public static void add(
            RouteBuilder routes, String connector, Endpoint endpoint, Duration timeout, Connections connections) {
        routes.from("direct:" + endpoint.id())
                .routeId(endpoint.id())
                .errorHandler(routes.noErrorHandler())
                // Camel would otherwise read the whole body into memory before the next step, however large it is.
                .streamCache(false)
                .to("http://" + connector + "?throwExceptionOnFailure=false&disableStreamCache=true&responseTimeout="
                        + timeout.toMillis() + "&clientConnectionManager=#" + connections.bean())
                .id(endpoint.id() + "-http")
                .process(EndpointRoutes::read)
                .id(endpoint.id() + "-read");
    }

    private static void read(Exchange exchange) throws IOException {
        AnswerReader reader = exchange.getProperty(AnswerReader.PROPERTY, AnswerReader.class);
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        Object body = exchange.getMessage().getBody();
        try (InputStream stream = body instanceof InputStream open ? open : null) {
            exchange.getMessage().setBody(reader.read(status, CamelTransport.headers(exchange.getMessage()), stream));
        }
    }
}
