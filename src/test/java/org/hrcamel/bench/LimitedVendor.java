package org.hrcamel.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.Cancellation;
import org.hrcamel.http.SimulatedQuota;

/** A vendor over HTTP that does nothing but count requests, and refuse those beyond its limit. */
final class LimitedVendor implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService answering = Executors.newCachedThreadPool();
    private final SimulatedQuota quota;
    private final Duration latency;

    /**
     * @param latency how long an answer takes
     */
    LimitedVendor(SimulatedQuota quota, Duration latency) throws IOException {
        this.quota = quota;
        this.latency = latency;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(answering);
        server.createContext("/limited", this::answer);
        server.createContext("/unlimited", exchange -> exchange.sendResponseHeaders(200, -1));
        server.start();
    }

    /** What the limit is for. */
    Address limited() {
        return root().path("limited");
    }

    /** What is answered at once and not counted. */
    Address unlimited() {
        return root().path("unlimited");
    }

    private Address root() {
        return Address.of("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            ApiAnswer answer = quota.answer(Instant.now());
            new Cancellation().sleep(latency);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        answering.shutdownNow();
    }
}
