package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Map;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateVerbsOnPostgresqlTest {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";

    private EmbeddedPostgres postgres;
    private Sandbox sandbox;
    private Map<String, String> settings;

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        sandbox = new Sandbox(0, 3, Duration.ZERO);
        settings = sandbox.settings();
        settings.put("hrcamel.state.url", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres");
        settings.put("hrcamel.state.user", "postgres");
        settings.put("hrcamel.state.password", "hush");
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
        postgres.close();
    }

    private Program.Call call(String... arguments) {
        return Program.call(Program.with(settings, arguments));
    }

    private long tables() throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'hrcamel%'")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void readingCreatesNothing() throws Exception {
        Program.Call runs = call("runs");
        Program.Call shown = call("state", "show", WORKFLOW);

        assertThat(runs.exitCode()).as(runs.err()).isZero();
        assertThat(runs.err()).contains("No run yet");
        assertThat(shown.out()).contains("0 items").doesNotContain("hush");
        assertThat(tables()).isZero();
    }

    @Test
    void runsFailuresAndCursorAreShownAndSteered() {
        sandbox.hrflow()
                .remove(
                        Sandbox.sourceKey("smartrecruiters"),
                        sandbox.smartrecruiters().reference(Population.person(0)));
        call("run", WORKFLOW);

        assertThat(call("runs").out()).containsPattern(WORKFLOW + " +success_with_failures +3 +2 +0 +0 +1 ");
        assertThat(call("failures", WORKFLOW).out()).contains("profile_not_found");
        assertThat(call("failures", "retry", WORKFLOW).out()).contains("1 failure of");
        assertThat(call("failures", "forget", WORKFLOW, "--all").out()).contains("1 failure of");
        assertThat(call("state", "reset", WORKFLOW).out()).contains("the cursor 20", "2 delivered items");
        assertThat(call("state", "show", WORKFLOW).out()).contains("0 items").containsPattern("cursor +none");
    }
}
