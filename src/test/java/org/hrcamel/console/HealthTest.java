package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hrcamel.runtime.LiveFolder.GREENHOUSE;
import static org.hrcamel.runtime.LiveFolder.SMARTRECRUITERS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrcamel.runtime.HrCamelRuntime;
import org.hrcamel.runtime.LiveFolder;
import org.hrcamel.validate.ConsoleSettings;
import org.hrcamel.workflow.RunRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What supervisors are told over HTTP. */
class HealthTest {

    private static final String KEY = "workflow." + SMARTRECRUITERS + ".";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private LiveFolder live;
    private Console console;

    @BeforeEach
    void start() {
        live = new LiveFolder(folder, 3, List.of(SMARTRECRUITERS, GREENHOUSE));
        live.set("hrcamel.console.port", "0");
        live.set("hrcamel.console.password", "a password of this test");
        HrCamelRuntime runtime = live.start();
        console = new Console(
                        ConsoleSettings.of(live.project().settings()),
                        List.of(new Page("/health/*", Access.LOCAL, new HealthServlet(runtime.health()))))
                .start();
    }

    @AfterEach
    void stop() {
        console.close();
        live.close();
    }

    private HttpResponse<String> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(console.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private List<String> reasons() {
        try {
            JsonNode troubles =
                    new ObjectMapper().readTree(get("/health").body()).path("troubles");
            return troubles.findValuesAsText("reason");
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private void run() {
        int before = live.results(SMARTRECRUITERS).size();
        live.operations().run(SMARTRECRUITERS, RunRequest.AS_SET);
        await().until(() -> live.results(SMARTRECRUITERS).size() > before);
    }

    @Test
    void aRuntimeWhoseWorkflowsAreSoundIsReadyWithoutALogin() {
        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).contains("\"status\":\"UP\"");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void aBrokenFileIsToldUntilItIsMendedAndTheRuntimeIsLiveAllTheSame() {
        String sound = live.text(GREENHOUSE);

        live.save(GREENHOUSE, sound.replace("direct:hrflow-profile-update", "direct:nowhere"));

        await().until(() -> get("/health").statusCode() == 503);
        assertThat(get("/health").body())
                .contains(GREENHOUSE, "broken", ".camel.yaml:")
                .doesNotContain(SMARTRECRUITERS);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);

        live.save(GREENHOUSE, sound);

        await().until(() -> get("/health").statusCode() == 200);
    }

    @Test
    void aWorkflowWhoseLastRunWasFatalIsToldUntilOneSucceeds() {
        live.set(KEY + "connector_auth.x_smart_token", "refused");
        await().until(() -> {
            run();
            return get("/health").statusCode() == 503;
        });
        assertThat(reasons()).containsExactly("last_run_fatal");
        assertThat(get("/health").body()).contains("bad_origin_parameters").doesNotContain("refused");

        live.set(
                KEY + "connector_auth.x_smart_token",
                live.sandbox().settings().get(KEY + "connector_auth.x_smart_token"));

        await().until(() -> {
            run();
            return get("/health").statusCode() == 200;
        });
    }

    @Test
    void aWorkflowThatIsNotEnabledIsNotMissed() {
        live.set(KEY + "enabled", "false");
        live.set(KEY + "parallelism", "many");

        await().until(() -> !live.workflow(SMARTRECRUITERS).deployed());

        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void aStateThatCannotBeReadIsTold() throws Exception {
        Path database = folder.resolve("data/hrcamel.db");
        Files.createDirectories(database.getParent());

        Files.writeString(database, "this is no database, but long enough to be looked at as one".repeat(100));

        await().until(() -> reasons().equals(List.of("state_unreachable")));
        assertThat(get("/health").statusCode()).isEqualTo(503);
    }

    @Test
    void aFolderOfRoutesThatIsAwayIsToldThoughAllThatRanGoesOn() throws Exception {
        Files.move(folder.resolve("routes"), folder.resolve("away"));

        await().until(() -> get("/health").statusCode() == 503);

        assertThat(get("/health").body()).contains("there is no such folder of routes");
        assertThat(live.workflow(SMARTRECRUITERS).deployed()).isTrue();
    }
}
