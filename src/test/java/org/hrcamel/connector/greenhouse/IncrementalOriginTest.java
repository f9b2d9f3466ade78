package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncrementalOriginTest {

    /** The résumé of the second person, which names its application only. */
    private static final long RESUME_WITHOUT_CANDIDATE = 90_005;

    private static final String[] EVERY_LIST = {
        "applications", "attachments", "candidate_educations", "candidate_employments"
    };

    @Test
    void readsNoChildAndSendsNothingWhenNothingChanged() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            assertThat(count(runs.run(), Event.READ_SUCCESS)).isEqualTo(12);

            RunResult result = runs.run();

            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            runs.assertDelivered(result, 0);
            // Five lists of changes, and whether anybody is listed at all.
            assertThat(runs.requests("GET /v3/"))
                    .hasSize(6)
                    .allMatch(
                            line -> line.contains("updated_at=gte%7C") || line.equals("GET /v3/candidates?per_page=1"));
        }
    }

    @Test
    void asksEveryListForWhatChangedSinceTheLastRunByTheClockOfGreenhouse() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(1).withSetting("hrcamel.state.overlap", "10m")) {
            runs.runAt(Instant.parse("2026-11-01T12:00:00Z"));

            runs.run();

            // Ten minutes, and as long as the first answer took.
            String since = "updated_at=gte%7C2026-11-01T11%3A4";
            assertThat(runs.requests("GET /v3/candidates?per_page=50&" + since)).hasSize(1);
            for (String list : List.of("applications", "candidate_educations", "candidate_employments")) {
                assertThat(runs.requests("GET /v3/" + list + "?" + since)).hasSize(1);
            }
            assertThat(runs.requests("GET /v3/attachments?type=resume&" + since))
                    .hasSize(1);
        }
    }

    @Test
    void deliversTheEditedCandidateAloneAndReadsTheChildrenOfNobodyElse() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            runs.run();
            runs.greenhouse().edit(runs.reference(3), candidate -> candidate.put("last_name", "Newly"));

            RunResult result = runs.run();

            runs.assertDelivered(result, 0, 3);
            assertThat(runs.childrenRead())
                    .hasSize(4)
                    .allMatch(line -> line.contains("candidate_ids=" + runs.reference(3) + "&"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"applications", "attachments", "candidate_educations", "candidate_employments"})
    void deliversACandidateThatStoodStillWhileSomethingBesideItChanged(String list) {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            runs.run();
            runs.greenhouse().editChild(runs.reference(10), list, row -> row.put("location_address", "Elsewhere"));

            RunResult result = runs.run();

            runs.assertDelivered(result, 0, 10);
            assertThat(runs.requests("GET /v3/candidates?ids=" + runs.reference(10)))
                    .hasSize(1);
            // The overlap shows the same change again, which is delivered by now, as the children tell.
            runs.assertDelivered(runs.run(), 1);
            assertThat(runs.childrenRead()).isNotEmpty();
        }
    }

    @Test
    void findsTheCandidateOfAChangedResumeThatNamesItsApplicationOnly() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            runs.run();
            runs.greenhouse().edit("attachments", RESUME_WITHOUT_CANDIDATE, row -> row.put("filename", "new.pdf"));

            runs.assertDelivered(runs.run(), 0, 1);
            runs.assertDelivered(runs.run(), 1);
        }
    }

    @Test
    void deliversEachOfSeveralCandidatesThatChangedAtTheSameTime() {
        String time = Instant.now().toString();
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            runs.run();
            for (int person : List.of(2, 7)) {
                runs.greenhouse().edit(runs.reference(person), candidate -> candidate.put("updated_at", time));
            }
            runs.greenhouse().editChild(runs.reference(8), "applications", row -> row.put("updated_at", time));
            runs.assertDelivered(runs.run(), 0, 2, 7, 8);
            runs.greenhouse().edit(runs.reference(9), candidate -> candidate.put("updated_at", time));

            runs.assertDelivered(runs.run(), 3, 9);
        }
    }

    @Test
    void leavesOutACandidateThatTheOverlapListsAgain() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            runs.greenhouse().edit(runs.reference(2), candidate -> candidate.put("last_name", "Newly"));
            runs.greenhouse().editChild(runs.reference(2), "candidate_educations", row -> row.put("latest", false));
            runs.run();

            runs.assertDelivered(runs.run(), 1);
            assertThat(runs.requests("GET /v3/candidates?ids=")).isEmpty();
            assertThat(runs.childrenRead()).isNotEmpty();
        }
    }

    /** It changed after its list was read, while a list that was read later showed a change of the same time or a later one. */
    @ParameterizedTest
    @ValueSource(longs = {0, 60})
    void deliversAChangeThatShowsUpAfterOneThatIsNoOlderWasDelivered(long seconds) {
        Instant time = Instant.now();
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            runs.run();
            runs.greenhouse()
                    .editChild(
                            runs.reference(10), "candidate_employments", row -> row.put("updated_at", time.toString()));
            runs.assertDelivered(runs.run(), 0, 10);
            String before = time.minusSeconds(seconds).toString();
            runs.greenhouse().editChild(runs.reference(10), "applications", row -> row.put("updated_at", before));

            runs.assertDelivered(runs.run(), 0, 10);
            runs.assertDelivered(runs.run(), 1);
        }
    }

    @Test
    void deliversEverybodyOfSeveralPagesOnceThoughACursorExpires() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(60)) {
            runs.run();
            runs.editEverybody();
            runs.greenhouse().expireCursors(1);

            RunResult result = runs.run();

            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(60);
        }
    }

    @Test
    void followsAListOfChangesOverItsPages() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(3)) {
            runs.run();
            String now = Instant.now().toString();
            for (int id = 0; id < 500; id++) {
                runs.greenhouse()
                        .add(
                                "candidate_employments",
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("id", 90_000_000 + id)
                                        .put("candidate_id", Long.parseLong(runs.reference(0)))
                                        .put("updated_at", now));
            }
            // Its id is lower, so that it stands on the second page.
            runs.greenhouse().editChild(runs.reference(1), "candidate_employments", row -> row.put("title", "Pilot"));

            runs.assertDelivered(runs.run(), 0, 0, 1);
        }
    }

    @Test
    void countsAsGoneWhoIsNotThereThoughSomethingBesideItChanged() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(1)) {
            runs.run();
            runs.greenhouse()
                    .add(
                            "candidate_employments",
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("id", 1)
                                    .put("candidate_id", 12)
                                    .put("updated_at", Instant.now().toString()));

            RunResult result = runs.run();

            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_GONE)).isEqualTo(1);
        }
    }

    @Test
    void doesNotLookBesideTheCandidatesWhenToldSo() {
        try (IncrementalGreenhouse runs = new IncrementalGreenhouse(12)) {
            runs.withSetting("connector.greenhouse.child-updates", "false").run();
            for (String list : EVERY_LIST) {
                runs.greenhouse().editChild(runs.reference(10), list, row -> row.put("latest", false));
            }
            runs.greenhouse().edit(runs.reference(3), candidate -> candidate.put("title", "Pilot"));
            runs.assertDelivered(runs.run(), 0, 3);
            assertThat(runs.requests("GET /v3/"))
                    .filteredOn(line -> line.contains("updated_at"))
                    .hasSize(1);

            RunResult result = runs.withSetting("connector.greenhouse.child-updates", "true")
                    .run();

            // Another setting, another listing: what was not looked for is found.
            runs.assertDelivered(result, 11, 10);
        }
    }
}
