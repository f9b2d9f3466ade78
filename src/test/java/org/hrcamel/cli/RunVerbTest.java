package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunVerbTest {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";
    private static final String KEY = "workflow." + WORKFLOW + ".";

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Map<String, String> settings;

    @BeforeEach
    void start() {
        sandbox = new Sandbox(0, 5, Duration.ZERO);
        sandbox.server().ledger().record();
        settings = sandbox.settings();
        settings.put("hrcamel.state.url", "jdbc:sqlite:" + folder.resolve("state.db"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static JsonNode result(Program.Call call) throws IOException {
        return new ObjectMapper().readTree(call.lastLine());
    }

    private long writes() {
        return sandbox.server().ledger().entries("hrflow").stream()
                .filter(entry -> !entry.line().startsWith("GET"))
                .count();
    }

    @Test
    void printsTheRunResultAsTheLastLineAndExitsWithZero() throws IOException {
        Program.Call call = Program.call(Program.with(settings, "run", WORKFLOW));
        assertThat(call.exitCode()).as(call.err()).isZero();
        assertThat(result(call).path("status").asText()).isEqualTo("success");
        assertThat(result(call).path("events").path("write_success").asInt()).isEqualTo(5);
        assertThat(result(call).has("changes")).isFalse();
    }

    @Test
    void exitsWithOneWhenSomeItemsFailed() throws IOException {
        String missing = sandbox.smartrecruiters().reference(Population.person(0));
        sandbox.hrflow().remove(Sandbox.sourceKey("smartrecruiters"), missing);
        Program.Call call = Program.call(Program.with(settings, "run", WORKFLOW));
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(result(call).path("status").asText()).isEqualTo("success_with_failures");
        assertThat(result(call).path("failures").get(0).path("reference").asText())
                .isEqualTo(missing);
        assertThat(result(call).path("failures").get(0).path("reason").asText()).isEqualTo("profile_not_found");
    }

    @Test
    void showsInADryRunWhatWouldChangeAndWritesNothing() throws IOException {
        Program.Call call = Program.call(Program.with(settings, "run", WORKFLOW, "--dry-run"));
        assertThat(call.exitCode()).isZero();
        assertThat(result(call).path("persist").asBoolean()).isFalse();
        assertThat(result(call).path("changes")).isNotEmpty();
        assertThat(result(call).path("changes").get(0).fieldNames())
                .toIterable()
                .containsExactly("reference", "path", "from", "to");
        assertThat(writes()).isZero();
    }

    @Test
    void isFatalAndSendsNothingWhenARequiredSettingIsMissing() throws IOException {
        settings.put(KEY + "push_parameters.source_key", "");
        Program.Call call = Program.call(Program.with(settings, "run", WORKFLOW));
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(result(call).path("reason").asText()).isEqualTo("bad_target_parameters");
        assertThat(call.err()).contains(KEY + "push_parameters.source_key is missing");
        assertThat(sandbox.server().ledger().requests()).isZero();
    }

    @Test
    void blamesTheOriginForAMisspeltPullParameterAndNamesTheNearest() throws IOException {
        settings.put(KEY + "pull_parameters.limt", "10");
        Program.Call call = Program.call(Program.with(settings, "run", WORKFLOW));
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(result(call).path("reason").asText()).isEqualTo("bad_origin_parameters");
        assertThat(call.err()).contains("did you mean " + KEY + "pull_parameters.limit?");
        assertThat(sandbox.server().ledger().requests()).isZero();
    }

    @Test
    void isFatalForABrokenLogicBeforeAnythingIsRead() throws IOException {
        settings.put(KEY + "logics[0]", "jq:.a |");
        Program.Call call = Program.call(Program.with(settings, "run", WORKFLOW));
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(result(call).path("reason").asText()).isEqualTo("bad_workflow_parameters");
        assertThat(sandbox.server().ledger().requests()).isZero();
    }

    @Test
    void isFatalWhenTheStateCannotBeUsed() throws IOException {
        settings.put("hrcamel.state.url", "jdbc:mysql://localhost/hrcamel");
        Program.Call call = Program.call(Program.with(settings, "run", WORKFLOW));
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(result(call).path("reason").asText()).isEqualTo("backend_not_configured");
    }

    @Test
    void namesTheHostThatCannotBeReached() throws IOException {
        settings.put("connector.hrflow.base-url", "http://127.0.0.1:1/v1");
        settings.put("connector.hrflow.retry-delay", "1ms");
        Program.Call call = Program.call(Program.with(settings, "run", WORKFLOW));
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(result(call).path("message").asText()).contains("127.0.0.1:1", "base-url");
    }

    @Test
    void namesTheNearestWorkflowForOneThatDoesNotExist() {
        Program.Call call = Program.call("run", "smartrecruiters-update-profile-in-hrflow");
        assertThat(call.exitCode()).isEqualTo(64);
        assertThat(call.err()).contains("did you mean " + WORKFLOW + "?");
        assertThat(call.out()).isEmpty();
    }

    @Test
    void takesTheSettingsOfAFileAndLetsSetWin() throws IOException {
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        Path file = Files.writeString(folder.resolve("mine.properties"), text);
        Program.Call call = Program.call("--config", file.toString(), "run", WORKFLOW, "--set", KEY + "persist=false");
        assertThat(call.exitCode()).as(call.err()).isZero();
        assertThat(result(call).path("persist").asBoolean()).isFalse();
    }

    @Test
    void refusesASettingsFileThatIsNotThere() {
        Program.Call call = Program.call("run", WORKFLOW, "--config", "no-such.properties");
        assertThat(call.exitCode()).isEqualTo(64);
        assertThat(call.err()).contains("no-such.properties");
    }

    @Test
    void neverShowsASecret() {
        settings.put(KEY + "connector_auth.x_smart_token", "very-secret-token");
        Program.Call call = Program.call(Program.with(settings, "run", WORKFLOW));
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out() + call.err()).doesNotContain("very-secret-token");
    }
}
