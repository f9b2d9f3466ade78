package org.hrcamel.connector.flatchr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.state.StateFailed;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person with several applications of which a listing of changes shows some: the profile is that of a full listing. */
class FlatchrOtherApplicationsTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void oneOfSeveralApplicationsIsMoved(int applications) {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(5)) {
            String further = applications == 3 ? ", " + flatchr.applyAgain(1) : "";
            flatchr.run();
            flatchr.flatchr().editApplicant(flatchr.applicant(1, 0), applicant -> applicant.put("comment", "moved up"));

            RunResult second = flatchr.run();

            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.tag(1, "comment")).isEqualTo("moved up");
            assertThat(flatchr.tag(1, "applicant_id"))
                    .isEqualTo(flatchr.applicant(1, 0) + ", " + flatchr.applicant(1, 1) + further);
            flatchr.assertAFullListingTellsNothingNew(5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9})
    void somebodyWithoutEmailIsFoundByName(int person) {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(12)) {
            String further = flatchr.applyAgain(person);
            flatchr.run();
            flatchr.flatchr().editApplicant(flatchr.applicant(person, 0), applicant -> applicant.put("score", 9));

            flatchr.run();

            assertThat(flatchr.tag(person, "score")).isEqualTo("9");
            assertThat(flatchr.tag(person, "applicant_id")).contains(further, flatchr.applicant(person, 0));
            flatchr.assertAFullListingTellsNothingNew(12);
        }
    }

    @Test
    void anotherPersonWithTheSameAddressIsLeftOut() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            flatchr.flatchr().edit(flatchr.candidate(0), candidate -> candidate.put("email", "candidate2@example.com"));
            flatchr.run();
            flatchr.phone(2, "+33 1");

            RunResult second = flatchr.run();

            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.tag(2, "applicant_id")).isEqualTo(flatchr.applicant(2, 0));
            flatchr.assertAFullListingTellsNothingNew(3);
        }
    }

    @Test
    void theDetailsOfNamesakesAreReadOnce() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(6)) {
            for (int person = 2; person < 6; person++) {
                flatchr.flatchr()
                        .edit(
                                flatchr.candidate(person),
                                candidate -> candidate
                                        .put("email", "")
                                        .put("firstname", "Ana")
                                        .put("lastname", "Example"));
            }
            flatchr.run();

            RunResult second = flatchr.run();

            assertThat(count(second, Event.SKIPPED_UNCHANGED)).isEqualTo(4);
            // Five applications in the listing, and once more those of the three namesakes of whom is given out first.
            assertThat(flatchr.harness.requests("flatchr", IncrementalFlatchr.DETAIL))
                    .isEqualTo(5 + 4);
        }
    }

    @Test
    void anArchivedApplicationIsMarkedByItsStatus() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            flatchr.run();
            flatchr.flatchr().archive(flatchr.applicant(1, 0));

            flatchr.run();

            assertThat(flatchr.tag(1, "status")).isEqualTo("archived");
            flatchr.assertAFullListingTellsNothingNew(3);
        }
    }

    @Test
    void anArchivedApplicationLeavesTheProfileWhenArchivedOnesAreSkipped() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            flatchr.harness.withSetting("connector.flatchr.archived", "skip");
            flatchr.run();
            flatchr.flatchr().archive(flatchr.applicant(1, 1));
            flatchr.flatchr().archive(flatchr.applicant(2, 0));

            RunResult second = flatchr.run();

            assertThat(count(second, Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.tag(1, "applicant_id")).isEqualTo(flatchr.applicant(1, 0));
            flatchr.assertAFullListingTellsNothingNew(2);
        }
    }

    private static int column(IncrementalFlatchr flatchr, int person) {
        int[] column = new int[1];
        flatchr.flatchr()
                .editApplicant(
                        flatchr.applicant(person, 0),
                        applicant -> column[0] = applicant.path("column_id").asInt());
        return column[0];
    }

    private static void move(IncrementalFlatchr flatchr, String applicant, int column) {
        flatchr.flatchr().editApplicant(applicant, changed -> changed.put("column_id", column));
    }

    @ParameterizedTest
    @CsvSource({"column,Recruté", "hired,true"})
    void anApplicationThatLeavesTheWantedColumnLeavesTheProfile(String parameter, String value) {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(10)) {
            flatchr.harness.with("pull_parameters." + parameter, value);
            int hired = column(flatchr, 9);
            int other = column(flatchr, 1);
            move(flatchr, flatchr.applicant(1, 0), hired);
            move(flatchr, flatchr.applicant(1, 1), hired);
            flatchr.run();
            assertThat(flatchr.tag(1, "applicant_id")).contains(flatchr.applicant(1, 1));
            move(flatchr, flatchr.applicant(1, 1), other);

            RunResult second = flatchr.run();

            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.tag(1, "applicant_id")).isEqualTo(flatchr.applicant(1, 0));
            assertThat(flatchr.searches().get(0)).doesNotContain("\"" + parameter + "\"");
            flatchr.assertAFullListingTellsNothingNew(2);
            assertThat(flatchr.searches()).allMatch(body -> body.contains("\"" + parameter + "\""));
        }
    }

    @Test
    void aMovedApplicationShowsItsNewColumn() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(10)) {
            int hired = column(flatchr, 9);
            flatchr.run();
            move(flatchr, flatchr.applicant(1, 0), hired);

            flatchr.run();

            assertThat(flatchr.tag(1, "column")).startsWith("Recruté, ");
            flatchr.assertAFullListingTellsNothingNew(10);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 400})
    void thePersonIsTriedAgainWhenTheOthersCannotBeSearchedFor(int status) throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(5)) {
            flatchr.run();
            flatchr.phone(1, "+33 1");
            flatchr.phone(2, "+33 2");
            flatchr.harness
                    .faults()
                    .answer(100, request -> request.text().contains("candidate1@example.com"), Reply.empty(status));
            RunResult second = flatchr.run();
            flatchr.harness.faults().clear();

            RunResult third = flatchr.run();

            assertThat(second.failures()).hasSize(1);
            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(count(third, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.phoneOf(1)).isEqualTo("+33 1");
            assertThat(flatchr.failed()).isEmpty();
        }
    }

    @Test
    void theListingBreaksOffWhenTenInARowCannotBeSearchedFor() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(13)) {
            RunResult first = flatchr.run();
            for (int person = 0; person < 13; person++) {
                flatchr.phone(person, "+33 " + person);
            }
            flatchr.harness
                    .faults()
                    .answer(1000, request -> request.text().matches("(?s).*\"(email|lastname)\".*"), Reply.empty(503));

            RunResult second = flatchr.run();

            assertThat(second.cursor()).isEqualTo(first.cursor());
            assertThat(count(second, Event.READ_FAILURE)).isEqualTo(10);
        }
    }

    /** Both applications changed, and the newest cannot be read: two runs. */
    private static RunResult runWithoutTheNewest(IncrementalFlatchr flatchr) throws StateFailed {
        flatchr.run();
        flatchr.flatchr().editApplicant(flatchr.applicant(1, 0), applicant -> applicant.put("comment", "older"));
        flatchr.flatchr().editApplicant(flatchr.applicant(1, 1), applicant -> applicant.put("comment", "newest"));
        flatchr.harness
                .faults()
                .answer(
                        100,
                        Faults.request("flatchr", IncrementalFlatchr.DETAIL + flatchr.applicant(1, 1)),
                        Reply.empty(500));
        RunResult second = flatchr.run();
        flatchr.harness.faults().clear();
        return second;
    }

    @Test
    void thePersonWaitsForTheNewestApplicationThatCannotBeRead() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            RunResult second = runWithoutTheNewest(flatchr);
            assertThat(count(second, Event.WRITE_SUCCESS)).isZero();
            assertThat(flatchr.failed()).containsExactlyInAnyOrder(flatchr.applicant(1, 1), flatchr.candidate(1));

            RunResult third = flatchr.run();

            assertThat(count(third, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.tag(1, "applicant_id")).contains(flatchr.applicant(1, 0), flatchr.applicant(1, 1));
            assertThat(flatchr.failed()).isEmpty();
            flatchr.assertAFullListingTellsNothingNew(3);
        }
    }

    @Test
    void thePersonIsDeliveredWithoutTheNewestApplicationOnceThatIsDeleted() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            runWithoutTheNewest(flatchr);
            flatchr.flatchr().remove(flatchr.applicant(1, 1));

            flatchr.run();

            assertThat(flatchr.tag(1, "comment")).isEqualTo("older");
            assertThat(flatchr.tag(1, "applicant_id")).isEqualTo(flatchr.applicant(1, 0));
            assertThat(flatchr.failed()).isEmpty();
        }
    }

    @Test
    void oneOfTheOthersThatCannotBeReadIsAFailureOfItsOwn() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            flatchr.run();
            flatchr.flatchr().editApplicant(flatchr.applicant(1, 0), applicant -> applicant.put("comment", "x"));
            flatchr.harness
                    .faults()
                    .answer(
                            100,
                            Faults.request("flatchr", IncrementalFlatchr.DETAIL + flatchr.applicant(1, 1)),
                            Reply.empty(500));
            RunResult second = flatchr.run();
            flatchr.harness.faults().clear();

            flatchr.run();

            assertThat(second.failures())
                    .extracting(failure -> failure.reference())
                    .containsExactly(flatchr.applicant(1, 1));
            assertThat(flatchr.failed()).isEmpty();
            flatchr.assertAFullListingTellsNothingNew(3);
        }
    }
}
