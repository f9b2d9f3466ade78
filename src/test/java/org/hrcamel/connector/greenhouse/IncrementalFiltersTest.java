package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hrcamel.sandbox.Population;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.Test;

/** Incremental runs of which the operator wants only some of the candidates. */
class IncrementalFiltersTest {

    private static final String ENGINEER_JOB = "149995";

    @Test
    void letsTheOperatorsOwnUpdateTimeGoFirst() {
        try (IncrementalGreenhouse runs =
                new IncrementalGreenhouse(12).with("pull_parameters.updated_after", "2024-01-07")) {
            // Applied on the seventh and later: the seventh person and the five after it.
            assertThat(count(runs.run(), Event.READ_SUCCESS)).isEqualTo(6);
            runs.greenhouse().editChild(runs.reference(2), "applications", row -> row.put("job_post_id", 9));
            runs.greenhouse().editChild(runs.reference(8), "applications", row -> row.put("job_post_id", 9));

            RunResult result = runs.run();

            runs.assertDelivered(result, 5, 8);
            assertThat(runs.requests("GET /v3/candidates?"))
                    .containsExactly("GET /v3/candidates?per_page=50&updated_at=gte%7C2024-01-07T00%3A00%3A00Z");
            assertThat(runs.requests("GET /v3/applications?updated_at=gte%7C")).hasSize(1);
        }
    }

    @Test
    void keepsToTheTimesOfCreationItself() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)
                .with("pull_parameters.created_after", "2024-01-05")
                .with("pull_parameters.updated_before", "2100-01-01")) {
            assertThat(count(runs.run(), Event.READ_SUCCESS)).isEqualTo(8);
            for (int person : List.of(2, 7)) {
                runs.greenhouse().edit(runs.reference(person), candidate -> candidate.put("title", "Pilot"));
            }
            for (int person : List.of(1, 8)) {
                runs.greenhouse().editChild(runs.reference(person), "applications", row -> row.put("job_post_id", 9));
            }

            RunResult result = runs.run();

            runs.assertDelivered(result, 0, 7, 8);
            assertThat(runs.requests("GET /v3/candidates?per_page=50&updated_at=gte%7C"))
                    .singleElement()
                    .satisfies(line -> assertThat(line).doesNotContain("created_at"));
        }
    }

    @Test
    void readsAFewCandidatesWholeEachTimeAndComparesThem() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            runs.with("pull_parameters.candidate_ids", runs.reference(2) + "," + runs.reference(3))
                    .run();
            runs.greenhouse().editChild(runs.reference(2), "candidate_educations", row -> row.put("latest", false));

            RunResult result = runs.run();

            runs.assertDelivered(result, 1, 2);
            assertThat(runs.requests("GET /v3/")).noneMatch(line -> line.contains("updated_at"));
        }
    }

    @Test
    void readsTheCandidateWithAnEmailAddressWholeEachTimeAndComparesIt() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)
                .with("pull_parameters.email", Population.person(8).email())) {
            runs.run();

            runs.assertDelivered(runs.run(), 1);
            assertThat(runs.requests("GET /v3/")).noneMatch(line -> line.contains("updated_at"));
        }
    }

    @Test
    void forgetsTheFailureOfAnApplicantWhoLeftTheJob() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12).with("pull_parameters.job_id", ENGINEER_JOB)) {
            runs.refuse(8);
            runs.run();
            assertThat(runs.failures()).containsExactly(runs.reference(8));
            runs.greenhouse().editChild(runs.reference(8), "applications", row -> row.put("job_id", 1));

            RunResult result = runs.run();

            runs.assertDelivered(result, 4);
            assertThat(runs.requests("GET /v3/candidates?ids=")).noneMatch(line -> line.contains(runs.reference(8)));
            assertThat(runs.failures()).isEmpty();
        }
    }

    @Test
    void findsANewApplicantOfAJobWhoseRecordIsOld() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12).with("pull_parameters.job_id", ENGINEER_JOB)) {
            assertThat(count(runs.run(), Event.READ_SUCCESS)).isEqualTo(5);
            runs.greenhouse()
                    .add(
                            "applications",
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("id", 99_000_000)
                                    .put("candidate_id", Long.parseLong(runs.reference(3)))
                                    .put("job_id", Long.parseLong(ENGINEER_JOB))
                                    .put("prospect", false)
                                    .put("status", "in_process")
                                    .put("updated_at", "2024-02-01T00:00:00.000Z"));

            RunResult result = runs.run();

            runs.assertDelivered(result, 5, 3);
            assertThat(runs.childrenRead()).allMatch(line -> line.contains("candidate_ids=" + runs.reference(3) + "&"));
        }
    }

    @Test
    void leavesOutAnApplicantWhoseNewestChildIsNewerThanItselfAndOlderThanTheListing() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12).with("pull_parameters.job_id", ENGINEER_JOB)) {
            String lastMonth = Instant.now().minus(30, ChronoUnit.DAYS).toString();
            runs.greenhouse()
                    .editChild(runs.reference(2), "candidate_educations", row -> row.put("updated_at", lastMonth));
            runs.run();

            runs.assertDelivered(runs.run(), 5);
            assertThat(runs.childrenRead()).isEmpty();
        }
    }

    @Test
    void deliversAnApplicantBesideWhomSomethingChangedAndNobodyWhoDidNotApply() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12).with("pull_parameters.job_id", ENGINEER_JOB)) {
            runs.run();
            for (int person : List.of(2, 3)) {
                runs.greenhouse()
                        .editChild(runs.reference(person), "candidate_educations", row -> row.put("latest", false));
            }

            runs.assertDelivered(runs.run(), 4, 2);
        }
    }

    /** The job lists the applicant each time, and the listing of changes begins after the change that failed. */
    @Test
    void keepsTheFailureOfAnApplicantUntilThatChangeIsDelivered() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)
                .with("pull_parameters.job_id", ENGINEER_JOB)
                .with(
                        "logics[0]",
                        "jq:if any(.educations[]; .start_date_year == 1900) then error(\"odd\") else . end")) {
            Instant now = Instant.now();
            runs.runAt(now.minus(2, ChronoUnit.DAYS));
            String yesterday = now.minus(1, ChronoUnit.DAYS).toString();
            runs.greenhouse()
                    .editChild(
                            runs.reference(2),
                            "candidate_educations",
                            row -> row.put("start_date_year", 1900).put("updated_at", yesterday));
            assertThat(count(runs.run(), Event.LOGICS_FAILURE)).isEqualTo(1);

            RunResult result = runs.run();

            assertThat(count(result, Event.LOGICS_FAILURE)).isEqualTo(1);
            assertThat(count(result, Event.SKIPPED_UNCHANGED)).isEqualTo(4);
        }
    }
}
