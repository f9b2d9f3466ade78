package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.validate.Project;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;

class StoppingTest {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";

    private static HrCamelRuntime started(WorkflowHarness harness) {
        Project project = harness.project();
        HrCamelRuntime runtime = new HrCamelRuntime(project, HrCamelRuntime.Mode.ON_DEMAND, result -> {}).start();
        assertThat(runtime.deploy(project.workflow(WORKFLOW).orElseThrow())).isEmpty();
        return runtime;
    }

    @Test
    void aStopThatComesBeforeTheRunBeginsIsNotLost() {
        try (WorkflowHarness harness = new WorkflowHarness(WORKFLOW, 5);
                HrCamelRuntime runtime = started(harness)) {
            runtime.stopRuns();
            RunResult result = runtime.run(WORKFLOW, RunRequest.AS_SET);
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(result.reason()).isEqualTo(Reason.STOPPED);
            assertThat(harness.ledger().requests()).isZero();
        }
    }

    @Test
    void aStopEndsTheWaitForAVendorThatAnswersNothingUseful() {
        try (WorkflowHarness harness = new WorkflowHarness(WORKFLOW, 5)) {
            harness.withSetting("connector.smartrecruiters.retry-delay", "30s");
            harness.faults().answer(100, Faults.request("smartrecruiters", "GET /candidates"), Reply.empty(503));
            try (HrCamelRuntime runtime = started(harness)) {
                CompletableFuture<RunResult> run =
                        CompletableFuture.supplyAsync(() -> runtime.run(WORKFLOW, RunRequest.AS_SET));
                Awaitility.await().until(() -> harness.requests("smartrecruiters", "GET /candidates") > 0);

                runtime.stopRuns();

                assertThat(run).succeedsWithin(Duration.ofSeconds(10));
                assertThat(count(run.join(), Event.READ_SUCCESS)).isZero();
            }
        }
    }
}
