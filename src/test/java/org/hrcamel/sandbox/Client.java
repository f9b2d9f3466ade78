package org.hrcamel.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A plain HTTP client for the tests of simulated vendors: it follows no redirects and sends only what it is told. */
public final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();

    public record Answer(int status, HttpResponse<byte[]> response) {

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException malformed) {
                throw new AssertionError("no JSON: " + new String(response.body(), StandardCharsets.UTF_8), malformed);
            }
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, String> headers;

    /** @param headers by name, all on every request */
    public Client(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** @param path below the base, or a whole address */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer send(String method, String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType).method(method, BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}
