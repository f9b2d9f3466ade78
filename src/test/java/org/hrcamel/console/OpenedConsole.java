package org.hrcamel.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.hrcamel.sandbox.MovableClock;
import org.hrcamel.sandbox.RawHttp;
import org.hrcamel.validate.ConsoleSettings;
import org.hrcamel.workflow.Settings;

/** A console without a runtime behind it, on a port of its own, and somebody who calls it. */
final class OpenedConsole implements AutoCloseable {

    static final String PASSWORD = "correct horse battery staple";
    /** How a browser says that it looks for a page. */
    static final String[] PAGE = {"Accept", "text/html,application/xhtml+xml"};

    private final RawHttp http = new RawHttp();
    private final MovableClock clock = new MovableClock("2026-11-01T12:00:00Z");
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final Console console;

    OpenedConsole(Path folder, List<Page> pages, String... settings) {
        console = new Console(
                        settings(folder, settings),
                        pages,
                        clock,
                        new PrintStream(terminal, true, StandardCharsets.UTF_8))
                .start();
    }

    /** With the password set unless the settings are others. */
    static ConsoleSettings settings(Path folder, String... settings) {
        List<String> all = new ArrayList<>(List.of("hrcamel.console.port=0"));
        all.addAll(settings.length == 0 ? List.of("hrcamel.console.password=" + PASSWORD) : Arrays.asList(settings));
        return ConsoleSettings.of(Settings.parse(folder.resolve("application.properties"), "", all, name -> null));
    }

    String url() {
        return console.url();
    }

    MovableClock clock() {
        return clock;
    }

    /** What was printed, and not logged. */
    String printed() {
        return terminal.toString(StandardCharsets.UTF_8);
    }

    RawHttp.Answer get(String path, String... headers) {
        return http.get(url() + path, headers);
    }

    RawHttp.Answer post(String path, String body, String... headers) {
        return http.send("POST", url() + path, body, headers);
    }

    RawHttp.Answer login(String password, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        all.addAll(Arrays.asList(headers));
        return post(
                "/login",
                "user=admin&to=/wanted%3Fpage%3D2&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8),
                all.toArray(String[]::new));
    }

    /** The header of a session that is logged in. */
    String[] session() {
        return new String[] {"Cookie", cookie(login(PASSWORD), "hrcamel-session")};
    }

    static String cookie(RawHttp.Answer answer, String name) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.split(";")[0])
                .findFirst()
                .orElseThrow(() -> new AssertionError("No cookie " + name));
    }

    /** The header with which a script shows who it is. */
    static String[] basic(String password) {
        return new String[] {
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8))
        };
    }

    @Override
    public void close() {
        console.close();
    }
}
