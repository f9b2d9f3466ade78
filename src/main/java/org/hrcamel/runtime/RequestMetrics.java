package org.hrcamel.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hrcamel.http.Endpoint;
import org.hrcamel.http.RequestMeter;

/** Counts the requests to vendors. Labels are names of ours and status codes, never an address. Thread safe. */
final class RequestMetrics implements RequestMeter.OfVendors {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1)
    };

    private static final double NANOS = 1e9;

    private final MeterRegistry registry;
    private final Map<String, RequestMeter> vendors = new ConcurrentHashMap<>();

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public RequestMeter of(String vendor) {
        return vendors.computeIfAbsent(vendor, OfVendor::new);
    }

    private final class OfVendor implements RequestMeter {

        private record Kind(String endpoint, String status, boolean retry) {}

        private final String vendor;
        private final Timer duration;
        private final Counter waited;
        private final Map<Kind, Counter> requests = new ConcurrentHashMap<>();

        private OfVendor(String vendor) {
            this.vendor = vendor;
            this.duration = Timer.builder("hrcamel.request.duration")
                    .description("How long requests took until their answer was there")
                    .tag("vendor", vendor)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry);
            this.waited = Counter.builder("hrcamel.request.budget.wait")
                    .description("Time that requests were held back since the budget was used up or the vendor said so")
                    .baseUnit("seconds")
                    .tag("vendor", vendor)
                    .register(registry);
        }

        @Override
        public void sent(Endpoint endpoint, String status, boolean retry, Duration took) {
            requests.computeIfAbsent(new Kind(endpoint.id(), status, retry), this::counter)
                    .increment();
            duration.record(took);
        }

        private Counter counter(Kind kind) {
            return Counter.builder("hrcamel.requests")
                    .description("Requests by what became of them")
                    .tag("vendor", vendor)
                    .tag("endpoint", kind.endpoint())
                    .tag("status", kind.status())
                    .tag("retry", String.valueOf(kind.retry()))
                    .register(registry);
        }

        @Override
        public void waited(Duration time) {
            waited.increment(time.toNanos() / NANOS);
        }
    }
}
