package org.hrcamel.connector.flatchr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.util.List;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.state.StateFailed;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What failed in one run is tried again in the next, although nothing changed since. */
class FlatchrFailedApplicationsTest {

    private static void failDetail(IncrementalFlatchr flatchr, String applicant) {
        flatchr.harness
                .faults()
                .answer(1000, Faults.request("flatchr", IncrementalFlatchr.DETAIL + applicant), Reply.empty(500));
    }

    private static RunResult runAfterFailuresOf(IncrementalFlatchr flatchr, String... applicants) throws StateFailed {
        for (String applicant : applicants) {
            failDetail(flatchr, applicant);
        }
        flatchr.run();
        assertThat(flatchr.failed()).containsExactlyInAnyOrder(applicants);
        flatchr.harness.faults().clear();
        return flatchr.run();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 9})
    void anApplicantWhoseDetailFailedIsDeliveredByTheNextRun(int person) throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(10)) {
            RunResult second = runAfterFailuresOf(flatchr, flatchr.applicant(person, 0));

            assertThat(count(second, Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.failed()).isEmpty();
            flatchr.assertAFullListingTellsNothingNew(10);
        }
    }

    @Test
    void aPersonGetsTheApplicationThatFailedBesideTheOthers() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            runAfterFailuresOf(flatchr, flatchr.applicant(1, 0));

            assertThat(flatchr.tag(1, "applicant_id"))
                    .isEqualTo(flatchr.applicant(1, 1) + ", " + flatchr.applicant(1, 0));
            assertThat(flatchr.failed()).isEmpty();
            flatchr.assertAFullListingTellsNothingNew(3);
        }
    }

    @Test
    void aPersonIsNotDeliveredWithTheApplicationThatFailedWhileANewerOneFails() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            failDetail(flatchr, flatchr.applicant(1, 0));
            flatchr.run();
            flatchr.harness.faults().clear();
            failDetail(flatchr, flatchr.applicant(1, 1));

            RunResult second = flatchr.run();

            assertThat(count(second, Event.WRITE_SUCCESS)).isZero();
            assertThat(flatchr.tag(1, "applicant_id")).isEqualTo(flatchr.applicant(1, 1));
            flatchr.harness.faults().clear();
            flatchr.run();
            assertThat(flatchr.tag(1, "applicant_id")).contains(flatchr.applicant(1, 0), flatchr.applicant(1, 1));
            assertThat(flatchr.failed()).isEmpty();
        }
    }

    @Test
    void aPersonIsDeliveredOnceHoweverManyApplicationsFailed() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            RunResult second = runAfterFailuresOf(flatchr, flatchr.applicant(1, 0), flatchr.applicant(1, 1));

            assertThat(count(second, Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.failed()).isEmpty();
        }
    }

    @Test
    void aPersonWhoIsListedAnywayIsDeliveredOnce() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            flatchr.flatchr().editApplicant(flatchr.applicant(1, 1), applicant -> applicant.put("comment", "x"));

            RunResult second = runAfterFailuresOf(flatchr, flatchr.applicant(1, 0));

            assertThat(count(second, Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.tag(1, "applicant_id")).contains(flatchr.applicant(1, 0));
            assertThat(flatchr.failed()).isEmpty();
        }
    }

    @Test
    void anApplicantIsFoundByItsDayWhenItsRowTellsAnotherAddress() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            String applicant = flatchr.applicant(2, 0);
            failDetail(flatchr, applicant);
            flatchr.run();
            flatchr.harness.faults().clear();
            flatchr.harness
                    .faults()
                    .answer(100, request -> request.text().contains("\"email\""), Reply.json(200, "[]"));

            RunResult second = flatchr.run();

            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.failed()).isEmpty();
        }
    }

    @Test
    void anApplicantWhoIsGoneLeavesTheList() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            failDetail(flatchr, flatchr.applicant(2, 0));
            flatchr.run();
            flatchr.harness.faults().clear();
            flatchr.flatchr().remove(flatchr.candidate(2));

            RunResult second = flatchr.run();

            assertThat(count(second, Event.READ_GONE)).isEqualTo(1);
            assertThat(flatchr.failed()).isEmpty();
        }
    }

    @Test
    void nobodyIsTakenForGoneWhenNoDetailIsFoundAtAll() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(14)) {
            for (int person = 2; person < 14; person++) {
                failDetail(flatchr, flatchr.applicant(person, 0));
                // Ten failures in a row would end the listing.
                flatchr.applyAgain(person);
            }
            flatchr.run();
            List<String> failed = flatchr.failed();
            flatchr.harness.faults().clear();
            flatchr.flatchr().detailMissing(true);

            RunResult second = flatchr.run();

            assertThat(failed).hasSizeGreaterThanOrEqualTo(10);
            assertThat(count(second, Event.READ_GONE)).isZero();
            assertThat(flatchr.failed()).containsExactlyInAnyOrderElementsOf(failed);
        }
    }

    @Test
    void aFewListedOnesWithoutDetailKeepNobodyElseFromBeingRead() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(5)) {
            failDetail(flatchr, flatchr.applicant(2, 0));
            flatchr.run();
            flatchr.harness.faults().clear();
            flatchr.phone(0, "+33 1");
            flatchr.harness
                    .faults()
                    .answer(
                            100,
                            Faults.request("flatchr", IncrementalFlatchr.DETAIL + flatchr.applicant(0, 0)),
                            Reply.empty(404));

            RunResult second = flatchr.run();

            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.failed()).containsExactly(flatchr.applicant(0, 0));
            flatchr.harness.faults().clear();
            flatchr.run();
            assertThat(flatchr.phoneOf(0)).isEqualTo("+33 1");
            assertThat(flatchr.failed()).isEmpty();
        }
    }

    @Test
    void nobodyIsTakenForGoneWhileListedOnesAreNotFoundEither() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(5)) {
            failDetail(flatchr, flatchr.applicant(2, 0));
            flatchr.run();
            flatchr.harness.faults().clear();
            flatchr.phone(0, "+33 1");
            flatchr.flatchr().detailMissing(true);

            RunResult second = flatchr.run();

            assertThat(count(second, Event.READ_GONE)).isZero();
            assertThat(flatchr.failed()).containsExactlyInAnyOrder(flatchr.applicant(0, 0), flatchr.applicant(2, 0));
        }
    }

    @Test
    void anApplicationThatIsNotWantedIsAFailureWithoutItsDetail() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            flatchr.harness.withSetting("connector.flatchr.archived", "skip");
            flatchr.run();
            flatchr.flatchr().archive(flatchr.applicant(1, 1));
            flatchr.flatchr().detailMissing(true);
            flatchr.run();
            assertThat(flatchr.failed()).containsExactly(flatchr.applicant(1, 1));
            flatchr.flatchr().detailMissing(false);

            flatchr.run();

            assertThat(flatchr.tag(1, "applicant_id")).isEqualTo(flatchr.applicant(1, 0));
        }
    }

    @Test
    void anApplicantWhoIsNotWantedAnyMoreLeavesTheList() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            flatchr.harness.withSetting("connector.flatchr.archived", "skip");
            failDetail(flatchr, flatchr.applicant(2, 0));
            flatchr.run();
            flatchr.harness.faults().clear();
            flatchr.flatchr().archive(flatchr.applicant(2, 0));

            RunResult second = flatchr.run();

            assertThat(count(second, Event.READ_SUCCESS)).isZero();
            assertThat(flatchr.failed()).isEmpty();
        }
    }

    /** The candidate's profile cannot be pushed, in this run. */
    private static void failPush(IncrementalFlatchr flatchr, int person) throws StateFailed {
        flatchr.harness
                .faults()
                .answer(
                        100,
                        request -> request.vendor().equals("hrflow")
                                && request.method().equals("PUT")
                                && request.text().contains(flatchr.candidate(person)),
                        Reply.json(400, "{\"code\":400,\"message\":\"no\"}"));
        flatchr.run();
        assertThat(flatchr.failed()).containsExactly(flatchr.candidate(person));
        flatchr.harness.faults().clear();
    }

    @Test
    void anItemWhoseNewestApplicationIsDeletedIsFetchedByAnOlderOne() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            failPush(flatchr, 1);
            flatchr.flatchr().remove(flatchr.applicant(1, 1));

            RunResult second = flatchr.run();

            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(count(second, Event.READ_GONE)).isZero();
            assertThat(flatchr.tag(1, "applicant_id")).isEqualTo(flatchr.applicant(1, 0));
            assertThat(flatchr.failed()).isEmpty();
        }
    }

    @Test
    void anItemIsGoneWithTheLastOfItsApplications() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            failPush(flatchr, 1);
            flatchr.flatchr().remove(flatchr.candidate(1));

            RunResult second = flatchr.run();

            assertThat(count(second, Event.READ_GONE)).isEqualTo(1);
            assertThat(flatchr.failed()).isEmpty();
        }
    }

    @Test
    void anItemThatCannotBeReadAgainEitherIsDeliveredOnceItCan() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            failPush(flatchr, 1);
            failDetail(flatchr, flatchr.applicant(1, 1));
            flatchr.run();
            assertThat(flatchr.failed()).containsExactly(flatchr.candidate(1));
            flatchr.harness.faults().clear();

            RunResult third = flatchr.run();

            assertThat(count(third, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.failed()).isEmpty();
        }
    }

    @Test
    void anItemThatCouldNotBePushedIsFetchedByItsNewestApplication() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            failPush(flatchr, 1);

            RunResult second = flatchr.run();

            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.tag(1, "applicant_id")).contains(flatchr.applicant(1, 0), flatchr.applicant(1, 1));
            assertThat(flatchr.failed()).isEmpty();
            flatchr.assertAFullListingTellsNothingNew(3);
        }
    }

    @Test
    void anApplicationThatIsAProfileOfItsOwnIsTriedAgainAlone() throws StateFailed {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3).byApplicant(3)) {
            RunResult second = runAfterFailuresOf(flatchr, flatchr.applicant(1, 0));

            assertThat(count(second, Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.failed()).isEmpty();
            flatchr.assertAFullListingTellsNothingNew(4);
        }
    }
}
