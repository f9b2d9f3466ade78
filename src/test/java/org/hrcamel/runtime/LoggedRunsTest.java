package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which workflow and which run stands on each line of the log. */
class LoggedRunsTest {

    private static final int PEOPLE = 12;

    /** Steps of an operator's own: one that goes on in another thread, and one that tells whose item it has. */
    private static final String OWN_STEPS = """
            - delay:
                asyncDelayed: true
                expression:
                  constant: "1"
            - log:
                message: "own step of ${routeId}"
                loggingLevel: WARN
            """;

    private static String workflow(LogEvent line) {
        return line.getContextData().getValue("workflow");
    }

    private static String run(LogEvent line) {
        return line.getContextData().getValue("run");
    }

    private static String message(LogEvent line) {
        return line.getMessage().getFormattedMessage();
    }

    @Test
    void everyLineOfARunThatFailsAndRetriesNamesWorkflowAndRun() {
        try (WorkflowHarness harness = new WorkflowHarness(LiveFolder.SMARTRECRUITERS, PEOPLE);
                CapturedLog log = new CapturedLog()) {
            harness.with("logics[0]", "jq:if (tostring | length) % 5 == 0 then error(\"no\") else . end");
            harness.faults()
                    .answer(1, Faults.request("smartrecruiters", "GET /candidates"), Reply.empty(500))
                    .answer(3, Faults.request("hrflow", "PUT /v1/profile/indexing"), Reply.json(400, "{}"))
                    .answer(2, Faults.request("hrflow", "PUT /v1/profile/indexing"), Reply.empty(503));

            RunResult result = harness.run();

            List<LogEvent> lines = log.events().stream()
                    .dropWhile(line -> !message(line).startsWith("run begins"))
                    .toList();
            lines = lines.subList(0, 1 + lastEnd(lines));
            assertThat(lines).extracting(LoggedRunsTest::message).anyMatch(text -> text.contains("trying again in"));
            assertThat(lines).extracting(LoggedRunsTest::message).anyMatch(text -> text.contains("failed at push"));
            assertThat(lines).allSatisfy(line -> {
                assertThat(workflow(line)).as(message(line)).isEqualTo(LiveFolder.SMARTRECRUITERS);
                assertThat(run(line)).as(message(line)).isEqualTo(result.runId());
            });
        }
    }

    private static int lastEnd(List<LogEvent> lines) {
        int last = lines.size() - 1;
        while (!message(lines.get(last)).startsWith("run ends")) {
            last--;
        }
        return last;
    }

    @Test
    void workflowsThatRunAtOnceAreNeverTakenForEachOther(@TempDir Path folder) {
        try (LiveFolder live = new LiveFolder(folder, PEOPLE, LiveFolder.ALL);
                CapturedLog log = new CapturedLog(Level.INFO)) {
            LiveFolder.ALL.forEach(workflow -> live.save(workflow, withOwnSteps(live.text(workflow))));
            live.start();

            LiveFolder.ALL.forEach(workflow -> live.operations().run(workflow, RunRequest.AS_SET));
            await().until(() -> LiveFolder.ALL.stream()
                    .noneMatch(workflow -> live.results(workflow).isEmpty()));

            for (String workflow : LiveFolder.ALL) {
                RunResult result = live.results(workflow).get(0);
                List<LogEvent> own = log.events().stream()
                        .filter(line -> message(line).equals("own step of " + workflow))
                        .toList();
                assertThat(own).isNotEmpty();
                assertThat(own).extracting(LoggedRunsTest::workflow).containsOnly(workflow);
                assertThat(own).extracting(LoggedRunsTest::run).containsOnly(result.runId());
            }
            Set<String> runs = log.events().stream()
                    .filter(line -> message(line).startsWith("run ends"))
                    .map(line -> workflow(line) + " " + run(line))
                    .collect(Collectors.toSet());
            assertThat(runs).hasSize(LiveFolder.ALL.size());
        }
    }

    /** Before the step that reads an item. */
    private static String withOwnSteps(String route) {
        int read = route.indexOf("-read");
        int step = route.lastIndexOf("- to:", read);
        int line = route.lastIndexOf('\n', step) + 1;
        return route.substring(0, line) + OWN_STEPS.indent(step - line) + route.substring(line);
    }
}
