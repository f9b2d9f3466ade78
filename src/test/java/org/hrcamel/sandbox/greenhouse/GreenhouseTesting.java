package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.sandbox.MovableClock;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.SandboxServer;
import org.hrcamel.sandbox.SimulatedFiles;

/** A served Greenhouse of some people, and the requests that tests send to it. */
final class GreenhouseTesting implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
    final SimulatedGreenhouse greenhouse;
    final SandboxServer server;

    GreenhouseTesting(int people) {
        greenhouse = new SimulatedGreenhouse(Population.of(people), clock);
        server = new SandboxServer(0, Duration.ZERO, List.of(greenhouse, new SimulatedFiles())).start();
    }

    @Override
    public void close() {
        server.close();
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> token(String authorization, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.root() + "/greenhouse/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(authorization == null ? request : request.header("Authorization", authorization));
    }

    String bearer() {
        HttpResponse<String> answer = token(
                basic(SimulatedGreenhouse.CLIENT_ID, SimulatedGreenhouse.CLIENT_SECRET),
                "grant_type=client_credentials");
        return "Bearer " + json(answer).path("access_token").asText();
    }

    HttpResponse<String> get(String authorization, String pathOrUrl) {
        String url = pathOrUrl.startsWith("http") ? pathOrUrl : server.root() + "/greenhouse" + pathOrUrl;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "application/json");
        return send(authorization == null ? request : request.header("Authorization", authorization));
    }

    HttpResponse<String> v3(String pathOrUrl) {
        return get(bearer(), pathOrUrl);
    }

    HttpResponse<String> v1(String pathOrUrl) {
        return get(basic(SimulatedGreenhouse.API_KEY, ""), pathOrUrl);
    }

    /** All rows of a list, following {@code rel="next"}. */
    List<JsonNode> all(String authorization, String path) {
        List<JsonNode> rows = new ArrayList<>();
        for (String url = path; url != null; ) {
            HttpResponse<String> answer = get(authorization, url);
            json(answer).forEach(rows::add);
            url = next(answer);
        }
        return rows;
    }

    static String next(HttpResponse<String> answer) {
        Matcher link = Pattern.compile("<([^>]+)>; rel=\"next\"")
                .matcher(answer.headers().firstValue("Link").orElse(""));
        return link.find() ? link.group(1) : null;
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (java.io.IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
