package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a run asks the vendors: needless requests use up a quota that the next workflow needs. */
class RequestCountsTest {

    private static final int PEOPLE = 120;

    private static WorkflowHarness workflow(String id) {
        WorkflowHarness harness = new WorkflowHarness(id, PEOPLE).with("incremental", "true");
        for (String connector : List.of("jazzhr", "flatchr", "greenhouse", "smartrecruiters", "hrflow", "breezyhr")) {
            harness.withSetting("connector." + connector + ".rate-limit", "none");
        }
        return harness;
    }

    private static long requests(WorkflowHarness harness, String vendor, String line) {
        return harness.ledger().entries(vendor).stream()
                .filter(entry -> entry.line().matches(line))
                .count();
    }

    // JazzHR's list tells no time of change, and some of Flatchr's people applied twice.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "jazzhr,          'GET /v1/applicants/(?!page)[^/]*',     120, 120",
        "flatchr,         'GET /company/[^/]*/applicant/[^/]*',   124, 0",
        "smartrecruiters, 'GET /candidates/[^/]*',                120, 0",
    })
    void aChangedProfileIsReadOnceAndWrittenOnceAndAnUnchangedOneCostsHrflowNothing(
            String system, String detail, int details, int unchangedDetails) {
        try (WorkflowHarness harness = workflow(system + "-update-profiles-in-hrflow")) {
            // Without résumés, of which Flatchr gives one a second.
            harness.with("push_parameters.only_edit_fields", "info,tags");
            RunResult result = harness.run();

            assertThat(WorkflowHarness.count(result, Event.WRITE_SUCCESS)).isEqualTo(PEOPLE);
            assertThat(requests(harness, system, detail)).isEqualTo(details);
            assertThat(harness.requests("hrflow", "GET /v1/source")).isEqualTo(1);
            assertThat(harness.requests("hrflow", "GET /v1/profile/indexing")).isEqualTo(PEOPLE);
            assertThat(harness.requests("hrflow", "PUT /v1/profile/indexing")).isEqualTo(PEOPLE);

            harness.ledger().clear();
            harness.run();

            assertThat(requests(harness, system, detail)).isEqualTo(unchangedDetails);
            assertThat(harness.ledger().entries("hrflow")).hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"jazzhr, GET /v1/applicants/page/.*", "smartrecruiters, 'GET /candidates\\?.*'"})
    void aListIsReadAHundredRowsARequest(String system, String list) {
        try (WorkflowHarness harness = workflow(system + "-update-profiles-in-hrflow")) {
            harness.with("logics[0]", "jq:empty").run();

            assertThat(requests(harness, system, list)).isEqualTo(2);
        }
    }

    @Test
    void greenhouseIsAskedForPagesAndNeverForSingleCandidates() {
        try (WorkflowHarness harness = workflow("greenhouse-update-profiles-in-hrflow")) {
            RunResult result = harness.run();

            assertThat(WorkflowHarness.count(result, Event.WRITE_SUCCESS)).isEqualTo(PEOPLE);
            assertThat(harness.requests("hrflow", "GET /v1/profile/indexing")).isEqualTo(PEOPLE);
            assertThat(harness.requests("hrflow", "PUT /v1/profile/indexing")).isEqualTo(PEOPLE);
            // Six lists of what belongs to candidates, each asked for some 50 of them at once, and the lists of names.
            assertThat(harness.ledger().entries("greenhouse")).hasSizeLessThan(30);
        }
    }

    @Test
    void breezyIsSignedInToOnceARunAndEachCandidateIsReadAndEditedOnce() {
        try (WorkflowHarness harness = workflow("hrflow-update-profiles-in-breezyhr")) {
            RunResult result = harness.run();

            assertThat(WorkflowHarness.count(result, Event.WRITE_SUCCESS)).isEqualTo(PEOPLE);
            assertThat(requests(harness, "breezyhr", "POST /v3/signin")).isEqualTo(1);
            assertThat(requests(harness, "breezyhr", "GET /v3/signout")).isEqualTo(1);
            assertThat(requests(harness, "breezyhr", "PUT /v3/company/.*/candidate/[^/]*"))
                    .isEqualTo(PEOPLE);

            harness.ledger().clear();
            harness.run();

            assertThat(requests(harness, "breezyhr", "(PUT|POST) /v3/company/.*"))
                    .isZero();
        }
    }
}
