package org.hrcamel.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.util.stream.Stream;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What incremental runs do alike, whatever the vendors: each shipped workflow over real HTTP. */
class IncrementalOriginContractTest {

    private static final int PEOPLE = 7;

    /**
     * One workflow.
     *
     * @param target vendor that is written
     * @param profile start of the method and raw path of every request for one of its profiles
     * @param write the same of a request that fails one write
     */
    record Subject(String workflow, String target, String profile, String write) {

        @Override
        public String toString() {
            return workflow;
        }
    }

    static Stream<Subject> workflows() {
        return Stream.concat(
                Stream.of("jazzhr", "flatchr", "greenhouse", "smartrecruiters")
                        .map(vendor -> new Subject(
                                vendor + "-update-profiles-in-hrflow",
                                "hrflow",
                                "GET /v1/profile/indexing",
                                "PUT /v1/profile/indexing")),
                Stream.of(new Subject(
                        "hrflow-update-profiles-in-breezyhr", "breezyhr", "GET /v3/company/", "PUT /v3/company/")));
    }

    private static WorkflowHarness harness(Subject subject) {
        return new WorkflowHarness(subject.workflow(), PEOPLE).with("incremental", "true");
    }

    private static long delivered(RunResult result) {
        return count(result, Event.WRITE_SUCCESS) + count(result, Event.WRITE_UNCHANGED);
    }

    /** What a run that found so many people unchanged asked the target about them. */
    private static long profileRequests(WorkflowHarness harness, Subject subject) {
        return harness.ledger().entries(subject.target()).stream()
                .filter(entry -> entry.line().startsWith(subject.profile()))
                .filter(entry ->
                        entry.line().contains("candidate") || entry.line().contains("reference="))
                .count();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void asksTheTargetForNoProfileWhenNothingChanged(Subject subject) {
        try (WorkflowHarness harness = harness(subject)) {
            long first = delivered(harness.run());
            assertThat(first).isPositive();
            assertThat(profileRequests(harness, subject)).isPositive();
            harness.ledger().clear();

            RunResult second = harness.run();

            assertThat(second.status()).as("%s", second).isEqualTo(Status.SUCCESS);
            assertThat(delivered(second)).isZero();
            assertThat(profileRequests(harness, subject)).isZero();
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void deliversWhoChangedAloneAndAgainWhenHeGoesBack(Subject subject) {
        try (WorkflowHarness harness = harness(subject)) {
            harness.sandbox().setPhone(0, "+17770000001");
            harness.run();
            for (String phone : new String[] {"+17770000002", "+17770000001"}) {
                harness.sandbox().setPhone(0, phone);
                RunResult result = harness.run();
                assertThat(count(result, Event.WRITE_SUCCESS)).as("%s", result).isEqualTo(1);
                assertThat(delivered(result)).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void deliversInTheNextRunWhatFailed(Subject subject) {
        try (WorkflowHarness harness = harness(subject)) {
            harness.faults()
                    .answer(1, Faults.request(subject.target(), subject.write()), Reply.json(422, "{\"code\":422}"));
            RunResult first = harness.run();
            assertThat(count(first, Event.WRITE_FAILURE)).as("%s", first).isEqualTo(1);

            RunResult second = harness.run();

            assertThat(delivered(second)).as("%s", second).isEqualTo(1);
            assertThat(delivered(harness.run())).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void deliversEverybodyAgainWhenALogicIsAddedOrAFullRunAskedFor(Subject subject) {
        try (WorkflowHarness harness = harness(subject)) {
            long all = delivered(harness.run());
            assertThat(delivered(harness.run(new RunRequest(false, true)))).isEqualTo(all);
            assertThat(delivered(harness.run())).isZero();
            harness.with("logics[0]", "jq:.");
            assertThat(delivered(harness.run())).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void aDryRunReadsTheStateAndWritesNoneOfIt(Subject subject) {
        try (WorkflowHarness harness = harness(subject)) {
            harness.dryRun();
            assertThat(harness.directory().resolve("data")).doesNotExist();
            harness.run();
            harness.sandbox().setPhone(1, "+17770000003");
            RunResult dry = harness.dryRun();
            assertThat(dry.changes()).as("%s", dry).isNotEmpty();
            assertThat(delivered(harness.run())).isEqualTo(1);
        }
    }
}
