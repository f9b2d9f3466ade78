package org.hrcamel.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.apache.camel.builder.RouteBuilder;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.ApiClient;
import org.hrcamel.http.ApiRequest;
import org.hrcamel.http.CamelTransport;
import org.hrcamel.http.Cancellation;
import org.hrcamel.http.Connections;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.Endpoint;
import org.hrcamel.http.EndpointRoutes;
import org.hrcamel.http.Limits;
import org.hrcamel.http.RequestBudgets;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.http.RequestMeter;
import org.hrcamel.http.RetryPolicy;
import org.hrcamel.workflow.CallbackStep.CallbackRefused;

/** Posts a run result as JSON to the operator's address; any 2xx is success. The same result may arrive twice. */
final class HttpCallback implements Consumer<ObjectNode> {

    /** Stands where a vendor's name stands, in the console and in metrics. */
    private static final String NAME = "callback";

    private static final Endpoint ENDPOINT = new Endpoint("callback-request");

    /** Short, since a runtime that stops waits for it. */
    private static final RetryPolicy PATIENCE = new RetryPolicy(
            3, Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final Address address;
    private final ApiClient client;

    HttpCallback(String url, CamelTransport transport, InstantSource clock, RequestMeter.OfVendors meters) {
        this.address = Address.verbatim(url);
        this.client = new ApiClient(
                        transport,
                        new RequestBudgets(clock).of(NAME, url, endpoint -> Limits.NONE),
                        request -> request,
                        answer -> answer,
                        PATIENCE,
                        new Cancellation(),
                        clock,
                        RandomGenerator.getDefault())
                .measuredBy(meters.of(NAME));
    }

    static RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                EndpointRoutes.add(this, NAME, ENDPOINT, Duration.ofSeconds(30), Connections.TRUSTED);
            }
        };
    }

    @Override
    public void accept(ObjectNode result) {
        ApiAnswer answer;
        try {
            // A run result carries its run id, so a receiver can tell a repetition.
            answer = client.send(
                    ApiRequest.post(ENDPOINT, address, ApiRequest.json(result)).repeatable(true));
        } catch (RequestFailed | CredentialRefused failure) {
            throw new CallbackRefused("the callback's address gave no answer: " + failure.getMessage());
        }
        if (!answer.isSuccess()) {
            throw new CallbackRefused("the callback's address answered " + answer);
        }
    }
}
