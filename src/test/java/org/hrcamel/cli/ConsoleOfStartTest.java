package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.sandbox.RawHttp;
import org.hrcamel.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleOfStartTest {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";
    private static final Pattern LOGIN = Pattern.compile("user (\\S+) +password (\\S+)");
    private static final Pattern ADDRESS = Pattern.compile("The console is at (http://\\S+)");

    @TempDir
    private Path folder;

    private ProgramProcess start(Sandbox sandbox, Map<String, String> console) throws IOException {
        Path routes = Files.createDirectories(folder.resolve("routes"));
        String file = WORKFLOW + ".camel.yaml";
        Files.writeString(routes.resolve(file), Files.readString(Path.of("routes", file)));
        Path config = folder.resolve("application.properties");
        Files.writeString(config, "");
        Map<String, String> settings = sandbox.settings();
        settings.keySet().removeIf(key -> key.startsWith("workflow.") && !key.startsWith("workflow." + WORKFLOW + "."));
        settings.put("workflow." + WORKFLOW + ".schedule", "* * * * * ?");
        settings.putAll(console);
        return new ProgramProcess(
                folder, Program.with(settings, "start", "--config", config.toString(), "--routes", routes.toString()));
    }

    private static Matcher in(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher;
    }

    private static int status(ProgramProcess program, String user, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new RawHttp()
                .get(
                        in(program.err(), ADDRESS).group(1) + "/hawtio/jolokia/search/org.hrcamel:*",
                        "Authorization",
                        "Basic " + credentials)
                .status();
    }

    @Test
    void printsThePasswordAtTheFirstStartAloneAndTakesItFromThenOn() throws IOException, InterruptedException {
        Map<String, String> anyPort = Map.of("hrcamel.console.port", "0");
        try (Sandbox sandbox = new Sandbox(0, 1, Duration.ZERO)) {
            Matcher login;
            try (ProgramProcess first = start(sandbox, anyPort)) {
                first.until(() -> first.err().contains("The console is at"));
                login = in(first.err(), LOGIN);
                assertThat(first.out()).doesNotContain(login.group(2));
                assertThat(status(first, login.group(1), login.group(2))).isEqualTo(200);
                first.terminate();
                first.exitCode();
            }
            try (ProgramProcess second = start(sandbox, anyPort)) {
                second.until(() -> second.err().contains("The console is at"));
                assertThat(second.err()).doesNotContain("password ");
                assertThat(status(second, login.group(1), login.group(2))).isEqualTo(200);
                assertThat(status(second, login.group(1), "another")).isEqualTo(403);
            }
        }
    }

    @Test
    void runsWorkflowsWithoutAConsoleWhereItsPortIsTakenAndNamesTheKey() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Sandbox sandbox = new Sandbox(0, 1, Duration.ZERO);
                ProgramProcess program =
                        start(sandbox, Map.of("hrcamel.console.port", String.valueOf(taken.getLocalPort())))) {
            program.until(() -> program.err().contains("The workflows run without the console"));
            assertThat(program.err().lines())
                    .anyMatch(line -> line.contains("ERROR")
                            && line.contains("hrcamel.console.port")
                            && line.contains(String.valueOf(taken.getLocalPort())));
            program.until(() -> program.err().contains("] run ends"));
        }
    }

    @Test
    void servesNoneWhereItIsNotWanted() throws IOException {
        try (Sandbox sandbox = new Sandbox(0, 1, Duration.ZERO);
                ProgramProcess program = start(sandbox, Map.of("hrcamel.console.enabled", "false"))) {
            program.until(() -> program.err().contains("] run ends"));
            assertThat(program.err()).doesNotContain("console");
            assertThat(folder.resolve("data/console-password")).doesNotExist();
        }
    }
}
