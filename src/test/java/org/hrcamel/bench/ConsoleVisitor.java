package org.hrcamel.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Somebody who looks at the console, and how long each look takes. */
final class ConsoleVisitor {

    static final String PASSWORD = "many-workflows";
    private static final int LOOKS = 5;

    private final URI root;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    ConsoleVisitor(int port) {
        root = URI.create("http://127.0.0.1:" + port);
    }

    void login() throws IOException, InterruptedException {
        client.send(
                HttpRequest.newBuilder(root.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("user=admin&password=" + PASSWORD))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** Whether somebody answers at this path. */
    boolean answers(String path) {
        try {
            return get(path).statusCode() < 500;
        } catch (IOException closed) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The quickest of some looks at this path, in milliseconds. */
    long millis(String path) throws IOException, InterruptedException {
        long quickest = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            long begun = System.nanoTime();
            int status = get(path).statusCode();
            if (status != 200) {
                throw new IllegalStateException(path + " answers " + status);
            }
            quickest = Math.min(quickest, (System.nanoTime() - begun) / 1_000_000);
        }
        return quickest;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(root.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
