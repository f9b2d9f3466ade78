package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.hrcamel.runtime.LiveFolder;
import org.hrcamel.sandbox.RawHttp;
import org.hrcamel.state.PostgresServer;
import org.hrcamel.workflow.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HungStateTest {

    private final RawHttp http = new RawHttp();

    @Test
    @Timeout(100)
    void aDatabaseThatHangsLeavesThePagesAndSaysSo(@TempDir Path folder, @TempDir Path data) throws Exception {
        try (PostgresServer server = new PostgresServer(data)) {
            String database = server.database();
            try (RunningConsole console =
                            new RunningConsole(folder, 2, live -> live.set("hrcamel.state.url", database));
                    Connection another = DriverManager.getConnection(database);
                    Statement statement = another.createStatement()) {
                console.runtime().run(LiveFolder.GREENHOUSE, RunRequest.AS_SET);
                String session = session(console);
                assertThat(page(console, session)).contains("success").doesNotContain("does not answer");
                another.setAutoCommit(false);

                statement.execute("LOCK TABLE hrcamel_runs IN ACCESS EXCLUSIVE MODE");

                assertThat(page(console, session)).contains(LiveFolder.ALL).contains("does not answer");
                assertThat(http.get(console.url() + "/hawtio/", "Cookie", session)
                                .status())
                        .isEqualTo(200);

                another.rollback();

                await().until(() -> !page(console, session).contains("does not answer"));
            }
        }
    }

    private String page(RunningConsole console, String session) {
        RawHttp.Answer answer = http.get(console.url() + "/", "Cookie", session);
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    private String session(RunningConsole console) {
        return OpenedConsole.cookie(
                http.send(
                        "POST",
                        console.url() + "/login",
                        "user=admin&password=" + RunningConsole.PASSWORD.replace(' ', '+'),
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                "hrcamel-session");
    }
}
