package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.hrcamel.http.Transport.MalformedAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CamelTransportTest {

    private static RealHttp http;

    @BeforeAll
    static void start() {
        http = new RealHttp();
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    private static ApiRequest get(Wire wire, String path) {
        return ApiRequest.get(RealHttp.CALL, Address.verbatim(wire.root() + path));
    }

    private static ApiAnswer send(ApiRequest request) throws IOException {
        return http.transport().send(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%20b/c%2Fd/e%2Bf/100%25/%C3%A9",
                "/a?q=x%20y&z=a%2Bb%26c%3Dd",
                "/a?cursor=eyJ+x/y==&empty=&flag",
                "/a//b/",
                "/a/%2E%2E/b",
                "/a?url=https://h/x?y",
                "/a?pipe=%7C&quote=%22&brackets=%5B0%5D&percent=%2525",
                "/"
            })
    void sendsPathAndQueryToTheByte(String path) throws IOException {
        try (Wire wire = new Wire(Wire.always(200, "", "{}"))) {
            send(get(wire, path));
            assertThat(wire.heads().get(0)).startsWith("GET " + path + " HTTP/1.1\n");
        }
    }

    @Test
    void sendsWhatAnAddressEncodedWithoutEncodingItAgain() throws IOException {
        try (Wire wire = new Wire(Wire.always(200, "", "{}"))) {
            send(ApiRequest.get(
                    RealHttp.CALL, Address.of(wire.root()).path("a/b c", "50%").query("e mail", "a+b@c.d&e")));
            assertThat(wire.heads().get(0)).startsWith("GET /a%2Fb%20c/50%25?e%20mail=a%2Bb%40c.d%26e HTTP/1.1\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500, 503})
    void sendsARequestOnceWhateverTheAnswer(int status) throws IOException {
        try (Wire wire = new Wire(Wire.always(status, "Retry-After: 0\r\n", "sorry"))) {
            ApiAnswer answer = send(get(wire, "/a"));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body().asText()).isEqualTo("sorry");
            assertThat(wire.heads()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void doesNotFollowRedirects(int status) throws IOException {
        try (Wire wire = new Wire(Wire.always(status, "Location: /elsewhere\r\n", ""))) {
            ApiAnswer answer = send(get(wire, "/a"));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("location")).contains("/elsewhere");
            assertThat(wire.heads()).hasSize(1);
        }
    }

    @Test
    void sendsHeadersAndBodyAsGiven() throws IOException {
        List<String> received;
        try (Wire wire = new Wire(Wire.always(200, "", "{}"))) {
            send(ApiRequest.put(
                            RealHttp.CALL,
                            Address.of(wire.root()).path("a"),
                            Json.mapper().readTree("{\"name\":\"Zoé\"}"))
                    .withHeader("X-API-KEY", "s3cret+/=")
                    .withHeader("Authorization", "Bearer t"));
            received = wire.heads().get(0).lines().toList();
        }
        assertThat(received)
                .contains(
                        "PUT /a HTTP/1.1",
                        "X-API-KEY: s3cret+/=",
                        "Authorization: Bearer t",
                        "Accept: application/json",
                        "User-Agent: hrcamel-test",
                        "Content-Length: 15")
                .anyMatch(line -> line.startsWith("Content-Type: application/json"));
    }

    @Test
    void sendsAFormInItsOwnEncoding() throws IOException {
        try (Wire wire = new Wire(Wire.always(200, "", "{}"))) {
            send(ApiRequest.post(RealHttp.CALL, Address.of(wire.root()), ApiRequest.form(Map.of("a b", "c&d=é"))));
            assertThat(wire.heads().get(0))
                    .contains("Content-Type: application/x-www-form-urlencoded", "Content-Length: 20");
        }
    }

    @Test
    void readsStatusHeadersAndJson() throws IOException {
        String headers = "Link: <a>; rel=\"next\"\r\nLink: <b>; rel=\"last\"\r\nX-RateLimit-Remaining: 3\r\n"
                + "Content-Type: application/json\r\n";
        try (Wire wire = new Wire(Wire.always(201, headers, "{\"name\":\"Zoé\",\"n\":1.12345678901234567891}"))) {
            ApiAnswer answer = send(get(wire, "/a").withHeader("X-API-KEY", "s3cret"));
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("link")).contains("<a>; rel=\"next\", <b>; rel=\"last\"");
            assertThat(answer.header("X-Ratelimit-Remaining")).contains("3");
            assertThat(answer.header("X-API-KEY")).isEmpty();
            assertThat(Json.text(answer.body())).isEqualTo("{\"name\":\"Zoé\",\"n\":1.12345678901234567891}");
        }
    }

    @Test
    void asksForCompressedJsonAndReadsIt() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write("{\"name\":\"Zoé\"}".getBytes(StandardCharsets.UTF_8));
        }
        Wire.Answer answers = out -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.size() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            zipped.writeTo(out);
        };
        try (Wire wire = new Wire(answers)) {
            assertThat(send(get(wire, "/a")).body().path("name").asText()).isEqualTo("Zoé");
            send(get(wire, "/a"));
            assertThat(wire.heads().get(0)).contains("Accept-Encoding: gzip\n");
            assertThat(wire.connections()).isEqualTo(1);
        }
    }

    @Test
    void givesNoBodyForAnEmptyAnswerThatIsSaidToBeCompressed() throws IOException {
        try (Wire wire = new Wire(Wire.always(404, "Content-Encoding: gzip\r\n", ""))) {
            assertThat(send(get(wire, "/a")).body().isMissingNode()).isTrue();
        }
    }

    @Test
    void readsTheJsonOfAnError() throws IOException {
        try (Wire wire = new Wire(Wire.always(404, "", "{\"code\":404}"))) {
            assertThat(send(get(wire, "/a")).body().path("code").asInt()).isEqualTo(404);
        }
    }

    @Test
    void givesNoBodyForAnEmptyAnswer() throws IOException {
        try (Wire wire = new Wire(out -> out.write("HTTP/1.1 204 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(send(get(wire, "/a")).body().isMissingNode()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Anna</html>", "{\"name\":\"Anna\"", "{\"name\":\"Anna\"} trailing"})
    void refusesASuccessThatIsNoJsonWithoutQuotingIt(String body) {
        try (Wire wire = new Wire(Wire.always(200, "", body))) {
            assertThatThrownBy(() -> send(get(wire, "/a")))
                    .isInstanceOf(MalformedAnswer.class)
                    .hasMessageNotContaining("Anna");
        }
    }

    @Test
    void tellsACutConnectionFromAnAnswer() {
        Wire.Answer half = out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":".getBytes(StandardCharsets.US_ASCII));
            throw new IOException("cut");
        };
        try (Wire wire = new Wire(half)) {
            assertThatThrownBy(() -> send(get(wire, "/a")))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(MalformedAnswer.class);
        }
    }

    @Test
    void givesUpOnAVendorThatStaysSilent() {
        CountDownLatch over = new CountDownLatch(1);
        Wire.Answer silence = out -> {
            try {
                over.await();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        };
        try (Wire wire = new Wire(silence)) {
            assertThatThrownBy(() -> send(get(wire, "/a"))).isInstanceOf(InterruptedIOException.class);
            assertThat(wire.heads()).hasSize(1);
        } finally {
            over.countDown();
        }
    }

    @Test
    void tellsARefusedConnection() {
        // A port that was free a moment ago may be anybody's by now; this one is nobody's.
        ApiRequest nowhere = ApiRequest.get(RealHttp.CALL, Address.verbatim("http://127.0.0.1:1/a"));
        assertThatThrownBy(() -> send(nowhere)).isInstanceOf(ConnectException.class);
    }

    @Test
    void sendsManyRequestsOverOneConnectionWhateverTheAnswers() throws IOException {
        List<byte[]> answers = List.of(
                Wire.text(200, "", "{\"a\":1}"),
                Wire.text(404, "", "<html>not JSON</html>"),
                Wire.text(503, "", ""),
                "HTTP/1.1 204 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                Wire.text(302, "Location: /b\r\n", "moved"));
        CountDownLatch sent = new CountDownLatch(answers.size());
        Wire.Answer next = out -> {
            out.write(answers.get((int) (answers.size() - sent.getCount())));
            sent.countDown();
        };
        try (Wire wire = new Wire(next)) {
            for (int i = 0; i < answers.size(); i++) {
                send(get(wire, "/" + i));
            }
            assertThat(wire.heads()).hasSize(5);
            assertThat(wire.connections()).isEqualTo(1);
        }
    }

    @Test
    void opensNoMoreConnectionsThanRequestsRunAtOnce() {
        try (Wire wire = new Wire(Wire.always(200, "", "{}"))) {
            List<CompletableFuture<Void>> senders = IntStream.range(0, 4)
                    .mapToObj(sender -> CompletableFuture.runAsync(() -> sendTwentyFive(wire)))
                    .toList();
            senders.forEach(CompletableFuture::join);
            assertThat(wire.heads()).hasSize(100);
            assertThat(wire.connections()).isLessThanOrEqualTo(4);
        }
    }

    private static void sendTwentyFive(Wire wire) {
        for (int i = 0; i < 25; i++) {
            try {
                send(get(wire, "/a"));
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        }
    }
}
