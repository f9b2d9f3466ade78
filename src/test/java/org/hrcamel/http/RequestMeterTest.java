package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hrcamel.http.RequestBudgets.OfCredential;
import org.junit.jupiter.api.Test;

/** What is told of the requests that a client makes. */
class RequestMeterTest {

    private static final Duration LATENCY = Duration.ofMillis(70);

    private final SimulatedTime time = new SimulatedTime();
    private final List<String> sent = new ArrayList<>();
    private Duration waited = Duration.ZERO;
    private final Deque<Transport> answers = new ArrayDeque<>();

    private final RequestMeter meter = new RequestMeter() {
        @Override
        public void sent(Endpoint endpoint, String status, boolean retry, Duration took) {
            sent.add(endpoint.id() + " " + status + (retry ? " again" : "") + " " + took.toMillis());
        }

        @Override
        public void waited(Duration wait) {
            waited = waited.plus(wait);
        }
    };

    private ApiAnswer answer(ApiRequest request) throws IOException {
        time.forward(LATENCY);
        return answers.poll().send(request);
    }

    private ApiClient client(OfCredential budgets) {
        return new ApiClient(
                        this::answer,
                        budgets,
                        request -> request,
                        answer -> answer,
                        RetryPolicy.standard(),
                        time,
                        time,
                        () -> 0L)
                .measuredBy(meter);
    }

    private ApiClient client() {
        return client(new RequestBudgets(time).of("vendor", "key", endpoint -> Limits.NONE));
    }

    private static ApiRequest request() {
        return ApiRequest.get(RealHttp.CALL, Address.of("http://vendor.test/people/4711"));
    }

    private static Transport status(int status) {
        return request -> new ApiAnswer(status);
    }

    @Test
    void anAnswerOf429AndThenOneOf200AreTwoRequestsOfWhichOneIsARetry() throws Exception {
        answers.add(status(429));
        answers.add(status(200));

        client().send(request());

        assertThat(sent).containsExactly("vendor-call 429 70", "vendor-call 200 again 70");
        assertThat(waited).as("since the vendor said to wait").isPositive();
    }

    @Test
    void aRequestWithoutAnAnswerIsToldByItsCause() throws Exception {
        answers.add(request -> {
            throw new ConnectException();
        });
        answers.add(status(404));

        client().send(request());

        assertThat(sent).containsExactly("vendor-call connection_failed 70", "vendor-call 404 again 70");
        assertThat(waited).as("an error is no wait for a budget").isZero();
    }

    @Test
    void aWaitForTheBudgetIsToldAndIsNoPartOfTheRequest() throws Exception {
        Limits onePerMinute = new Limits(Optional.of(new RateLimit(1, Duration.ofMinutes(1))), Optional.empty());
        ApiClient client = client(new RequestBudgets(time).of("vendor", "key", endpoint -> onePerMinute));
        answers.add(status(200));
        answers.add(status(200));

        client.send(request());
        assertThat(waited).isZero();
        client.send(request());

        assertThat(waited).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
        assertThat(sent).containsExactly("vendor-call 200 70", "vendor-call 200 70");
    }

    @Test
    void aRequestThatNeverWentOutIsNoRequest() {
        Limits never = new Limits(Optional.of(new RateLimit(1, Duration.ofHours(9))), Optional.empty());
        OfCredential budgets = new RequestBudgets(time).of("vendor", "key", endpoint -> never);
        budgets.of(RealHttp.CALL).blockUntil(time.instant().plus(Duration.ofHours(9)));

        assertThatThrownBy(() -> client(budgets).send(request())).isInstanceOf(RequestFailed.class);

        assertThat(sent).isEmpty();
    }
}
