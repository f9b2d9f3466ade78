package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.hrcamel.state.JdbcState;
import org.hrcamel.state.PostgresServer;
import org.hrcamel.state.RunLease;
import org.hrcamel.state.State;
import org.hrcamel.state.StateFailed;
import org.hrcamel.state.StateOptions;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTroubleTest {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";
    private static final int PROFILES = 300;
    private static final int ON_THE_WAY = 8;

    @TempDir
    private Path folder;

    private static WorkflowHarness harness() {
        return new WorkflowHarness(WORKFLOW, PROFILES)
                .with("incremental", "true")
                .with("parallelism", String.valueOf(ON_THE_WAY));
    }

    private static void assertStateFailed(RunResult result) {
        assertThat(result.status()).isEqualTo(Status.FATAL);
        assertThat(result.reason()).isEqualTo(Reason.BACKEND_NOT_CONFIGURED);
        assertThat(result.message()).contains("hrcamel.state.url");
    }

    private static long delivered(RunResult result) {
        return count(result, Event.WRITE_SUCCESS) + count(result, Event.WRITE_UNCHANGED);
    }

    @Test
    void withoutAUsableStateNothingIsRead() throws Exception {
        try (WorkflowHarness harness = harness()) {
            Files.writeString(harness.directory().resolve("data"), "a file stands where the folder should");

            RunResult result = harness.run();

            assertStateFailed(result);
            assertThat(result.message()).contains("folder cannot be created");
            assertThat(harness.ledger().requests()).isZero();
        }
    }

    @Test
    void aDiskThatFillsUpEndsTheRunSoonAndTheNextOneDeliversTheRest() throws Exception {
        try (WorkflowHarness harness = harness()) {
            Path file = harness.directory().resolve("data").resolve("hrcamel.db");
            String url = "jdbc:sqlite:" + file;
            recorded(url, true);
            harness.withSetting("hrcamel.state.url", url + "?max_page_count=" + Files.size(file) / 4096);

            RunResult full = harness.run();

            assertStateFailed(full);
            assertThat(full.message()).contains("SQLITE_FULL");
            assertEndedSoon(full, recorded(url, false));
            harness.withSetting("hrcamel.state.url", url);
            assertDeliversTheRest(harness);
        }
    }

    @Test
    void aDatabaseThatIsStoppedInTheMiddleEndsTheRunSoonAndTheNextOneDeliversTheRest() throws Exception {
        try (PostgresServer server = new PostgresServer(folder);
                WorkflowHarness harness = harness()) {
            String url = server.database();
            harness.withSetting("hrcamel.state.url", url).withSetting("hrcamel.state.lease", "1s");
            CompletableFuture<RunResult> running = CompletableFuture.supplyAsync(harness::run);
            Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> pushes(harness) >= 20);
            server.stop();

            RunResult result = running.get();

            assertStateFailed(result);
            server.start();
            assertEndedSoon(result, recorded(url, false));
            Awaitility.await().until(() -> isLeaseOver(url));
            assertDeliversTheRest(harness);
        }
    }

    private static boolean isLeaseOver(String url) throws StateFailed {
        try (State state = state(url)) {
            Optional<RunLease> lease = state.lease(WORKFLOW, "a-look");
            lease.ifPresent(RunLease::close);
            return lease.isPresent();
        }
    }

    private static State state(String url) {
        return new JdbcState(new StateOptions(url, "", "", Duration.ofSeconds(30)));
    }

    private static long recorded(String url, boolean create) throws StateFailed {
        try (State state = state(url)) {
            if (create) {
                state.reset(WORKFLOW);
            }
            return state.deliveredCount(WORKFLOW);
        }
    }

    private static void assertEndedSoon(RunResult result, long recorded) {
        assertThat(recorded).isPositive();
        assertThat(delivered(result)).isLessThan(PROFILES);
        assertThat(delivered(result) - recorded).as("delivered, not recorded").isLessThanOrEqualTo(ON_THE_WAY);
    }

    private static void assertDeliversTheRest(WorkflowHarness harness) {
        RunResult next = harness.run();
        assertThat(next.status()).isEqualTo(Status.SUCCESS);
        assertThat(count(next, Event.SKIPPED_UNCHANGED)).isPositive();
        assertThat(delivered(next)).isPositive();
        assertThat(delivered(next) + count(next, Event.SKIPPED_UNCHANGED)).isEqualTo(PROFILES);
        assertThat(delivered(harness.run())).isZero();
    }

    private static long pushes(WorkflowHarness harness) {
        return harness.requests("hrflow", "PUT /v1/profile/indexing")
                + harness.requests("hrflow", "POST /v1/profile/parsing/file");
    }
}
