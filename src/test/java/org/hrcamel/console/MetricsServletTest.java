package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.LiveFolder.SMARTRECRUITERS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.hrcamel.runtime.HrCamelRuntime;
import org.hrcamel.runtime.LiveFolder;
import org.hrcamel.validate.ConsoleSettings;
import org.hrcamel.workflow.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics as Prometheus fetches them. */
class MetricsServletTest {

    private static HttpResponse<String> get(String url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void metricsAreTextForWhoeverComesFromThisMachineAndForNobodyBehindAProxy(@TempDir Path folder) throws Exception {
        try (LiveFolder live = new LiveFolder(folder, 2, List.of(SMARTRECRUITERS))
                .set("hrcamel.console.port", "0")
                .set("hrcamel.console.password", "a password of this test")) {
            HrCamelRuntime runtime = live.start();
            runtime.run(SMARTRECRUITERS, RunRequest.AS_SET);
            Page page = new Page(
                    "/metrics",
                    Access.LOCAL,
                    new MetricsServlet(runtime.metrics().orElseThrow()));
            try (Console console = new Console(ConsoleSettings.of(live.project().settings()), List.of(page)).start()) {
                HttpResponse<String> answer = get(console.url() + "/metrics");

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type"))
                        .get()
                        .asString()
                        .isEqualToIgnoringCase("text/plain; version=0.0.4; charset=utf-8");
                assertThat(answer.body())
                        .contains("# TYPE hrcamel_items_total counter", SMARTRECRUITERS)
                        .endsWith("\n");
                assertThat(get(console.url() + "/metrics", "X-Forwarded-For", "192.0.2.1")
                                .statusCode())
                        .isEqualTo(403);
            }
        }
    }
}
