package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hrcamel.runtime.CapturedLog;
import org.hrcamel.sandbox.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    @TempDir
    private Path folder;

    private OpenedConsole open(Access access) {
        return new OpenedConsole(folder, List.of(new Page("/page/*", access, new RedirectServlet("/reached"))));
    }

    /** The status line of a request that names this host. */
    private static String statusFor(OpenedConsole console, String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", URI.create(console.url()).getPort())) {
            socket.getOutputStream()
                    .write(("GET /login HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8181, 200",
        "127.0.0.1, 200",
        "[::1]:8181, 200",
        "HR.example.com, 200",
        "rebound.example.net, 403",
        "127.0.0.1.example.net, 403"
    })
    void answersOnLoopbackToItsOwnNamesAlone(String host, String status) throws IOException {
        try (OpenedConsole console = new OpenedConsole(
                folder,
                List.of(),
                "hrcamel.console.password=" + OpenedConsole.PASSWORD,
                "hrcamel.console.public-url=https://hr.example.com")) {
            assertThat(statusFor(console, host)).contains(" " + status + " ");
        }
    }

    @Test
    void refusesWhatAPageOfAnotherSiteSends() {
        try (OpenedConsole console = open(Access.LOGIN)) {
            String[] session = console.session();
            for (String site : List.of("cross-site", "same-site")) {
                assertThat(console.post("/page/", "", session[0], session[1], "Sec-Fetch-Site", site)
                                .status())
                        .isEqualTo(403);
                assertThat(console.login(OpenedConsole.PASSWORD, "Sec-Fetch-Site", site)
                                .status())
                        .isEqualTo(403);
                assertThat(console.get("/hawtio/jolokia/list", session[0], session[1], "Sec-Fetch-Site", site)
                                .status())
                        .isEqualTo(403);
            }
            assertThat(console.login(OpenedConsole.PASSWORD, "Origin", "https://evil.example")
                            .status())
                    .isEqualTo(403);
            assertThat(console.login(OpenedConsole.PASSWORD, "Origin", "null").status())
                    .isEqualTo(403);
            assertThat(console.login(OpenedConsole.PASSWORD, "Origin", console.url())
                            .status())
                    .isEqualTo(303);
        }
    }

    @Test
    void letsLocalPagesBeReadWithoutALoginButNotThroughAReverseProxy() {
        try (OpenedConsole console = open(Access.LOCAL)) {
            assertThat(console.get("/page/").header("Location")).isEqualTo("/reached");
            assertThat(console.get("/page/", "X-Forwarded-For", "192.0.2.7").status())
                    .isEqualTo(403);
            String[] basic = OpenedConsole.basic(OpenedConsole.PASSWORD);
            assertThat(console.get("/page/", "X-Forwarded-For", "192.0.2.7", basic[0], basic[1])
                            .header("Location"))
                    .isEqualTo("/reached");
        }
    }

    @Test
    void opensLocalPagesToAllWhereTheOperatorSaysSo() {
        try (OpenedConsole console = new OpenedConsole(
                folder,
                List.of(new Page("/page/*", Access.LOCAL, new RedirectServlet("/reached"))),
                "hrcamel.console.password=" + OpenedConsole.PASSWORD,
                "hrcamel.console.open-metrics=true")) {
            assertThat(console.get("/page/", "X-Forwarded-For", "192.0.2.7").header("Location"))
                    .isEqualTo("/reached");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/hawtio/", "/hawtio/jolokia", "/no-such-page"})
    void tellsBrowsersToDoNoMoreWithAnAnswerThanItMeans(String path) {
        try (OpenedConsole console = open(Access.LOGIN)) {
            RawHttp.Answer answer = console.get(path, console.session());

            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self';")
                    .doesNotContain("unsafe-eval");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Server")).isNull();
            if (!path.startsWith("/hawtio")) {
                assertThat(answer.header("Content-Security-Policy")).doesNotContain("unsafe");
            }
        }
    }

    @Test
    void aFormCarriesTheTokenOfItsSession() {
        Page form = new Page("/form", Access.LOGIN, new TokenServlet());
        try (OpenedConsole console = new OpenedConsole(folder, List.of(form))) {
            String[] session = console.session();
            String token = console.get("/form", session).text();
            String[] headers = {session[0], session[1], "Content-Type", "application/x-www-form-urlencoded"};
            String[] another = console.session();

            assertThat(token).hasSizeGreaterThan(30);
            assertThat(console.post("/form", "csrf=" + token, headers).text()).isEqualTo("ours");
            assertThat(console.post("/form", "", session[0], session[1], "X-CSRF-Token", token)
                            .text())
                    .isEqualTo("ours");
            assertThat(console.post("/form", "csrf=guess", headers).text()).isEqualTo("foreign");
            assertThat(console.post("/form", "", headers).text()).isEqualTo("foreign");
            assertThat(console.get("/form", another).text()).isNotEqualTo(token);
        }
    }

    @Test
    void namesTheSettingToChangeWhenThePortIsTaken() {
        try (OpenedConsole console = open(Access.LOGIN)) {
            int taken = URI.create(console.url()).getPort();
            Console second = new Console(
                    OpenedConsole.settings(folder, "hrcamel.console.password=other", "hrcamel.console.port=" + taken),
                    List.of());
            assertThatThrownBy(second::start)
                    .hasMessageContaining("hrcamel.console.port")
                    .hasMessageContaining("" + taken);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, http://hr.example.com, true",
        "0.0.0.0, https://hr.example.com, false",
        "127.0.0.1, http://hr.example.com, false"
    })
    void warnsOfPasswordsThatTravelWithoutTls(String host, String publicUrl, boolean warns) {
        try (CapturedLog log = new CapturedLog();
                OpenedConsole console = new OpenedConsole(
                        folder,
                        List.of(),
                        "hrcamel.console.password=" + OpenedConsole.PASSWORD,
                        "hrcamel.console.host=" + host,
                        "hrcamel.console.public-url=" + publicUrl)) {
            assertThat(log.text().contains("without TLS")).isEqualTo(warns);
        }
    }
}
