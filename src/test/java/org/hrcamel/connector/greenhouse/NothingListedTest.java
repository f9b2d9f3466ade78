package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.util.List;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.ItemFailure;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run makes of a Greenhouse that answers a user who is no Site Admin with empty lists. */
class NothingListedTest {

    private static final String PROBE = "GET /v3/candidates?per_page=1";

    /** The next run gets an empty list from every request that starts like this. */
    private static void hide(IncrementalGreenhouse runs, String start) {
        runs.harness().faults().answer(100_000, Faults.request("greenhouse", start), Reply.json(200, "[]"));
    }

    private static void assertNothingListed(IncrementalGreenhouse runs, RunResult result) {
        assertThat(result.failures()).extracting(ItemFailure::reason).containsExactly("nothing_listed");
        assertThat(result.failures().get(0).message())
                .contains("Site Admin", "connector_auth.client_id", "connector_auth.sub");
        assertThat(count(result, Event.READ_FAILURE)).isEqualTo(1);
        assertThat(count(result, Event.READ_GONE)).isZero();
        assertThat(runs.requests(PROBE)).filteredOn(PROBE::equals).hasSize(1);
    }

    @Test
    void doesNotTakeEmptyListsForAGreenhouseInWhichNothingChanged() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            runs.refuse(3);
            String cursor = runs.run().cursor();
            runs.greenhouse().edit(runs.reference(5), candidate -> candidate.put("title", "Pilot"));
            hide(runs, "GET /v3/");

            RunResult blind = runs.run();

            assertNothingListed(runs, blind);
            assertThat(blind.cursor()).isEqualTo(cursor);
            assertThat(runs.failures()).containsExactly(runs.reference(3));
            runs.assertDelivered(runs.run(), 0, 3, 5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "workflow_id, any",
        "created_after, 2001-01-01",
        "updated_after, 2001-01-01",
        "job_id, 149995",
        "candidate_ids, 12"
    })
    void movesNoCursorWhenTheFirstListingIsEmptyAlready(String parameter, String value) {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            runs.with(parameter.equals("workflow_id") ? parameter : "pull_parameters." + parameter, value);
            hide(runs, "GET /v3/");

            RunResult blind = runs.run();

            assertNothingListed(runs, blind);
            assertThat(blind.cursor()).isNull();
        }
    }

    @Test
    void callsNobodyGoneOfAJobWhoseCandidatesAreAllHidden() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12).with("pull_parameters.job_id", "149995")) {
            runs.refuse(8);
            runs.run();
            hide(runs, "GET /v3/candidates");

            assertNothingListed(runs, runs.run());
            assertThat(runs.failures()).containsExactly(runs.reference(8));
        }
    }

    /** The user lost its right while the run was under way. */
    @Test
    void callsNobodyGoneWhenAGroupOfIdsIsEmptyAndSoIsEverythingElse() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(60)) {
            for (int person = 0; person < 55; person++) {
                runs.refuse(person);
            }
            runs.run();
            runs.greenhouse().edit(runs.reference(57), candidate -> candidate.put("title", "Pilot"));
            runs.harness()
                    .faults()
                    .answer(
                            9,
                            Faults.request("greenhouse", "GET /v3/candidates")
                                    .and(request -> request.rawQuery().matches("ids=.*|per_page=1")),
                            Reply.json(200, "[]"));

            RunResult blind = runs.run();

            assertNothingListed(runs, blind);
            assertThat(runs.requests("GET /v3/candidates?ids=")).hasSize(1);
            assertThat(runs.failures()).hasSize(55);
            assertThat(count(blind, Event.READ_SUCCESS)).isEqualTo(1);
        }
    }

    @Test
    void callsGoneWhoIsMissingFromAGreenhouseThatListsOthers() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            List.of(3, 4).forEach(runs::refuse);
            runs.run();
            List.of(3, 4).forEach(person -> runs.greenhouse().remove(runs.reference(person)));

            RunResult result = runs.run();

            assertThat(count(result, Event.READ_GONE)).isEqualTo(2);
            assertThat(result.failures()).isEmpty();
            assertThat(runs.requests("GET /v3/candidates"))
                    .filteredOn(PROBE::equals)
                    .hasSize(1);
            assertThat(runs.failures()).isEmpty();
        }
    }
}
