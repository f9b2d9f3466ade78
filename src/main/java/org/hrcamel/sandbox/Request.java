package org.hrcamel.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One HTTP request as the server received it.
 *
 * @param method upper case
 * @param root the address the client used, such as {@code http://127.0.0.1:4711}
 * @param rawPath path after the vendor's prefix, still percent-encoded, starting with a slash
 * @param rawQuery query string still percent-encoded, null if there was none
 * @param headers by lower-case name, the values of a repeated header joined by a comma
 * @param ledger where violations are noted
 * @param onAnswered what runs once the answer is complete and its simulated latency has passed, just before it is sent
 */
public record Request(
        String vendor,
        String method,
        String root,
        String rawPath,
        String rawQuery,
        Map<String, String> headers,
        byte[] body,
        Ledger ledger,
        List<Runnable> onAnswered) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Request(
            String vendor,
            String method,
            String root,
            String rawPath,
            String rawQuery,
            Map<String, String> headers,
            byte[] body,
            Ledger ledger) {
        this(vendor, method, root, rawPath, rawQuery, headers, body, ledger, new CopyOnWriteArrayList<>());
    }

    /** The path's segments, each percent-decoded once; an empty segment stays, so that doubled slashes show. */
    public List<String> path() {
        return Arrays.stream(rawPath.substring(1).split("/", -1))
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    /** The query's parameters, decoded once, in order, a repeated one with all its values. */
    public Map<String, List<String>> query() {
        return parse(rawQuery);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query().get(name)).map(values -> values.get(0));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a form ({@code application/x-www-form-urlencoded}). */
    public Map<String, List<String>> form() {
        return parse(text());
    }

    /** The body as JSON, or empty if it is none. */
    public Optional<JsonNode> json() {
        try {
            return Optional.ofNullable(JSON.readTree(body));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /** The address at which the client reaches this vendor, such as {@code http://127.0.0.1:4711/greenhouse}. */
    public String base() {
        return root + "/" + vendor;
    }

    /**
     * The same server under another host name, for URLs that stand for a foreign host: a client that keeps its credentials to the API's
     * host can tell the two apart.
     */
    public String foreignRoot() {
        return root.contains("//127.0.0.1")
                ? root.replace("//127.0.0.1", "//localhost")
                : root.replace("//localhost", "//127.0.0.1");
    }

    /** Has this done when the request has been answered: until then it counts as running. */
    public void onAnswered(Runnable work) {
        onAnswered.add(work);
    }

    void answered() {
        onAnswered.forEach(Runnable::run);
    }

    /** Notes something that a client which follows the contract never does. */
    public void violation(String what) {
        ledger.violation(vendor, method + " " + rawPath + ": " + what);
    }

    private static Map<String, List<String>> parse(String encoded) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return parameters;
        }
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters
                    .computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), key -> new ArrayList<>())
                    .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
