package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that an operator writes into a shipped route: the run goes on counting every item once. */
class OperatorStepsTest {

    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";
    private static final int PEOPLE = 5;

    @TempDir
    private Path routes;

    private static String dropTheFirstTwo(String indent) {
        return """
                - filter:
                    simple: "${exchangeProperty.CamelSplitIndex} < 2"
                    steps:
                      - stop: {}
                """.indent(indent.length());
    }

    private static String failTheFirstTwo(String indent) {
        return """
                - filter:
                    simple: "${exchangeProperty.CamelSplitIndex} < 2"
                    steps:
                      - throwException:
                          exceptionType: java.lang.IllegalStateException
                          message: "cannot do with ${body}"
                """.indent(indent.length());
    }

    /** Writes the shipped route with an operator's steps before the step of this id. */
    private WorkflowHarness withStepsBefore(String step, boolean fail) throws IOException {
        String file = WORKFLOW + ".camel.yaml";
        String[] lines = Files.readString(Path.of("routes", file)).split("\n");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            if (i + 1 < lines.length && lines[i + 1].strip().equals("id: smartrecruiters-" + step)) {
                String indent = lines[i].substring(0, lines[i].indexOf('-'));
                text.append(fail ? failTheFirstTwo(indent) : dropTheFirstTwo(indent));
            }
            text.append(lines[i]).append('\n');
        }
        assertThat(text.toString()).contains("CamelSplitIndex");
        Files.writeString(routes.resolve(file), text);
        return new WorkflowHarness(WORKFLOW, PEOPLE).withRoutes(routes);
    }

    private static long settled(RunResult result) {
        return count(result, Event.LOGICS_DISCARD)
                + count(result, Event.LOGICS_FAILURE)
                + count(result, Event.FORMAT_FAILURE)
                + count(result, Event.WRITE_SUCCESS)
                + count(result, Event.WRITE_UNCHANGED)
                + count(result, Event.WRITE_FAILURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "logics", "format", "push"})
    void anItemThatAFilterDropsCountsAsDiscarded(String step) throws IOException {
        try (WorkflowHarness harness = withStepsBefore(step, false)) {
            RunResult result = harness.run();
            assertThat(result.status()).as("%s", result).isEqualTo(Status.SUCCESS);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(PEOPLE);
            assertThat(count(result, Event.LOGICS_DISCARD)).isEqualTo(2);
            assertThat(settled(result)).isEqualTo(PEOPLE);
            assertThat(harness.requests("hrflow", "PUT")).isEqualTo(count(result, Event.WRITE_SUCCESS));
        }
    }

    @ParameterizedTest
    @CsvSource({"logics, LOGICS_FAILURE", "format, FORMAT_FAILURE", "push, WRITE_FAILURE"})
    void anItemThatAStepFailsCountsOnceWhereItWasAndItsTextStaysUntold(String step, Event event) throws IOException {
        try (WorkflowHarness harness = withStepsBefore(step, true)) {
            RunResult result = harness.run();
            assertThat(result.status()).as("%s", result).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(PEOPLE);
            assertThat(count(result, event)).isEqualTo(2);
            assertThat(settled(result)).isEqualTo(PEOPLE);
            assertThat(result.failures()).hasSize(2).allSatisfy(failure -> {
                assertThat(failure.reason()).isEqualTo("unexpected_error");
                assertThat(failure.message()).isEqualTo("an unexpected IllegalStateException");
            });
        }
    }

    @Test
    void anItemThatAStepFailsBeforeItIsReadCountsAsNotRead() throws IOException {
        try (WorkflowHarness harness = withStepsBefore("read", true)) {
            RunResult result = harness.run();
            assertThat(result.status()).as("%s", result).isEqualTo(Status.SUCCESS_WITH_FAILURES);
            assertThat(count(result, Event.READ_FAILURE)).isEqualTo(2);
            assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(PEOPLE - 2);
            assertThat(settled(result)).isEqualTo(PEOPLE - 2);
        }
    }
}
