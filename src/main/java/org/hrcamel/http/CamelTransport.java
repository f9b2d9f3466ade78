package org.hrcamel.http;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpMethods;

/**
 * Sends requests through their {@link Endpoint}'s Camel route, built by {@link EndpointRoutes}, so that the console counts them.
 * Address, headers and body reach the route at run time only: they hold secrets, and route dumps are readable.
 */
public final class CamelTransport implements Transport {

    private final ProducerTemplate template;

    public CamelTransport(ProducerTemplate template) {
        this.template = template;
    }

    @Override
    public ApiAnswer send(ApiRequest request) throws IOException {
        return send(request.withHeader("Accept-Encoding", "gzip"), AnswerReader.json());
    }

    /** Sends once and has the body read in another way. */
    ApiAnswer send(ApiRequest request, AnswerReader reader) throws IOException {
        Exchange exchange = template.send("direct:" + request.endpoint().id(), sent -> {
            Message message = sent.getIn();
            request.headers().forEach(message::setHeader);
            // As camel-http's own type: it would look for a converter with every request.
            message.setHeader(Exchange.HTTP_METHOD, HttpMethods.valueOf(request.method()));
            message.setHeader(Exchange.HTTP_URI, request.address().withoutQuery());
            if (!request.address().rawQuery().isEmpty()) {
                message.setHeader(Exchange.HTTP_QUERY, request.address().rawQuery());
            }
            message.setBody(request.body());
            sent.setProperty(AnswerReader.PROPERTY, reader);
            sent.setProperty(Exchange.SKIP_GZIP_ENCODING, true);
        });
        Exception failure = exchange.getException();
        if (failure instanceof IOException broken) {
            throw broken;
        }
        if (failure != null) {
            throw new IOException(failure.getClass().getSimpleName(), failure);
        }
        return exchange.getMessage().getBody(ApiAnswer.class);
    }

    /** The message's response headers as text. */
    static Map<String, String> headers(Message message) {
        return message.getHeaders().entrySet().stream()
                .filter(header -> !header.getKey().startsWith("Camel") && header.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, header -> text(header.getValue())));
    }

    private static String text(Object value) {
        return value instanceof Iterable<?> values ? joined(values) : value.toString();
    }

    private static String joined(Iterable<?> values) {
        StringBuilder joined = new StringBuilder();
        values.forEach(value -> joined.append(joined.isEmpty() ? "" : ", ").append(value));
        return joined.toString();
    }
}
