package org.hrcamel.sandbox.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.hrcamel.sandbox.MovableClock;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.SandboxServer;
import org.hrcamel.sandbox.SimulatedFiles;

/** A served Breezy HR of some people, and the requests that tests send to it. */
final class BreezyTesting implements AutoCloseable {

    static final String PAT = SimulatedBreezyhr.PERSONAL_TOKEN;
    static final String COMPANY = "/company/" + SimulatedBreezyhr.COMPANY;
    static final String MAIN = COMPANY + "/position/" + SimulatedBreezyhr.POSITION;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
    final SimulatedBreezyhr breezy;
    final SandboxServer server;

    BreezyTesting(int people) {
        breezy = new SimulatedBreezyhr(Population.of(people), clock);
        server = new SandboxServer(0, Duration.ZERO, List.of(breezy, new SimulatedFiles())).start();
    }

    @Override
    public void close() {
        server.close();
    }

    List<String> violations() {
        return server.ledger().violations();
    }

    String id(int index) {
        return breezy.reference(person(index));
    }

    static Person person(int index) {
        return Population.person(index);
    }

    String candidate(int index) {
        return MAIN + "/candidate/" + id(index);
    }

    HttpResponse<String> get(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return send(token == null ? request : request.header("Authorization", token));
    }

    HttpResponse<String> get(String path) {
        return get(PAT, path);
    }

    HttpResponse<String> put(String path, String json) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", PAT)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> signIn(String json) {
        return send(HttpRequest.newBuilder(uri("/signin"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> upload(int index, String field, String fileName, String content) {
        String body = "--frontier\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n--frontier--\r\n";
        return send(HttpRequest.newBuilder(uri(candidate(index) + "/resume"))
                .header("Authorization", PAT)
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI uri(String path) {
        return URI.create(server.root() + "/breezyhr/v3" + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    static String errorType(HttpResponse<String> answer) {
        return json(answer).path("error").path("type").asText();
    }
}
