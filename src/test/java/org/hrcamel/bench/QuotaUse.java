package org.hrcamel.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.ApiClient;
import org.hrcamel.http.ApiRequest;
import org.hrcamel.http.CamelTransport;
import org.hrcamel.http.Cancellation;
import org.hrcamel.http.Connections;
import org.hrcamel.http.Endpoint;
import org.hrcamel.http.EndpointRoutes;
import org.hrcamel.http.Limits;
import org.hrcamel.http.RateLimit;
import org.hrcamel.http.RequestBudgets;
import org.hrcamel.http.RetryPolicy;
import org.hrcamel.http.SimulatedQuota;
import org.hrcamel.http.SimulatedQuota.Counting;
import org.hrcamel.http.SimulatedQuota.Use;

/**
 * What is made of a vendor's limit, in real time and over HTTP: workers that always have something to ask send through the real client
 * to a server of this process that counts, tells its limit in its headers alone, and changes it.
 */
final class QuotaUse implements Section {

    private static final Endpoint ENDPOINT = new Endpoint("vendor-call");

    private static final int WARMING_REQUESTS = 2_000;

    /**
     * A vendor and those who use it.
     *
     * @param rate the limit in the settings, which the vendor keeps to at first
     * @param limits requests in a window, one after the other
     * @param each how long the vendor keeps to each of them
     * @param latency how long the vendor takes to answer
     */
    record Scenario(
            String rate, List<Integer> limits, Duration each, Counting counting, Duration latency, int workers) {}

    /**
     * What was made of one limit in its steady state.
     *
     * @param limit as it is written in the settings
     * @param refused answers 429, also before the steady state
     */
    record Row(Scenario scenario, RateLimit limit, Use use, long refused) {

        /** Permitted requests that were used, from 0 to 1. */
        double share() {
            return use.share();
        }
    }

    @Override
    public String name() {
        return "quota";
    }

    @Override
    public String title() {
        return "The use of a vendor's limit, by 96 workers and with answers after 20 ms";
    }

    @Override
    public Table measure(int rounds) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Configurator.setLevel("org.hrcamel", Level.WARN);
        Table table = new Table(name(), title());
        for (int round = 0; round < rounds; round++) {
            for (Counting counting : new Counting[] {Counting.FIXED, Counting.SLIDING}) {
                scenarios(counting).forEach(scenario -> measure(scenario, table));
            }
        }
        return table;
    }

    private static void measure(Scenario scenario, Table table) {
        try {
            for (Row row : measure(scenario)) {
                table.row(named(row))
                        .add("permitted", row.use.permitted())
                        .add("used", row.use.used())
                        .add("use %", row.share() * 100)
                        .add("answered 429", row.refused);
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String named(Row row) {
        List<Integer> limits = row.scenario.limits;
        String shrinking = limits.size() == 1
                ? ""
                : limits.stream().map(String::valueOf).collect(Collectors.joining(", ", " of ", " in turn"));
        return row.limit + shrinking + ", "
                + (row.scenario.counting == Counting.FIXED ? "fixed windows" : "sliding windows");
    }

    private static List<Scenario> scenarios(Counting counting) {
        return List.of(
                scenario("10/1s", List.of(10), 15, counting),
                scenario("10/1s", List.of(10, 6, 4, 10), 8, counting),
                scenario("50/10s", List.of(50), 35, counting),
                scenario("50/10s", List.of(50, 20), 35, counting),
                scenario("100/60s", List.of(100), 190, counting));
    }

    private static Scenario scenario(String rate, List<Integer> limits, int seconds, Counting counting) {
        return new Scenario(rate, limits, Duration.ofSeconds(seconds), counting, Duration.ofMillis(20), 96);
    }

    /** One row a limit of the scenario; takes as long as the vendor keeps to them. */
    static List<Row> measure(Scenario scenario) throws Exception {
        RateLimit rate = RateLimit.parse(scenario.rate).orElseThrow();
        SimulatedQuota quota = new SimulatedQuota(scenario.counting, rate);
        Instant start = send(scenario, quota);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < scenario.limits.size(); i++) {
            rows.add(row(scenario, quota, scenario.limits.get(i), start.plus(scenario.each.multipliedBy(i))));
        }
        return rows;
    }

    private static Row row(Scenario scenario, SimulatedQuota quota, int requests, Instant from) {
        RateLimit limit = new RateLimit(
                requests, RateLimit.parse(scenario.rate).orElseThrow().window());
        Instant to = from.plus(scenario.each);
        boolean many = scenario.each.compareTo(limit.window().multipliedBy(6)) > 0;
        Instant settled = from.plus(limit.window().multipliedBy(many ? 2 : 1));
        long refused = quota.refused().stream()
                .filter(moment -> !moment.isBefore(from) && moment.isBefore(to))
                .count();
        return new Row(scenario, limit, quota.use(requests, settled, to), refused);
    }

    /** When the first request was sent. */
    private static Instant send(Scenario scenario, SimulatedQuota quota) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService answering = Executors.newCachedThreadPool();
        server.setExecutor(answering);
        server.createContext("/", exchange -> answer(exchange, quota, scenario.latency));
        server.start();
        server.createContext("/warm", exchange -> exchange.sendResponseHeaders(200, -1));
        try (CamelContext camel = camel()) {
            String root = "http://127.0.0.1:" + server.getAddress().getPort();
            Cancellation cancellation = new Cancellation();
            warm(client(camel, "none", cancellation), root);
            ApiClient client = client(camel, scenario.rate, cancellation);
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < scenario.workers; i++) {
                workers.add(new Thread(() -> work(client, root, cancellation)));
            }
            Instant start = Instant.now();
            for (int i = 0; i < scenario.limits.size(); i++) {
                quota.then(start.plus(scenario.each.multipliedBy(i)), scenario.limits.get(i));
            }
            workers.forEach(Thread::start);
            cancellation.sleep(scenario.each.multipliedBy(scenario.limits.size()));
            cancellation.cancel();
            for (Thread worker : workers) {
                worker.join();
            }
            return start;
        } finally {
            server.stop(0);
            answering.shutdownNow();
        }
    }

    /** A process that has just begun loads classes for longer than the vendor's windows differ from ours. */
    private static void warm(ApiClient client, String root) throws Exception {
        for (int i = 0; i < WARMING_REQUESTS; i++) {
            client.send(ApiRequest.get(ENDPOINT, Address.of(root).path("warm")));
        }
    }

    private static void work(ApiClient client, String root, Cancellation cancellation) {
        while (!cancellation.isCancelled()) {
            try {
                client.send(ApiRequest.get(ENDPOINT, Address.of(root).path("candidates")));
            } catch (Exception stopped) {
                if (!cancellation.isCancelled()) {
                    throw new IllegalStateException(stopped);
                }
            }
        }
    }

    private static void answer(HttpExchange exchange, SimulatedQuota quota, Duration latency) throws IOException {
        try (exchange) {
            ApiAnswer answer = quota.answer(Instant.now());
            if (!latency.isZero()) {
                new Cancellation().sleep(latency);
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), -1);
        }
    }

    private static ApiClient client(CamelContext camel, String rate, Cancellation cancellation) {
        Clock clock = Clock.systemUTC();
        return new ApiClient(
                new CamelTransport(camel.createProducerTemplate()),
                new RequestBudgets(clock).of("vendor", "key", endpoint -> Limits.of(rate, "none")),
                request -> request,
                answer -> answer,
                RetryPolicy.standard(),
                cancellation,
                clock,
                RandomGenerator.getDefault());
    }

    private static CamelContext camel() throws Exception {
        CamelContext camel = new DefaultCamelContext();
        Connections.configure(camel, "hrcamel-bench");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                EndpointRoutes.add(this, "vendor", ENDPOINT, Duration.ofSeconds(30), Connections.TRUSTED);
            }
        });
        camel.start();
        return camel;
    }
}
