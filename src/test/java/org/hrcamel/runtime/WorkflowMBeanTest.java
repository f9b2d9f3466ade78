package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hrcamel.runtime.LiveFolder.SMARTRECRUITERS;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.management.JMX;
import javax.management.MBeanServer;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One workflow as JMX clients see and work it. */
class WorkflowMBeanTest {

    private static final String KEY = "workflow." + SMARTRECRUITERS + ".";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @TempDir
    private Path folder;

    private LiveFolder live;
    private WorkflowMXBean workflow;

    @BeforeEach
    void start() throws Exception {
        live = new LiveFolder(folder, 5, List.of(SMARTRECRUITERS));
        live.set(KEY + "incremental", "true");
        live.start();
        workflow = JMX.newMXBeanProxy(server, WorkflowMBeans.name(SMARTRECRUITERS), WorkflowMXBean.class);
    }

    @AfterEach
    void stop() {
        live.close();
    }

    private RunResult afterRun() {
        int before = live.results(SMARTRECRUITERS).size();
        // One whose result is told already may be about to end.
        await().until(() -> workflow.runNow().equals("started"));
        await().until(() -> live.results(SMARTRECRUITERS).size() > before);
        return live.results(SMARTRECRUITERS).get(before);
    }

    @Test
    void aRunNowShowsInItsResultCountersAndCursor() {
        assertThat(workflow.getLastResult()).isEmpty();
        assertThat(workflow.getCursor()).isEmpty();

        RunResult result = afterRun();

        assertThat(workflow.getLastResult()).contains(result.runId(), "\"write_success\":5");
        assertThat(workflow.getCounters()).containsEntry("read_success", 5L).containsEntry("write_success", 5L);
        assertThat(Instant.parse(workflow.getCursor())).isBefore(Instant.now());
    }

    @Test
    void aDryRunWritesNothing() {
        live.sandbox().server().ledger().record();

        assertThat(workflow.dryRun()).isEqualTo("started");

        await().until(() -> live.operations().dryRun(SMARTRECRUITERS).isPresent());
        assertThat(live.operations().dryRun(SMARTRECRUITERS).orElseThrow().changes())
                .isNotEmpty();
        assertThat(live.sandbox().server().ledger().entries("hrflow"))
                .noneMatch(entry -> entry.line().startsWith("PUT"));
        assertThat(workflow.getLastResult()).isEmpty();
    }

    @Test
    void aFullRunDeliversWhatWasDeliveredBefore() {
        afterRun();
        assertThat(afterRun().json().at("/events/read_success").asLong()).isZero();

        workflow.fullRun();

        await().until(() -> live.results(SMARTRECRUITERS).size() == 3);
        assertThat(workflow.getCounters()).containsEntry("read_success", 5L);
    }

    @Test
    void aPausedWorkflowDoesNotFireButRunsByHand() {
        workflow.pause();
        live.set(KEY + "schedule", "* * * * * ?");
        await().until(() -> workflow.getSchedule().equals("* * * * * ?"));
        await().untilAsserted(() ->
                assertThat(live.workflow(SMARTRECRUITERS).deployed()).isTrue());

        assertThat(workflow.getPhase()).isEqualTo("paused");
        assertThat(workflow.getNextFireTime()).isEmpty();
        afterRun();
        // It would have fired twice.
        await().during(Duration.ofSeconds(2))
                .until(() -> live.results(SMARTRECRUITERS).size() == 1);

        workflow.resume();

        await().until(() -> live.results(SMARTRECRUITERS).size() >= 3);
        assertThat(Instant.parse(workflow.getNextFireTime()))
                .isAfter(Instant.now().minusSeconds(2));
    }

    @Test
    void aRunUnderWayCanBeEndedEarly() {
        assertThat(workflow.stopRun()).isFalse();
        CountDownLatch asked = new CountDownLatch(1);
        live.sandbox().server().faults().spoil(1, Faults.request("smartrecruiters", "GET /candidates"), reply -> {
            await().until(() -> asked.getCount() == 0);
            return reply;
        });
        workflow.runNow();
        await().until(() -> workflow.getPhase().equals("running"));

        assertThat(workflow.stopRun()).isTrue();
        asked.countDown();

        await().until(() -> live.results(SMARTRECRUITERS).size() == 1);
        assertThat(live.results(SMARTRECRUITERS).get(0).reason().code()).isEqualTo("stopped");
    }

    @Test
    void failuresAreCountedAndCanBeTriedAgain() {
        live.set(KEY + "logics", "jq:error(\"no\")");
        await().until(() -> afterRun().json().at("/events/logics_failure").asLong() == 5);

        assertThat(workflow.getFailures()).isEqualTo(5);
        assertThat(workflow.retryFailures()).isEqualTo(5);
    }

    @Test
    void aBrokenEditIsToldAndADeletedFileTakesTheBeanAway() throws Exception {
        live.set(KEY + "persist", "perhaps");
        await().until(() -> !workflow.getProblems().isEmpty());
        assertThat(workflow.getProblems())
                .singleElement()
                .asString()
                .matches(".*application.properties:\\d+:\\d+: error: .*persist = perhaps is neither true nor false");
        assertThat(workflow.getPhase()).isEqualTo("scheduled");

        live.delete(SMARTRECRUITERS);

        await().until(() -> !server.isRegistered(WorkflowMBeans.name(SMARTRECRUITERS)));
    }
}
