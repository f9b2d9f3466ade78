package org.hrcamel.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Profiles that are all delivered already: the run should take as long as reading the list does. */
final class Unchanged implements Section {

    private static final int PROFILES = 50_000;
    private static final int WARM_UPS = 2;
    private static final double NANOS = 1e9;

    private static final List<Scenario> SCENARIOS = List.of(unchanged(0), unchanged(20));

    private static Scenario unchanged(int latency) {
        return Scenario.of("SmartRecruiters, 50,000 profiles, " + latency + " ms", "smartrecruiters", PROFILES, latency)
                .with("parallelism", latency == 0 ? 16 : 96)
                .with("incremental", true)
                // Older than anybody's change, so that everybody is listed.
                .withSetting("hrcamel.state.overlap", "20000d");
    }

    @Override
    public String name() {
        return "unchanged";
    }

    @Override
    public String title() {
        return "Profiles that are all delivered already, in a program that is warm";
    }

    @Override
    public Table measure(int rounds) {
        Table table = new Table(name(), title());
        SCENARIOS.forEach(scenario -> measure(scenario, rounds, table.row(scenario.name())));
        return table;
    }

    private static void measure(Scenario scenario, int rounds, Table.Row row) {
        try (Stage stage = new Stage(scenario);
                Child program = stage.program(scenario)) {
            for (int run = 0; run <= WARM_UPS; run++) {
                program.ask("run");
                secondsToList(stage);
            }
            for (int round = 0; round < rounds; round++) {
                double list = secondsToList(stage);
                Simulator.Figures before = stage.figures();
                Program.Cost run = Program.Cost.parse(program.ask("run"));
                row.add("list alone s", list)
                        .add("run s", run.seconds())
                        .add("run/list", run.seconds() / list)
                        .add("CPU ms/profile", run.cpuSeconds() * 1000 / run.profiles())
                        .add("requests", stage.figures().since(before).requests())
                        .add("peak heap MB", run.peakHeap() / 1e6);
            }
        }
    }

    /** Reads all pages one after another, as JSON, and does nothing with them. */
    private static double secondsToList(Stage stage) {
        Map<String, String> settings = stage.values();
        String token = settings.get("workflow.smartrecruiters-update-profiles-in-hrflow.connector_auth.x_smart_token");
        String first = settings.get("connector.smartrecruiters.base-url") + "/candidates?limit=100";
        try {
            HttpClient client = HttpClient.newHttpClient();
            ObjectMapper json = new ObjectMapper();
            int rows = 0;
            long begin = System.nanoTime();
            String page = first;
            while (page != null) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(page))
                        .header("X-SmartToken", token)
                        .build();
                try (InputStream body = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body()) {
                    JsonNode answer = json.readTree(body);
                    rows += answer.path("content").size();
                    String next = answer.path("nextPageId").asText("");
                    page = next.isEmpty() ? null : first + "&pageId=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
                }
            }
            double seconds = (System.nanoTime() - begin) / NANOS;
            if (rows != PROFILES) {
                throw new IllegalStateException("The list has " + rows + " rows");
            }
            return seconds;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
