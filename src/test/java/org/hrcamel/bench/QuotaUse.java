package org.hrcamel.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
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
    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final int WORKERS = 96;

    /**
     * A vendor's limit, and how it changes.
     *
     * @param rate the limit in the settings, which the vendor keeps to at first
     * @param numbers requests in a window, one after the other
     * @param each how long the vendor keeps to each of them
     */
    private record ChangingLimit(RateLimit rate, List<Integer> numbers, Duration each, Counting counting) {

        Duration all() {
            return each.multipliedBy(numbers.size());
        }

        /** Of one limit among those that follow each other. */
        String named(int place) {
            String before = place == 0 ? "" : ", after " + numbers.get(place - 1);
            String later = place == 0 && numbers.size() > 1 ? ", then fewer" : "";
            return new RateLimit(numbers.get(place), rate.window()) + before + later + ", "
                    + (counting == Counting.FIXED ? "fixed windows" : "sliding windows");
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
                limits(counting).forEach(limit -> measure(limit, table));
            }
        }
        return table;
    }

    private static List<ChangingLimit> limits(Counting counting) {
        return List.of(
                limit("10/1s", List.of(10), 15, counting),
                limit("10/1s", List.of(10, 6, 4, 10), 8, counting),
                limit("50/10s", List.of(50), 35, counting),
                limit("50/10s", List.of(50, 20), 35, counting),
                limit("100/60s", List.of(100), 190, counting));
    }

    private static ChangingLimit limit(String rate, List<Integer> numbers, int seconds, Counting counting) {
        return new ChangingLimit(RateLimit.parse(rate).orElseThrow(), numbers, Duration.ofSeconds(seconds), counting);
    }

    /** Takes as long as the vendor keeps to the limits. */
    private static void measure(ChangingLimit limit, Table table) {
        try {
            SimulatedQuota quota = new SimulatedQuota(limit.counting, limit.rate);
            Instant start = send(limit, quota);
            for (int i = 0; i < limit.numbers.size(); i++) {
                Instant from = start.plus(limit.each.multipliedBy(i));
                add(limit, limit.numbers.get(i), quota, from, table.row(limit.named(i)));
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The use in the steady state, and all refusals. */
    private static void add(ChangingLimit limit, int number, SimulatedQuota quota, Instant from, Table.Row row) {
        Duration window = limit.rate.window();
        Instant to = from.plus(limit.each);
        boolean many = limit.each.compareTo(window.multipliedBy(6)) > 0;
        Use use = quota.use(number, from.plus(window.multipliedBy(many ? 2 : 1)), to);
        long refused = quota.refused().stream()
                .filter(moment -> !moment.isBefore(from) && moment.isBefore(to))
                .count();
        row.add("permitted", use.permitted())
                .add("used", use.used())
                .add("use %", use.share() * 100)
                .add("answered 429", refused);
    }

    /** When the first request was sent. */
    private static Instant send(ChangingLimit limit, SimulatedQuota quota) throws Exception {
        try (LimitedVendor vendor = new LimitedVendor(quota, LATENCY);
                CamelContext camel = camel()) {
            Cancellation cancellation = new Cancellation();
            warm(client(camel, "none", cancellation), vendor);
            ApiClient client = client(camel, limit.rate.toString(), cancellation);
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(new Thread(() -> work(client, vendor, cancellation)));
            }
            Instant start = Instant.now();
            for (int i = 0; i < limit.numbers.size(); i++) {
                quota.then(start.plus(limit.each.multipliedBy(i)), limit.numbers.get(i));
            }
            workers.forEach(Thread::start);
            cancellation.sleep(limit.all());
            cancellation.cancel();
            for (Thread worker : workers) {
                worker.join();
            }
            return start;
        }
    }

    /** A process that has just begun loads classes for longer than the vendor's windows differ from ours. */
    private static void warm(ApiClient client, LimitedVendor vendor) throws Exception {
        for (int i = 0; i < WARMING_REQUESTS; i++) {
            client.send(ApiRequest.get(ENDPOINT, vendor.unlimited()));
        }
    }

    private static void work(ApiClient client, LimitedVendor vendor, Cancellation cancellation) {
        while (!cancellation.isCancelled()) {
            try {
                client.send(ApiRequest.get(ENDPOINT, vendor.limited()));
            } catch (Exception stopped) {
                if (!cancellation.isCancelled()) {
                    throw new IllegalStateException(stopped);
                }
            }
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
