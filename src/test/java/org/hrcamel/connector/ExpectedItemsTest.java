package org.hrcamel.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunProgress;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many items a run is to come through, as each origin tells while the run is under way. */
class ExpectedItemsTest {

    private static final String EACH = """
                        aggregationStrategy: "#itemAccounting"
                        steps:
            """;
    private static final String LOOK = """
                          - bean:
                              beanType: org.hrcamel.connector.ProgressProbe
                              method: look
            """;

    @TempDir
    private Path routes;

    @BeforeEach
    void forget() {
        ProgressProbe.SEEN.clear();
    }

    /** The shipped workflow with one item at a time, and a look at its progress before each. */
    private WorkflowHarness harness(String workflow, int people) throws IOException {
        String file = workflow + ".camel.yaml";
        String route = Files.readString(Path.of("routes", file));
        assertThat(route).contains(EACH);
        Files.writeString(routes.resolve(file), route.replace(EACH, EACH + LOOK));
        return new WorkflowHarness(workflow, people).withRoutes(routes).with("parallelism", "1");
    }

    private WorkflowHarness inbound(String vendor, int people) throws IOException {
        return harness(vendor + "-update-profiles-in-hrflow", people);
    }

    /** What was told when the first item passed. */
    private static OptionalLong first() {
        return ProgressProbe.SEEN.element().total();
    }

    private static List<RunProgress> seen() {
        return List.copyOf(ProgressProbe.SEEN);
    }

    private static long read(RunResult result) {
        return count(result, Event.READ_SUCCESS);
    }

    @Test
    void smartrecruitersTellsWithTheFirstPage() throws IOException {
        try (WorkflowHarness harness = inbound("smartrecruiters", 12).with("pull_parameters.limit", "3")) {
            assertThat(read(harness.run())).isEqualTo(12);
            assertThat(first()).hasValue(12);
        }
    }

    @Test
    void anIncrementalRunExpectsWhatTheListingOfChangesSays() throws IOException {
        try (WorkflowHarness harness = inbound("smartrecruiters", 12)
                .with("incremental", "true")
                .withSetting("hrcamel.state.overlap", "1ms")) {
            harness.run();
            forget();
            harness.sandbox().editSomebody();
            RunResult second = harness.run();
            assertThat(seen()).hasSize((int) read(second));
            assertThat(first()).hasValue(read(second));
            assertThat(read(second)).isLessThan(12);
        }
    }

    @Test
    void hrflowTellsWithTheFirstPage() throws IOException {
        try (WorkflowHarness harness =
                harness("hrflow-update-profiles-in-breezyhr", 12).withSetting("connector.hrflow.page-size", "3")) {
            assertThat(read(harness.run())).isEqualTo(12);
            assertThat(first()).hasValue(12);
        }
    }

    @Test
    void jazzhrKnowsAllBeforeTheFirst() throws IOException {
        try (WorkflowHarness harness = inbound("jazzhr", 12)) {
            assertThat(read(harness.run())).isEqualTo(12);
            assertThat(first()).hasValue(12);
            assertThat(seen().get(0).listed()).isGreaterThanOrEqualTo(12);
        }
    }

    @Test
    void flatchrKnowsAllCandidatesBeforeTheFirst() throws IOException {
        try (WorkflowHarness harness = inbound("flatchr", 12)) {
            RunResult result = harness.run();
            assertThat(first()).hasValue(read(result));
            assertThat(seen().get(0).listed()).isGreaterThanOrEqualTo(12);
        }
    }

    @Test
    void greenhouseTellsNothingBeforeItsLastPage() throws IOException {
        try (WorkflowHarness harness = inbound("greenhouse", 60)) {
            RunResult result = harness.run();
            assertThat(read(result)).isEqualTo(60);
            assertThat(first()).isEmpty();
            assertThat(seen().get(seen().size() - 1).total()).hasValue(read(result));
        }
    }
}
