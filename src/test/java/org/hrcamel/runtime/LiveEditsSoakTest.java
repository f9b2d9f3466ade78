package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hrcamel.runtime.LiveFolder.GREENHOUSE;
import static org.hrcamel.runtime.LiveFolder.SMARTRECRUITERS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.logging.log4j.Level;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody edits for a long time, good and bad, while workflows run each second. */
class LiveEditsSoakTest {

    private static final int EDITS = 500;
    private static final int MOST_AT_ONCE = 6;
    private static final List<String> WORKFLOWS =
            List.of(SMARTRECRUITERS, GREENHOUSE, "hrflow-update-profiles-in-breezyhr");

    @TempDir
    private Path folder;

    @Test
    void afterManyEditsExactlyTheLastSoundVersionsRunAndNothingIsLost() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (LiveFolder live = new LiveFolder(folder, 8, WORKFLOWS);
                CapturedLog log = new CapturedLog(Level.INFO)) {
            for (String workflow : WORKFLOWS) {
                live.set("workflow." + workflow + ".schedule", "* * * * * ?");
                live.set("workflow." + workflow + ".incremental", "true");
            }
            List.of("smartrecruiters", "greenhouse", "hrflow", "breezyhr")
                    .forEach(vendor -> live.set("connector." + vendor + ".rate-limit", "none"));
            List<EditedWorkflow> workflows =
                    WORKFLOWS.stream().map(id -> new EditedWorkflow(live, id)).toList();
            live.start();

            int edits = 0;
            while (edits < EDITS) {
                for (int i = 1 + random.nextInt(MOST_AT_ONCE); i > 0; i--, edits++) {
                    workflows.get(random.nextInt(workflows.size())).edit(random);
                    live.sandbox().editSomebody();
                }
                workflows.forEach(workflow -> settle(workflow, seed));
            }
            workflows.forEach(EditedWorkflow::mend);
            workflows.forEach(workflow -> settle(workflow, seed));

            for (String workflow : WORKFLOWS) {
                live.operations().pause(workflow);
                assertThat(live.workflow(workflow).problems()).isEmpty();
                assertThat(live.results(workflow)).allSatisfy(LiveEditsSoakTest::isWhole);
                await().untilAsserted(() -> assertThat(nothingLeftToChange(live, workflow))
                        .as("seed %d", seed)
                        .isTrue());
            }
            assertThat(log.text()).doesNotContain("do not balance", "an unexpected", "does not start", "does not stop");
        }
    }

    private static void settle(EditedWorkflow workflow, long seed) {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(workflow.isSettled())
                        .as("seed %d: %s", seed, workflow)
                        .isTrue());
    }

    /** It was neither cut off nor given up, and told of everybody it read. */
    private static void isWhole(RunResult result) {
        assertThat(result.status().code()).as("%s", result).isEqualTo("success");
        assertThat(result.events().get(Event.READ_FAILURE)).as("%s", result).isZero();
    }

    private static boolean nothingLeftToChange(LiveFolder live, String workflow) {
        int before = live.results(workflow).size();
        live.operations().run(workflow, new RunRequest(true, true));
        await().until(() -> live.results(workflow).size() > before);
        RunResult result = live.results(workflow).get(live.results(workflow).size() - 1);
        return !result.persist()
                && result.changes().isEmpty()
                && result.events().get(Event.READ_SUCCESS) > 0;
    }
}
