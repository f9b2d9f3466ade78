package org.hrcamel.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.util.function.Predicate;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;

/** What every origin does alike, whatever its vendor: run as a whole workflow over real HTTP. */
public abstract class OriginContractTest {

    /**
     * One origin.
     *
     * @param pageSize rows of one page as {@link #prepare} sets it
     * @param listing start of the method and raw path of a listing request, such as {@code GET /v1/applicants/page}
     * @param detail start of the method and raw path of a request for one item
     * @param credential a setting of the workflow that makes the vendor refuse when it is wrong
     */
    public record Subject(
            String workflow, String vendor, int pageSize, String listing, String detail, String credential) {}

    protected abstract Subject subject();

    /** Settings that this origin's tests need, such as a small page. */
    protected void prepare(WorkflowHarness harness) {}

    /** How many items a vendor that knows so many people shows. */
    protected long expected(int people) {
        return people;
    }

    private WorkflowHarness harness(int people) {
        WorkflowHarness harness = new WorkflowHarness(subject().workflow(), people);
        prepare(harness);
        return harness;
    }

    private Predicate<Request> listing() {
        return Faults.request(subject().vendor(), subject().listing());
    }

    private Predicate<Request> detail() {
        return Faults.request(subject().vendor(), subject().detail());
    }

    private static void assertAllDelivered(RunResult result, long items) {
        assertThat(result.status()).as("%s", result).isEqualTo(Status.SUCCESS);
        assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(items);
        assertThat(count(result, Event.WRITE_SUCCESS) + count(result, Event.WRITE_UNCHANGED))
                .isEqualTo(items);
    }

    @Test
    void deliversEveryItemOfTwoAndAHalfPagesAndBreaksNoRuleOfTheVendor() {
        int people = subject().pageSize() * 5 / 2;
        try (WorkflowHarness harness = harness(people)) {
            RunResult result = harness.run();
            assertAllDelivered(result, expected(people));
            assertThat(count(result, Event.WRITE_SUCCESS)).isPositive();
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @Test
    void writesNothingTheSecondTime() {
        try (WorkflowHarness harness = harness(12)) {
            harness.run();
            RunResult again = harness.run();
            assertThat(count(again, Event.WRITE_UNCHANGED)).isEqualTo(expected(12));
            assertThat(count(again, Event.WRITE_SUCCESS)).isZero();
        }
    }

    @Test
    protected void findsNothingToDoWhenTheListingIsEmpty() {
        try (WorkflowHarness harness = harness(0)) {
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(result.reason()).isEqualTo(Reason.NONE);
            assertThat(count(result, Event.READ_SUCCESS)).isZero();
        }
    }

    @Test
    void deliversASingleItem() {
        try (WorkflowHarness harness = harness(1)) {
            assertAllDelivered(harness.run(), expected(1));
        }
    }

    @Test
    void waitsAsLongAsTheVendorSaysWhenItsLimitIsUsedUp() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().answer(1, listing(), Reply.json(429, "{}").with("Retry-After", "1"));
            RunResult result = harness.run();
            assertAllDelivered(result, expected(3));
            assertThat(result.finishedAt()).isAfterOrEqualTo(result.startedAt().plusMillis(1000));
        }
    }

    @Test
    void triesAgainWhenTheVendorStumbles() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().answer(2, listing(), Reply.text(500, "text/html", "<h1>oops</h1>"));
            harness.faults().answer(1, detail(), Reply.empty(503));
            assertAllDelivered(harness.run(), expected(3));
        }
    }

    @Test
    void readsAgainWhenTheConnectionIsCut() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().spoil(1, listing(), Reply::cutShort);
            harness.faults().spoil(1, detail(), Reply::cutShort);
            assertAllDelivered(harness.run(), expected(3));
        }
    }

    @Test
    protected void deliversTheOthersWhenOneItemIsBad() {
        try (WorkflowHarness harness = harness(4)) {
            harness.faults().answer(1, detail(), Reply.json(400, "{\"message\":\"bad\"}"));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.READ_FAILURE)).isEqualTo(1);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(expected(4) - 1);
            assertThat(result.failures()).hasSize(1);
        }
    }

    @Test
    void stopsWithAClearMessageWhenTheCredentialsAreRefused() {
        try (WorkflowHarness harness = harness(3)) {
            RunResult result =
                    harness.with(subject().credential(), "wrong-secret-value").run();
            assertThat(result.status()).isEqualTo(Status.FATAL);
            assertThat(result.reason()).isEqualTo(Reason.BAD_ORIGIN_PARAMETERS);
            assertThat(result.message()).contains(subject().credential()).doesNotContain("wrong-secret-value");
            assertThat(harness.requests("hrflow", "PUT")).isZero();
        }
    }

    @Test
    void isFatalWhenNothingCanBeRead() {
        try (WorkflowHarness harness = harness(3)) {
            harness.faults().answer(100, listing(), Reply.empty(502));
            RunResult result = harness.run();
            assertThat(result.status()).isEqualTo(Status.FATAL);
            assertThat(result.reason()).isEqualTo(Reason.READ_FAILURE);
        }
    }
}
