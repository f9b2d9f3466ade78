package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.hrcamel.http.RequestFailed.Cause;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.SandboxServer;
import org.hrcamel.sandbox.SimulatedVendor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiClientTest {

    private static final Reply OK = Reply.json(200, "{\"ok\":true}");

    /** Answers what the test lays out, then OK. */
    private static final class Vendor implements SimulatedVendor {

        private final Deque<Reply> next = new ArrayDeque<>();
        private Function<Request, Reply> otherwise = request -> OK;

        @Override
        public String name() {
            return "vendor";
        }

        @Override
        public synchronized Reply answer(Request request) {
            return next.isEmpty() ? otherwise.apply(request) : next.poll();
        }

        @Override
        public Map<String, String> settings(String root) {
            return Map.of();
        }
    }

    private static RealHttp http;

    private final Vendor vendor = new Vendor();
    private final SimulatedTime time = new SimulatedTime();
    private SandboxServer server;
    private ApiClient client;

    @BeforeAll
    static void start() {
        http = new RealHttp();
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    @BeforeEach
    void serve() {
        server = new SandboxServer(0, Duration.ZERO, List.of(vendor)).start();
        server.ledger().record();
        client = http.client(time, request -> request);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Address address() {
        return Address.of(server.root()).path("vendor", "a");
    }

    private ApiRequest get() {
        return ApiRequest.get(RealHttp.CALL, address());
    }

    private ApiRequest post() {
        return ApiRequest.post(RealHttp.CALL, address(), ApiRequest.form(Map.of("a", "b")));
    }

    private int received() {
        return server.ledger().entries("vendor").size();
    }

    private void answers(Reply... replies) {
        vendor.next.addAll(List.of(replies));
    }

    private RequestFailed failure(ApiRequest request) {
        return catchThrowableOfType(RequestFailed.class, () -> client.send(request));
    }

    @Test
    void waitsAsLongAsTheVendorAsksAfter429() throws Exception {
        answers(Reply.json(429, "{}").with("Retry-After", "7"));
        assertThat(client.send(get()).status()).isEqualTo(200);
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(7));
        assertThat(received()).isEqualTo(2);
    }

    @Test
    void waitsForTheResetAfter429WithoutRetryAfter() throws Exception {
        answers(Reply.json(429, "{}").with("X-RateLimit-Reset", "9"));
        client.send(get());
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void waitsItsOwnTimeWhenTheVendorAsksForNone(int status) throws Exception {
        answers(Reply.empty(status).with("Retry-After", "0"), Reply.empty(status));
        client.send(get());
        assertThat(time.waits().stream().filter(wait -> !wait.isZero()))
                .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void makesOthersOfTheCredentialWaitAfter429Too() throws Exception {
        RequestBudgets budgets = new RequestBudgets(time);
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        answers(Reply.json(429, "{}").with("Retry-After", "30"));
        ApiClient first = RealHttp.client(http.transport(), budgets, time, cancelled, request -> request);
        assertThatThrownBy(() -> first.send(get())).isInstanceOf(RequestFailed.class);
        RealHttp.client(http.transport(), budgets, time, time, request -> request)
                .send(get());
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void recoversFromAServerError(int status) throws Exception {
        answers(Reply.text(status, "text/html", "<h1>oops</h1>"));
        assertThat(client.send(get()).body().path("ok").asBoolean()).isTrue();
        assertThat(received()).isEqualTo(2);
    }

    @Test
    void givesUpAfterTheNumberOfTries() {
        vendor.otherwise = request -> Reply.empty(503);
        RequestFailed failure = failure(get());
        assertThat(failure.reason()).isEqualTo(Cause.SERVER_ERROR);
        assertThat(failure).hasMessage("GET vendor-call: the vendor answered HTTP 503");
        assertThat(received()).isEqualTo(RetryPolicy.standard().attempts());
    }

    @Test
    void givesUpWhenTheWaitsWouldTakeTooLong() {
        vendor.otherwise = request -> Reply.empty(429).with("Retry-After", "50");
        assertThat(failure(get()).reason()).isEqualTo(Cause.RATE_LIMITED);
        assertThat(received()).isEqualTo(3);
        assertThat(time.passed()).isLessThanOrEqualTo(RetryPolicy.standard().total());
    }

    @Test
    void asksNoMoreWhileTheVendorWantsNothingForHours() {
        answers(Reply.empty(429).with("Retry-After", "86400"));
        assertThat(failure(get()).reason()).isEqualTo(Cause.RATE_LIMITED);
        assertThat(failure(get()).reason()).isEqualTo(Cause.RATE_LIMITED);
        assertThat(received()).isEqualTo(1);
        assertThat(time.passed()).isLessThan(Duration.ofMinutes(5));
        time.forward(Duration.ofDays(1));
        assertThat(failure(get())).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 400, 403, 404, 409, 422})
    void givesBackEveryOtherAnswerAtOnce(int status) throws Exception {
        answers(Reply.empty(status));
        assertThat(client.send(get()).status()).isEqualTo(status);
        assertThat(received()).isEqualTo(1);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void readsAgainWhenTheConnectionIsCut() throws Exception {
        answers(Reply.json(200, "{\"a\":[1,2,3]}").cutShort());
        assertThat(client.send(get()).status()).isEqualTo(200);
        assertThat(received()).isEqualTo(2);
    }

    @Test
    void readsAgainWhenTheAnswerIsNoJson() throws Exception {
        answers(Reply.text(200, "text/html", "<h1>maintenance</h1>"));
        assertThat(client.send(get()).body().path("ok").asBoolean()).isTrue();
        vendor.otherwise = request -> Reply.text(200, "text/html", "<h1>maintenance</h1>");
        assertThat(failure(get()).reason()).isEqualTo(Cause.MALFORMED);
    }

    @Test
    void readsAgainWhenTheVendorStaysSilent() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        CompletableFuture<Void> over = new CompletableFuture<>();
        vendor.otherwise = request -> {
            if (calls.getAndIncrement() == 0) {
                over.orTimeout(5, TimeUnit.SECONDS).exceptionally(late -> null).join();
            }
            return OK;
        };
        try {
            client = RealHttp.client(
                    http.transport(),
                    new RequestBudgets(time),
                    time,
                    wait -> {
                        over.complete(null);
                        return time.sleep(wait);
                    },
                    request -> request);
            assertThat(client.send(get()).status()).isEqualTo(200);
            assertThat(calls).hasValueGreaterThanOrEqualTo(2);
        } finally {
            over.complete(null);
        }
    }

    @Test
    void neverSendsAnUnrepeatableRequestAgainAfterAServerError() {
        answers(Reply.empty(500));
        RequestFailed failure = failure(post());
        assertThat(failure.isPerhapsDone()).isTrue();
        assertThat(received()).isEqualTo(1);
    }

    @Test
    void neverSendsAnUnrepeatableRequestAgainAfterACutOrMalformedAnswer() {
        answers(OK.cutShort(), Reply.text(200, "text/plain", "done"));
        assertThat(failure(post()).isPerhapsDone()).isTrue();
        assertThat(failure(post()).reason()).isEqualTo(Cause.MALFORMED);
        assertThat(received()).isEqualTo(2);
    }

    @Test
    void sendsAnUnrepeatableRequestAgainAfter429() throws Exception {
        answers(Reply.empty(429));
        assertThat(client.send(post()).status()).isEqualTo(200);
        assertThat(received()).isEqualTo(2);
    }

    @Test
    void sendsAnUnrepeatableRequestAgainAfterARefusedConnection() throws Exception {
        String root = server.root();
        server.close();
        SandboxServer[] again = new SandboxServer[1];
        Pause restart = wait -> {
            int port = URI.create(root).getPort();
            again[0] = new SandboxServer(port, Duration.ZERO, List.of(vendor)).start();
            return time.sleep(wait);
        };
        client = RealHttp.client(http.transport(), new RequestBudgets(time), time, restart, request -> request);
        try {
            Address address = Address.of(root).path("vendor", "a");
            assertThat(client.send(ApiRequest.post(RealHttp.CALL, address, null))
                            .status())
                    .isEqualTo(200);
        } finally {
            again[0].close();
        }
    }

    @Test
    void sendsAnUnrepeatableRequestAgainWhenNoConnectionCameAboutInTime() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Transport slow = request -> {
            if (tries.getAndIncrement() == 0) {
                throw new ConnectTimeoutException("slow");
            }
            return new ApiAnswer(200);
        };
        client = RealHttp.client(slow, new RequestBudgets(time), time, time, request -> request);
        assertThat(client.send(post()).status()).isEqualTo(200);
        assertThat(tries).hasValue(2);
    }

    @Test
    void namesTheHostAndNotTheAddressWhenItCannotConnect() {
        Address secret = Address.of("http://no-such-host.invalid").query("apikey", "s3cret");
        RequestFailed failure = failure(ApiRequest.get(RealHttp.CALL, secret));
        assertThat(failure.reason()).isEqualTo(Cause.CONNECTION);
        assertThat(failure).hasMessageContaining("no-such-host.invalid").hasMessageNotContaining("s3cret");
    }

    /** Gives tokens 1, 2, 3, … */
    private static final class Tokens implements Authentication {

        private final AtomicInteger token = new AtomicInteger(1);

        @Override
        public ApiRequest authenticate(ApiRequest request) {
            return request.withHeader("Authorization", "Bearer " + token);
        }

        @Override
        public boolean renew(ApiRequest rejected) {
            token.incrementAndGet();
            return true;
        }
    }

    @Test
    void renewsTheTokenAndSendsAgainAfter401() throws Exception {
        vendor.otherwise =
                request -> request.header("authorization").orElse("").equals("Bearer 2") ? OK : Reply.json(401, "{}");
        client = http.client(time, new Tokens());
        assertThat(client.send(post()).status()).isEqualTo(200);
        assertThat(received()).isEqualTo(2);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void renewsTheTokenOnlyOnce() throws Exception {
        vendor.otherwise = request -> Reply.json(401, "{}");
        Tokens tokens = new Tokens();
        client = http.client(time, tokens);
        assertThat(client.send(get()).status()).isEqualTo(401);
        assertThat(tokens.token).hasValue(2);
        assertThat(received()).isEqualTo(2);
    }

    @Test
    void givesBack401WhenThereIsNoTokenToRenew() throws Exception {
        answers(Reply.json(401, "{}"));
        assertThat(client.send(get()).status()).isEqualTo(401);
        assertThat(received()).isEqualTo(1);
    }

    @Test
    void endsAWaitWhenTheRunIsStopped() {
        Cancellation cancellation = new Cancellation();
        client = RealHttp.client(http.transport(), new RequestBudgets(time), time, cancellation, request -> request);
        vendor.otherwise = request -> {
            cancellation.cancel();
            return Reply.empty(429).with("Retry-After", "60");
        };
        assertThat(failure(get()).reason()).isEqualTo(Cause.STOPPED);
        assertThat(received()).isEqualTo(1);
    }

    @Test
    void endsAWaitThatHasBegunWhenTheRunIsStopped() {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Boolean> whole = CompletableFuture.supplyAsync(() -> cancellation.sleep(Duration.ofHours(1)));
        cancellation.cancel();
        assertThat(whole).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(false);
    }

    @Test
    void takesAnEnvelopesStatusForTheAnswers() {
        client = new ApiClient(
                http.transport(),
                new RequestBudgets(time).of("vendor", "key", endpoint -> Limits.NONE),
                request -> request,
                answer -> new ApiAnswer(answer.body().path("code").asInt()),
                RetryPolicy.standard(),
                time,
                time,
                () -> 0L);
        vendor.otherwise = request -> Reply.json(200, "{\"code\":500}");
        assertThat(failure(get()).reason()).isEqualTo(Cause.SERVER_ERROR);
    }
}
