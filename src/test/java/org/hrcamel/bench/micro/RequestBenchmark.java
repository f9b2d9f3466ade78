package org.hrcamel.bench.micro;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.LimitHeaders;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What is done around each request: its address, and what the answer's headers say. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RequestBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final Map<String, String> headers = Map.of(
            "Date", "Sun, 01 Nov 2026 12:00:00 GMT",
            "Content-Type", "application/json;charset=utf-8",
            "Content-Length", "2048",
            "X-RateLimit-Limit", "10",
            "X-RateLimit-Remaining", "7",
            "X-RateLimit-Reset", "1",
            "Cache-Control", "no-store",
            "Connection", "keep-alive");
    private final ApiAnswer answer = new ApiAnswer(200, headers, MissingNode.getInstance());
    private final Address base = Address.of("https://api.example.com/v1/");

    @Benchmark
    public URI address() {
        return base.path("candidates", "cc285818-963d-497a-a2a8-000000000042")
                .query("updatedAfter", "2026-11-01T00:00:00.000Z")
                .query("q", "Zoë García & co")
                .query("pageId", Optional.empty())
                .uri();
    }

    @Benchmark
    public ApiAnswer answer() {
        return new ApiAnswer(200, headers, MissingNode.getInstance());
    }

    @Benchmark
    public void limits(Blackhole told) {
        LimitHeaders limits = new LimitHeaders(answer);
        told.consume(limits.limit());
        told.consume(limits.remaining());
        told.consume(limits.reset(NOW));
        told.consume(limits.retryAfter(NOW));
    }

    @Benchmark
    public Optional<Instant> date() {
        return answer.date();
    }
}
