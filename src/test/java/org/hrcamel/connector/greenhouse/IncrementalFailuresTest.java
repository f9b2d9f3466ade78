package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.util.stream.IntStream;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.Test;

/** What an incremental run makes of the failures of the runs before it. */
class IncrementalFailuresTest {

    @Test
    void asksFromTheSameTimeAgainAfterAListingThatBrokeOff() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(60)) {
            runs.run();
            runs.editEverybody();
            runs.greenhouse().expireCursors(3);
            RunResult broken = runs.run();
            String asked = runs.requests("GET /v3/candidates?per_page=50&").get(0);

            RunResult result = runs.run();

            assertThat(count(broken, Event.READ_FAILURE)).isEqualTo(1);
            assertThat(count(broken, Event.READ_SUCCESS)).isEqualTo(50);
            assertThat(runs.requests("GET /v3/candidates?per_page=50&")).containsExactly(asked);
            assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(10);
            assertThat(count(result, Event.SKIPPED_UNCHANGED)).isEqualTo(50);
        }
    }

    /** Nothing says then what changed beside those who were delivered. */
    @Test
    void readsTheChildrenOfEverybodyAfterAFirstListingThatBrokeOff() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(60)) {
            runs.greenhouse().expireCursors(3);
            runs.run();
            // Beside one that was delivered: the newest 50 are.
            runs.greenhouse()
                    .editChild(runs.reference(58), "candidate_educations", row -> row.put("start_date_year", 1999));

            RunResult result = runs.run();

            assertThat(runs.requests("GET /v3/candidates?per_page=50")).noneMatch(line -> line.contains("updated_at"));
            assertThat(runs.harness().requests("hrflow", "GET /v1/profile/indexing"))
                    .isEqualTo(11);
            assertThat(count(result, Event.SKIPPED_UNCHANGED)).isEqualTo(49);
        }
    }

    @Test
    void asksForACandidateThatFailedByItsIdTheNextTime() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            runs.refuse(3);
            assertThat(count(runs.run(), Event.WRITE_FAILURE)).isEqualTo(1);

            RunResult result = runs.run();

            runs.assertDelivered(result, 0, 3);
            assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(runs.requests("GET /v3/candidates?ids=")).hasSize(1);
            assertThat(runs.childrenRead()).hasSize(4);
            runs.run();
            assertThat(runs.requests("GET /v3/candidates?ids=")).isEmpty();
        }
    }

    @Test
    void asksForThoseThatFailedByFiftyAndForgetsWhoIsGone() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(70)) {
            IntStream.range(0, 60).forEach(runs::refuse);
            runs.run();
            runs.greenhouse().remove(runs.reference(40));

            RunResult result = runs.run();

            assertThat(runs.requests("GET /v3/candidates?ids=")).hasSize(2);
            assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(59);
            assertThat(count(result, Event.READ_GONE)).isEqualTo(1);
            runs.run();
            assertThat(runs.requests("GET /v3/candidates?ids=")).isEmpty();
        }
    }

    @Test
    void doesNotAskByIdForACandidateThatFailedAndIsListedAnyway() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            runs.refuse(3);
            runs.run();
            runs.greenhouse().edit(runs.reference(3), candidate -> candidate.put("title", "Pilot"));

            runs.assertDelivered(runs.run(), 0, 3);
            assertThat(runs.requests("GET /v3/candidates?ids=")).isEmpty();
        }
    }

    /** A row with a message and no id may stand for anybody who was asked for. */
    @Test
    void asksAgainForACandidateThatFailedAndHasNoRowOfItsOwnForNow() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            runs.refuse(3);
            runs.run();
            runs.harness()
                    .faults()
                    .answer(
                            1,
                            Faults.request("greenhouse", "GET /v3/candidates")
                                    .and(request -> request.rawQuery().startsWith("ids=")),
                            Reply.json(200, "[{\"message\":\"Candidate is being processed\"}]"));
            assertThat(count(runs.run(), Event.READ_GONE)).isEqualTo(1);

            runs.assertDelivered(runs.run(), 0, 3);
        }
    }
}
