package org.hrcamel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxServerTest {

    @Test
    void doubledAndEncodedSlashesReachTheVendor() throws Exception {
        try (SandboxServer server = new SandboxServer(0, Duration.ZERO, List.of(new Echo())).start()) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.root() + "/echo/v1//a%2Fb"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("/v1//a%2Fb");
        }
    }

    @Test
    void aRequestRunsUntilItsLatencyHasPassed() throws Exception {
        Duration latency = Duration.ofMillis(50);
        Echo vendor = new Echo();
        try (SandboxServer server = new SandboxServer(0, latency, List.of(vendor)).start()) {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.root() + "/echo/"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(vendor.ran).isGreaterThanOrEqualTo(latency);
        }
    }

    private static final class Echo implements SimulatedVendor {

        private volatile Duration ran = Duration.ZERO;

        @Override
        public String name() {
            return "echo";
        }

        @Override
        public Reply answer(Request request) {
            long start = System.nanoTime();
            request.onAnswered(() -> ran = Duration.ofNanos(System.nanoTime() - start));
            return Reply.text(200, "text/plain", request.rawPath());
        }

        @Override
        public Map<String, String> settings(String root) {
            return Map.of();
        }
    }
}
