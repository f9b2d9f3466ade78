package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Ledger;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which pages of a listing are asked for while the items of an earlier one are on the way. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class NextPageTest {

    private static final int PAGE = 20;
    private static final int PEOPLE = 3 * PAGE;
    private static final int AT_ONCE = 4;

    private static WorkflowHarness harness() {
        return new WorkflowHarness(LiveFolder.SMARTRECRUITERS, PEOPLE)
                .with("pull_parameters.limit", String.valueOf(PAGE))
                .with("parallelism", String.valueOf(AT_ONCE));
    }

    private static final String SEARCH = "GET /candidates?";

    private static void hold(WorkflowHarness harness, CountDownLatch held) {
        harness.faults().spoil(Integer.MAX_VALUE, Faults.request("hrflow", "PUT /v1/profile/indexing"), reply -> {
            pass(held);
            return reply;
        });
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void theNextPageIsThereWhileTheItemsOfTheFirstAreHeldUpAndTheOneAfterItIsNotAskedFor() {
        CountDownLatch held = new CountDownLatch(1);
        try (WorkflowHarness harness = harness()) {
            hold(harness, held);
            CompletableFuture<RunResult> run = CompletableFuture.supplyAsync(harness::run);

            await().atMost(Duration.ofMinutes(1)).until(() -> harness.requests("smartrecruiters", SEARCH) == 2);
            // The vendor answers at once, so a third page would be asked for long before four people are read.
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> harness.requests("smartrecruiters", "GET /candidates/") >= 4);
            assertThat(harness.requests("smartrecruiters", SEARCH)).isEqualTo(2);
            held.countDown();

            RunResult result = run.join();
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(PEOPLE);
            assertThat(count(result, Event.WRITE_SUCCESS) + count(result, Event.WRITE_UNCHANGED))
                    .isEqualTo(PEOPLE - count(result, Event.READ_GONE) - count(result, Event.WRITE_FAILURE));
        } finally {
            held.countDown();
        }
    }

    @Test
    void noPageIdGrowsOlderThanTheDeliveryOfOnePageTakes() {
        try (WorkflowHarness harness = harness()) {
            assertThat(count(harness.run(), Event.READ_SUCCESS)).isEqualTo(PEOPLE);

            assertThat(harness.requests("smartrecruiters", SEARCH)).isEqualTo(3);
            assertThat(deliveredBetweenPages(harness.ledger().entries()))
                    .hasSize(2)
                    .allSatisfy(delivered -> assertThat(delivered).isLessThanOrEqualTo(PAGE + 2 * AT_ONCE));
        }
    }

    /** How many profiles were looked up at the target between two requests for a page: so old was the second one's page id. */
    private static List<Integer> deliveredBetweenPages(List<Ledger.Entry> entries) {
        List<Integer> delivered = new ArrayList<>();
        int before = 0;
        int profiles = 0;
        boolean first = true;
        for (Ledger.Entry entry : entries) {
            if (entry.vendor().equals("hrflow") && entry.line().startsWith("GET /v1/profile/indexing?")) {
                profiles++;
            } else if (entry.vendor().equals("smartrecruiters") && entry.line().startsWith(SEARCH)) {
                if (!first) {
                    delivered.add(profiles - before);
                }
                first = false;
                before = profiles;
            }
        }
        return delivered;
    }

    @Test
    void aVendorIsAskedForOnePageAtATime() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (WorkflowHarness harness = harness().with("pull_parameters.limit", "3")) {
            harness.faults()
                    .spoil(
                            Integer.MAX_VALUE,
                            request -> {
                                boolean listing = request.vendor().equals("smartrecruiters")
                                        && request.rawPath().equals("/candidates");
                                if (listing) {
                                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                                }
                                return listing;
                            },
                            reply -> {
                                underWay.decrementAndGet();
                                return reply;
                            });

            RunResult result = harness.run();

            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(PEOPLE);
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void aPageThatCannotBeReadIsToldOnceAfterWhatWasReadBeforeIsDelivered() {
        try (WorkflowHarness harness = harness()) {
            harness.faults()
                    .answer(
                            Integer.MAX_VALUE,
                            request -> request.vendor().equals("smartrecruiters")
                                    && request.rawPath().equals("/candidates")
                                    && String.valueOf(request.rawQuery()).contains("pageId="),
                            Reply.empty(404));

            RunResult result = harness.run();

            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(PAGE);
            assertThat(count(result, Event.READ_FAILURE)).isEqualTo(1);
            assertThat(result.failures()).hasSize(1);
        }
    }

    @Test
    void aRunThatIsStoppedWhileAPageIsReadAheadTellsNothingOfItAndEndsAfterIt() {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        try (WorkflowHarness harness = harness()) {
            harness.faults()
                    .spoil(
                            1,
                            request -> request.vendor().equals("smartrecruiters")
                                    && String.valueOf(request.rawQuery()).contains("pageId="),
                            reply -> {
                                asked.countDown();
                                pass(held);
                                return Reply.empty(500);
                            });
            Project project = harness.project();
            DeclaredWorkflow declared =
                    project.workflow(LiveFolder.SMARTRECRUITERS).orElseThrow();
            try (HrCamelRuntime runtime =
                    new HrCamelRuntime(project, HrCamelRuntime.Mode.ON_DEMAND, result -> {}).start()) {
                assertThat(runtime.deploy(declared)).isEmpty();
                CompletableFuture<RunResult> run =
                        CompletableFuture.supplyAsync(() -> runtime.run(LiveFolder.SMARTRECRUITERS, RunRequest.AS_SET));
                pass(asked);

                runtime.stopRuns();
                assertThat(run).isNotDone();
                held.countDown();

                RunResult result = run.join();
                assertThat(result.reason()).isEqualTo(Reason.STOPPED);
                assertThat(count(result, Event.READ_FAILURE)).isZero();
                assertThat(result.failures()).isEmpty();
                assertThat(harness.requests("smartrecruiters", SEARCH)).isEqualTo(2);
            } finally {
                held.countDown();
            }
        }
    }
}
