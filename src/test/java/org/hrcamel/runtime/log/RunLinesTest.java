package org.hrcamel.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.hrcamel.runtime.LiveFolder;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.validate.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What the real log prints on standard error. */
class RunLinesTest {

    private static final Logger LOG = LoggerFactory.getLogger(RunLinesTest.class);
    private static final String SECRET = "s3cret \"quoted\" & more/ü";
    private static final String JAZZHR = "workflow.jazzhr-update-profiles-in-hrflow.";
    private static final String GREENHOUSE = "workflow.greenhouse-update-profiles-in-hrflow.connector_auth.";

    @TempDir
    private Path folder;

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() throws IOException {
        System.setErr(before);
        MDC.clear();
        use(Map.of());
    }

    private void use(Map<String, String> settings) throws IOException {
        LogOutput.use(project(settings));
    }

    private Project project(Map<String, String> settings) throws IOException {
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        Path file = Files.writeString(folder.resolve("application.properties"), text);
        return Project.read(file, Path.of("routes"), List.of());
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        List<String> lines = text().lines().toList();
        assertThat(lines).hasSize(1);
        return new ObjectMapper().readTree(lines.get(0));
    }

    @Test
    void aLineOfTextNamesTheRunShortlyAndOnlyWhereThereIsOne() throws IOException {
        use(Map.of());
        LOG.info("before");
        MDC.put("workflow", "acme");
        MDC.put("run", "3f2a9c01-aaaa-bbbb-cccc-ddddeeeeffff");
        LOG.info("within");

        assertThat(text().lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(" INFO  RunLinesTest - before"),
                        line -> assertThat(line).endsWith(" INFO  RunLinesTest - [acme 3f2a9c01] within"));
    }

    @Test
    void aLineOfJsonHasAllOfItInFields() throws IOException {
        use(Map.of("hrcamel.log.format", "json"));
        MDC.put("workflow", "acme");
        MDC.put("run", "3f2a9c01-aaaa-bbbb-cccc-ddddeeeeffff");

        LOG.warn("two\nlines of {}", "text", new IllegalStateException("broken"));

        JsonNode line = json();
        assertThat(line.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("logger").asText()).isEqualTo(RunLinesTest.class.getName());
        assertThat(line.path("thread").asText())
                .isEqualTo(Thread.currentThread().getName());
        assertThat(line.path("workflow").asText()).isEqualTo("acme");
        assertThat(line.path("run_id").asText()).isEqualTo("3f2a9c01-aaaa-bbbb-cccc-ddddeeeeffff");
        assertThat(line.path("message").asText()).isEqualTo("two\nlines of text");
        JsonNode exception = line.path("exception");
        assertThat(exception.path("class").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(exception.path("message").asText()).isEqualTo("broken");
        assertThat(exception.path("stack").asText()).contains("IllegalStateException: broken", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void aSecretIsLeftOutOfMessageParameterAndException(String format) throws IOException {
        use(Map.of(
                "hrcamel.log.format",
                format,
                JAZZHR + "connector_auth.api_key",
                "{{token}}",
                "token",
                SECRET,
                GREENHOUSE + "client_id",
                "the-client",
                GREENHOUSE + "client_secret",
                "a-client-secret"));
        String basic =
                Base64.getEncoder().encodeToString("the-client:a-client-secret".getBytes(StandardCharsets.UTF_8));

        LOG.error(
                "message " + SECRET + " parameter {} encoded {} header {}",
                SECRET,
                "s3cret+%22quoted%22+%26+more%2F%C3%BC and s3cret%20%22quoted%22%20%26%20more%2F%C3%BC",
                basic,
                new IllegalStateException("outer", new IllegalArgumentException("cause " + SECRET)));

        assertThat(text())
                .contains("message … parameter … encoded … and … header …", "cause …")
                .doesNotContain("s3cret", basic, "quoted");
        if (format.equals("json")) {
            assertThat(json().path("exception").path("stack").asText()).contains("cause …");
        }
    }

    @Test
    void theSecretsOfEarlierSettingsAreLeftOutToo() throws IOException {
        use(Map.of(JAZZHR + "connector_auth.api_key", "the-first-key"));
        LogOutput.mask(project(Map.of(JAZZHR + "connector_auth.api_key", "the-second-key")));

        LOG.info("the-first-key the-second-key");

        assertThat(text()).contains("- … …").doesNotContain("the-first-key", "the-second-key");
    }

    @Test
    void aSecretThatIsSavedWhileTheRuntimeRunsIsLeftOutFromThenOn(@TempDir Path edited) {
        try (LiveFolder live = new LiveFolder(edited, 1, List.of(LiveFolder.SMARTRECRUITERS))) {
            live.start();

            live.set(
                    "workflow." + LiveFolder.SMARTRECRUITERS + ".connector_auth.x_smart_token",
                    "the-token-saved-later");

            await().until(() -> {
                printed.reset();
                LOG.info("a token: {}", "the-token-saved-later");
                return text().contains("a token: …");
            });
        }
    }

    @Test
    void whatIsHarmlessIsPrinted() throws IOException {
        use(Map.of(
                JAZZHR + "connector_auth.api_key",
                "short",
                JAZZHR + "callback",
                "class:com.acme.Callback",
                "hrcamel.state.url",
                "jdbc:sqlite:data/hrcamel.db"));

        LOG.info("short class:com.acme.Callback jdbc:sqlite:data/hrcamel.db");

        assertThat(text()).contains("short class:com.acme.Callback jdbc:sqlite:data/hrcamel.db");
    }

    @Test
    void thePasswordWithinAnAddressIsLeftOutByItself() throws IOException {
        use(Map.of(
                "hrcamel.state.url",
                "jdbc:postgresql://db.example.com/hrcamel?user=hrcamel&password=the-db-password",
                JAZZHR + "callback",
                "https://hook:the-hook-password@example.com/hrcamel?token=the-hook-token"));

        LOG.info("hrcamel: the-db-password the-hook-password the-hook-token");

        assertThat(text()).contains("- hrcamel: … … …");
    }

    @Test
    void theSandboxesSecretsAreAllLeftOut() throws IOException {
        try (Sandbox sandbox = new Sandbox(0, 1, Duration.ZERO)) {
            use(sandbox.settings());
            List<String> secrets = sandbox.settings().entrySet().stream()
                    .filter(setting ->
                            setting.getKey().matches(".*(api_key|api_secret|client_secret|x_smart_token|password)"))
                    .map(Map.Entry::getValue)
                    .toList();

            LOG.info("all of them: {}", secrets);

            assertThat(secrets).isNotEmpty();
            assertThat(text()).doesNotContain(secrets);
        }
    }
}
