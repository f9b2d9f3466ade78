package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many requests for different profiles are under way at once, and how many connections they take. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OverlapTest {

    private static final int PARALLELISM = 4;

    /** The listing has its own, and so has a résumé that is fetched while its profile is written. */
    private static final int FURTHER_CONNECTIONS = 4;

    private static List<String> workflows() {
        return LiveFolder.ALL;
    }

    private static WorkflowHarness harness(String workflow, int profiles) {
        WorkflowHarness harness =
                new WorkflowHarness(workflow, profiles).with("parallelism", String.valueOf(PARALLELISM));
        for (String vendor : List.of("jazzhr", "flatchr", "greenhouse", "smartrecruiters", "hrflow", "breezyhr")) {
            harness.withSetting("connector." + vendor + ".max-concurrent", "none");
        }
        return harness;
    }

    /** Flatchr gives one CV a second. */
    private static int profiles(String workflow, int usual) {
        return workflow.startsWith("flatchr") ? 12 : usual;
    }

    /** What is asked of the target for one profile. */
    private static Predicate<Request> ofAProfile(String workflow) {
        return workflow.endsWith("breezyhr")
                ? request ->
                        request.vendor().equals("breezyhr") && request.rawPath().contains("/candidate")
                : Faults.request("hrflow", "GET /v1/profile/indexing")
                        .or(Faults.request("hrflow", "PUT /v1/profile/indexing"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void asManyProfilesAreAtTheTargetAtOnceAsTheWorkflowMayWorkOnAndNeverMore(String workflow) {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(PARALLELISM);
        try (WorkflowHarness harness = harness(workflow, profiles(workflow, 40))) {
            Predicate<Request> wanted = ofAProfile(workflow);
            harness.faults()
                    .spoil(
                            Integer.MAX_VALUE,
                            request -> {
                                boolean counts = wanted.test(request);
                                if (counts) {
                                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                                }
                                return counts;
                            },
                            reply -> {
                                await(together);
                                underWay.decrementAndGet();
                                return reply;
                            });

            harness.run();

            assertThat(together.getCount()).isZero();
            assertThat(most).hasValue(PARALLELISM);
        }
    }

    /** Bounded, so that requests that never come together are a failure and no hang. */
    private static void await(CountDownLatch together) {
        together.countDown();
        try {
            together.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void connectionsAreUsedAgain(String workflow) {
        try (WorkflowHarness harness = harness(workflow, profiles(workflow, 200))) {
            RunResult result = harness.run();

            assertThat(count(result, Event.READ_SUCCESS)).isPositive();
            assertThat(harness.sandbox().server().connections()).isLessThanOrEqualTo(PARALLELISM + FURTHER_CONNECTIONS);
        }
    }

    @Test
    void aConnectionServesAHundredRequestsAlthoughEveryFifthAnswerIsAnError() {
        AtomicInteger answers = new AtomicInteger();
        try (WorkflowHarness harness = harness(LiveFolder.SMARTRECRUITERS, 400)) {
            harness.faults()
                    .spoil(
                            Integer.MAX_VALUE,
                            Faults.request("smartrecruiters", "GET /candidates/")
                                    .or(ofAProfile(LiveFolder.SMARTRECRUITERS)),
                            reply -> answers.incrementAndGet() % 5 == 0
                                    ? Reply.json(answers.get() % 2 == 0 ? 503 : 400, "{\"message\":\"no\"}")
                                    : reply);

            harness.run();

            long connections = harness.sandbox().server().connections();
            assertThat(connections).isLessThanOrEqualTo(PARALLELISM + FURTHER_CONNECTIONS);
            assertThat(harness.ledger().requests() / connections).isGreaterThanOrEqualTo(100);
        }
    }
}
