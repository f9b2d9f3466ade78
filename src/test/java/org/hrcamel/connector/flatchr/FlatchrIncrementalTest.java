package org.hrcamel.connector.flatchr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.flatchr.RowDate;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a second run reads and delivers. */
class FlatchrIncrementalTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void deliversNobodyAgainWhoIsShownAgainUnchanged() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            flatchr.phone(0, "+33 1");
            flatchr.phone(1, "+33 2");
            flatchr.run();

            RunResult second = flatchr.run();

            // The CV's address was signed anew meanwhile.
            assertThat(count(second, Event.SKIPPED_UNCHANGED)).isEqualTo(2);
            assertThat(count(second, Event.READ_SUCCESS)).isEqualTo(2);
            assertThat(flatchr.profilesAskedFor()).isZero();
        }
    }

    @Test
    void deliversExactlyWhoWasEdited() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(6)) {
            flatchr.run();
            flatchr.harness.sandbox().editSomebody();

            RunResult second = flatchr.run();

            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(count(second, Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.profilesAskedFor()).isEqualTo(1);
            assertThat(flatchr.phoneOf(0)).isEqualTo("+17770000000");
        }
    }

    @Test
    void deliversAValueThatComesBack() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            for (String phone : List.of("+33 1", "+33 2", "+33 1")) {
                flatchr.phone(2, phone);
                flatchr.run();
                assertThat(flatchr.phoneOf(2)).isEqualTo(phone);
            }
        }
    }

    @Test
    void deliversBothOfTwoEditsInTheSameSecond() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            long now = Instant.now().getEpochSecond();
            for (String phone : List.of("+33 1", "+33 2")) {
                var applicant = flatchr.applicant(flatchr.applicant(2, 0), 2, now);
                applicant.withObject("/candidate").put("phone", phone);
                flatchr.flatchr().add(applicant);
                flatchr.run();
                assertThat(flatchr.phoneOf(2)).isEqualTo(phone);
            }
        }
    }

    @Test
    void asksForWhatChangedSinceTwoDaysBeforeTheLastRunsDay() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            RunResult first = flatchr.run();
            LocalDate since = LocalDate.ofInstant(Instant.parse(first.cursor()).minus(5, ChronoUnit.MINUTES), PARIS);
            LocalDate today = LocalDate.now(PARIS);

            flatchr.run();

            assertThat(flatchr.searches())
                    .containsExactly("{\"start_update\":\"" + FlatchrDates.request(since.minusDays(2))
                            + "\",\"end_update\":\"" + FlatchrDates.request(today.plusDays(1)) + "\"}");
            assertThat(flatchr.harness.requests("flatchr", IncrementalFlatchr.DETAIL))
                    .isZero();
        }
    }

    @Test
    void keepsTheOperatorsDaysOfCreation() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(6)) {
            flatchr.harness.with("pull_parameters.start", "01/02/24").with("pull_parameters.end", "01/04/24");
            flatchr.run();
            for (int person : new int[] {0, 2, 5}) {
                flatchr.phone(person, "+33 " + person);
            }

            RunResult second = flatchr.run();

            assertThat(flatchr.searches().get(0))
                    .contains("\"start_update\":", "\"end_update\":")
                    .endsWith("\"start\":\"01/01/24\",\"end\":\"01/05/24\"}");
            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.phoneOf(2)).isEqualTo("+33 2");
            assertThat(flatchr.phoneOf(5)).isNotEqualTo("+33 5");
        }
    }

    @Test
    void leavesDaysOfChangeToTheOperatorWhoAsksForSome() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            flatchr.harness
                    .withSetting("connector.flatchr.search-body", "{\"start_update\":\"01/01/20\"}")
                    .with("pull_parameters.end", "03/01/24");
            flatchr.run();

            RunResult second = flatchr.run();

            assertThat(flatchr.searches())
                    .containsExactly("{\"start_update\":\"01/01/20\",\"start\":\"12/31/23\",\"end\":\"03/02/24\"}");
            assertThat(count(second, Event.SKIPPED_UNCHANGED)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(RowDate.class)
    void findsChangesInWhateverFormRowsTellThem(RowDate form) {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            flatchr.flatchr().updatedAtForm(form);
            flatchr.run();
            flatchr.phone(2, "+33 1");

            flatchr.run();

            assertThat(flatchr.phoneOf(2)).isEqualTo("+33 1");
        }
    }

    @Test
    void readsNoDetailOfUnchangedRowsThatAVendorShowsNevertheless() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(12)) {
            flatchr.flatchr().anyFilterMatches(true);
            flatchr.run();
            flatchr.phone(2, "+33 1");

            flatchr.run();

            assertThat(flatchr.phoneOf(2)).isEqualTo("+33 1");
            assertThat(flatchr.harness.requests("flatchr", IncrementalFlatchr.DETAIL))
                    .isEqualTo(1);
        }
    }

    @Test
    void losesNobodyWhenOneDayOfChangesIsLongerThanAnAnswer() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(12)) {
            flatchr.harness.withSetting("connector.flatchr.slice-rows", "6");
            flatchr.flatchr().rowCap(6);
            flatchr.run();
            for (int person = 0; person < 12; person++) {
                flatchr.phone(person, "+33 " + person);
            }

            RunResult second = flatchr.run();

            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(12);
            assertThat(flatchr.searches()).anyMatch(body -> body.matches(".*start_update.*\"start\".*\"end\".*"));
        }
    }

    @Test
    void keepsTheCursorWhenTheListingBreaksOff() {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(3)) {
            RunResult first = flatchr.run();
            flatchr.phone(2, "+33 1");
            flatchr.harness.faults().answer(100, Faults.request("flatchr", "POST"), Reply.empty(502));
            RunResult broken = flatchr.run();
            flatchr.harness.faults().clear();

            RunResult third = flatchr.run();

            assertThat(broken.status()).isEqualTo(Status.FATAL);
            assertThat(broken.cursor()).isEqualTo(first.cursor());
            // The vendor's clock tells whole seconds, less the time of an answer.
            assertThat(Instant.parse(third.cursor()))
                    .isBetween(Instant.parse(first.cursor()).minusSeconds(5), third.startedAt());
            assertThat(flatchr.phoneOf(2)).isEqualTo("+33 1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void searchesNoFurtherWhenEachApplicationIsAProfile(boolean detail) {
        try (IncrementalFlatchr flatchr = new IncrementalFlatchr(5).byApplicant(5)) {
            flatchr.flatchr().detailMissing(!detail);
            flatchr.run();
            flatchr.flatchr().archive(flatchr.applicant(1, 1));

            RunResult second = flatchr.run();

            assertThat(count(second, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(count(second, Event.READ_SUCCESS)).isEqualTo(1);
            assertThat(flatchr.searches()).hasSize(1);
        }
    }
}
