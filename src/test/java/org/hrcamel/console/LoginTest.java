package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hrcamel.runtime.CapturedLog;
import org.hrcamel.sandbox.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

    private static final String WRONG = "not-the-password";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/hawtio/camel?nid=7", "/nothing-is-here", "/hawtio"})
    void sendsABrowserToTheLoginWithThePageItWanted(String path) {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            RawHttp.Answer answer = console.get(path, OpenedConsole.PAGE);

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location"))
                    .isEqualTo("/login?to="
                            + path.replace("/", "%2F").replace("?", "%3F").replace("=", "%3D"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hawtio/", "/hawtio/user", "/hawtio/jolokia", "/hawtio/jolokia/list", "/anything"})
    void refusesAProgramThatIsNotLoggedIn(String path) {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            assertThat(console.get(path).status()).isEqualTo(403);
            assertThat(console.get(path, OpenedConsole.basic(WRONG)).status()).isEqualTo(403);
        }
    }

    @Test
    void opensHawtioAndTheOtherPagesWithOneLoginAndLeadsOnToThePageThatWasWanted() {
        Page other = new Page("/other", Access.LOGIN, new RedirectServlet("/there"));
        try (OpenedConsole console = new OpenedConsole(folder, List.of(other))) {
            RawHttp.Answer login = console.login(OpenedConsole.PASSWORD);

            assertThat(login.status()).isEqualTo(303);
            assertThat(login.header("Location")).isEqualTo("/wanted?page=2");
            String session = OpenedConsole.cookie(login, "hrcamel-session");
            assertThat(console.get("/hawtio/user", "Cookie", session).text()).isEqualTo("\"admin\"");
            assertThat(console.get("/hawtio/jolokia", "Cookie", session)
                            .json()
                            .path("status")
                            .asInt())
                    .isEqualTo(200);
            assertThat(console.get("/other", "Cookie", session).header("Location"))
                    .isEqualTo("/there");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "/\\evil.example", "https://evil.example", "/%0d%0aX: y", "/login?to=/", ""})
    void leadsToNoOtherSite(String to) {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            RawHttp.Answer login = console.post(
                    "/login",
                    "user=admin&password=" + OpenedConsole.PASSWORD.replace(" ", "+") + "&to=" + to.replace("?", "%3F"),
                    "Content-Type",
                    "application/x-www-form-urlencoded");

            assertThat(login.header("Location")).isEqualTo("/");
        }
    }

    @Test
    void keepsTheSessionFromScriptsAndOtherSitesAndMakesItsIdNewAtTheLogin() {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            String before = console.session()[1];
            RawHttp.Answer login = console.login(OpenedConsole.PASSWORD, "Cookie", before);

            assertThat(login.response().headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> cookie.startsWith("hrcamel-session"))
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie)
                            .contains("HttpOnly", "SameSite=Strict")
                            .doesNotContain("Secure"));
            assertThat(OpenedConsole.cookie(login, "hrcamel-session")).isNotEqualTo(before);
            assertThat(console.get("/hawtio/user", "Cookie", before).status()).isEqualTo(403);
        }
    }

    @Test
    void sendsCookiesOverTlsAloneBehindAReverseProxyWithTls() {
        try (OpenedConsole console = new OpenedConsole(
                folder,
                List.of(),
                "hrcamel.console.password=" + OpenedConsole.PASSWORD,
                "hrcamel.console.public-url=https://hr.example.com/")) {
            assertThat(console.login(OpenedConsole.PASSWORD)
                            .response()
                            .headers()
                            .allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/logout", "/hawtio/auth/logout"})
    void endsTheSessionAtTheLogout(String path) {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            String[] session = console.session();
            assertThat(console.get(path, session).header("Location")).isEqualTo("/login");
            assertThat(console.get("/hawtio/user", session).status()).isEqualTo(403);
        }
    }

    @Test
    void slowsWrongPasswordsDownAndLogsThemWithoutThePassword() {
        try (CapturedLog log = new CapturedLog();
                OpenedConsole console = new OpenedConsole(folder, List.of())) {
            for (int i = 0; i < 3; i++) {
                assertThat(console.login(WRONG).status()).isEqualTo(401);
            }

            RawHttp.Answer tooSoon = console.login(OpenedConsole.PASSWORD);
            console.clock().forward(Duration.ofSeconds(1));
            RawHttp.Answer later = console.login(OpenedConsole.PASSWORD);

            assertThat(tooSoon.status()).isEqualTo(429);
            assertThat(tooSoon.header("Retry-After")).isEqualTo("1");
            assertThat(tooSoon.text()).contains("Try again in 1 s");
            assertThat(later.status()).isEqualTo(303);
            assertThat(log.text().lines().filter(line -> line.contains("Wrong user or password")))
                    .hasSize(3)
                    .allMatch(line -> line.contains("127.0.0.1"));
            assertThat(log.text()).doesNotContain(WRONG).doesNotContain(OpenedConsole.PASSWORD);
        }
    }

    @Test
    void slowsScriptsWithWrongPasswordsDownJustAsMuch() {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            for (int i = 0; i < 3; i++) {
                assertThat(console.get("/hawtio/jolokia", OpenedConsole.basic(WRONG))
                                .status())
                        .isEqualTo(403);
            }
            assertThat(console.get("/hawtio/jolokia", OpenedConsole.basic(OpenedConsole.PASSWORD))
                            .status())
                    .isEqualTo(429);
            assertThat(console.login(OpenedConsole.PASSWORD).status()).isEqualTo(429);
        }
    }

    @Test
    void letsInABrowserThatLoggedInBeforeWhileOthersGuess() {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            String known = OpenedConsole.cookie(console.login(OpenedConsole.PASSWORD), "hrcamel-known");
            for (int i = 0; i < 4; i++) {
                console.login(WRONG);
            }
            assertThat(console.login(OpenedConsole.PASSWORD).status()).isEqualTo(429);
            assertThat(console.login(OpenedConsole.PASSWORD, "Cookie", known).status())
                    .isEqualTo(303);
            assertThat(console.login(OpenedConsole.PASSWORD, "Cookie", known + "x")
                            .status())
                    .isEqualTo(429);
        }
    }

    @Test
    void showsWhatWasSentWithoutTakingItForHtml() {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            assertThat(console.get("/login?to=/%22%3E%3Cscript%3E").text())
                    .contains("value=\"/&quot;&gt;&lt;script&gt;\"")
                    .doesNotContain("<script");
        }
    }

    @Test
    void wantsTheRightUserToo() {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            RawHttp.Answer login = console.post(
                    "/login",
                    "user=root&password=" + OpenedConsole.PASSWORD.replace(" ", "+"),
                    "Content-Type",
                    "application/x-www-form-urlencoded");

            assertThat(login.status()).isEqualTo(401);
        }
    }

    @Test
    void aRightPasswordOfAScriptSaysNothingOfWrongOnesFromItsAddress() {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            console.login(WRONG);
            console.login(WRONG);
            assertThat(console.get("/hawtio/jolokia", OpenedConsole.basic(OpenedConsole.PASSWORD))
                            .status())
                    .isEqualTo(200);
            console.login(WRONG);

            assertThat(console.login(OpenedConsole.PASSWORD).status()).isEqualTo(429);
        }
    }

    @Test
    void believesNoForwardedAddressWhereNoReverseProxyWasSetUp() {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            for (int i = 0; i < 3; i++) {
                console.login(WRONG, "X-Forwarded-For", "203.0.113." + i);
            }
            assertThat(console.login(OpenedConsole.PASSWORD, "X-Forwarded-For", "203.0.113.9")
                            .status())
                    .isEqualTo(429);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.1, '198.51.100.9, 203.0.113.1', 429",
        "203.0.113.1, '203.0.113.1, 198.51.100.9', 303",
        "2001:db8:0:1::1, 2001:db8:0:1:ffff::2, 429",
        "2001:db8:0:1::1, 2001:db8:0:2::1, 303"
    })
    void countsTheAddressThatTheReverseProxySawAndOfIpv6ItsNetwork(String guesser, String next, int status) {
        try (OpenedConsole console = new OpenedConsole(
                folder,
                List.of(),
                "hrcamel.console.password=" + OpenedConsole.PASSWORD,
                "hrcamel.console.public-url=https://hr.example.com")) {
            for (int i = 0; i < 3; i++) {
                console.login(WRONG, "X-Forwarded-For", guesser);
            }
            assertThat(console.login(OpenedConsole.PASSWORD, "X-Forwarded-For", next)
                            .status())
                    .isEqualTo(status);
        }
    }

    @Test
    void readsNoRequestThatIsLargerThanAnyOfItsPagesSends() {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            assertThat(console.login("x".repeat(1_000_000)).status()).isEqualTo(413);
        }
    }
}
