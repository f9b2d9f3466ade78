package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.hrflow.SimulatedHrflow;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.ItemFailure;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators write into the settings, in a whole run: logics, format and placeholders. */
class OperatorFunctionsOfARunTest {

    private static WorkflowHarness harness(int people) {
        return new WorkflowHarness("smartrecruiters-update-profiles-in-hrflow", people);
    }

    private static String phone(WorkflowHarness harness) {
        String reference = harness.sandbox().smartrecruiters().reference(Population.person(0));
        return harness.profile("smartrecruiters", reference)
                .orElseThrow()
                .at("/info/phone")
                .asText();
    }

    /** Changes every item. */
    public static final class OtherPhone implements UnaryOperator<JsonNode> {
        @Override
        public JsonNode apply(JsonNode candidate) {
            return ((ObjectNode) candidate.deepCopy()).put("phoneNumber", "+44 1");
        }
    }

    /** Discards every item. */
    public static final class Nobody implements UnaryOperator<JsonNode> {
        @Override
        public JsonNode apply(JsonNode candidate) {
            return null;
        }
    }

    /** Fails on every item, with a message that quotes it. */
    public static final class Broken implements UnaryOperator<JsonNode> {
        @Override
        public JsonNode apply(JsonNode candidate) {
            throw new IllegalStateException(candidate.path("email").asText());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jq:.phoneNumber = \"+44 1\"",
                "jq:., (.phoneNumber = \"+44 1\")",
                "class:org.hrcamel.runtime.OperatorFunctionsOfARunTest$OtherPhone"
            })
    void aLogicChangesTheItem(String logic) {
        try (WorkflowHarness harness = harness(1).with("logics[0]", logic)) {
            RunResult result = harness.run();

            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(phone(harness)).isEqualTo("+44 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jq:true", "jq:.email != null", "jq:select(.email != null)", "jq:."})
    void aLogicKeepsTheItem(String logic) {
        try (WorkflowHarness harness = harness(1).with("logics[0]", logic)) {
            RunResult result = harness.run();

            assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(1);
            assertThat(phone(harness)).isEqualTo("+15550000000");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jq:empty",
                "jq:null",
                "jq:false",
                "jq:select(.email == null)",
                "class:org.hrcamel.runtime.OperatorFunctionsOfARunTest$Nobody"
            })
    void aLogicDiscardsTheItem(String logic) {
        try (WorkflowHarness harness = harness(2).with("logics[0]", logic)) {
            RunResult result = harness.run();

            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(result.reason()).isEqualTo(Reason.NONE);
            assertThat(count(result, Event.LOGICS_DISCARD)).isEqualTo(2);
            assertThat(harness.requests("hrflow", "PUT")).isZero();
        }
    }

    @Test
    void eachLogicSeesWhatTheOneBeforeItMade() {
        try (WorkflowHarness harness = harness(1)
                .with("logics[0]", "jq:.phoneNumber = \"1\"")
                .with("logics[1]", "jq:.phoneNumber == \"1\"")
                .with("logics[2]", "jq:.phoneNumber += \"2\"")) {
            harness.run();

            assertThat(phone(harness)).isEqualTo("12");
        }
    }

    @Test
    void aLogicThatFailsForAllEndsTheRunWithoutShowingThem() {
        try (CapturedLog log = new CapturedLog();
                WorkflowHarness harness =
                        harness(2).with("logics[0]", "class:org.hrcamel.runtime.OperatorFunctionsOfARunTest$Broken")) {
            RunResult result = harness.run();

            assertThat(result.status()).isEqualTo(Status.FATAL);
            assertThat(result.reason()).isEqualTo(Reason.LOGICS_FAILURE);
            assertThat(result.failures()).extracting(ItemFailure::reason).containsOnly("logic_failed");
            assertThat(result.toString()).doesNotContain("@example.com");
            assertThat(log.text().lines().filter(line -> line.startsWith("WARN") || line.startsWith("INFO")))
                    .noneMatch(line -> line.contains("@example.com"));
        }
    }

    @Test
    void aFormatOfTheOperatorsReplacesTheMapping(@TempDir Path folder) throws IOException {
        Path program = Files.writeString(
                folder.resolve("acme.jq"),
                "{info: {phone: .email}, tags: [{name: \"rating\", value: .averageRating}]}");
        try (WorkflowHarness harness = harness(1).with("format", "jq:file:" + program)) {
            RunResult result = harness.run();

            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(phone(harness)).isEqualTo("candidate0@example.com");
            assertThat(harness.ledger().violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jq:empty", "jq:\"text\"", "jq:error(\"no\")"})
    void aFormatThatGivesNoObjectFailsTheItem(String format) {
        try (WorkflowHarness harness = harness(2).with("format", format)) {
            RunResult result = harness.run();

            assertThat(result.reason()).isEqualTo(Reason.FORMAT_FAILURE);
            assertThat(count(result, Event.FORMAT_FAILURE)).isEqualTo(2);
            assertThat(harness.requests("hrflow", "PUT")).isZero();
        }
    }

    @Test
    void aSettingMayComeFromTheEnvironmentOrFromItsDefault() {
        try (WorkflowHarness harness = harness(1)
                .with("workflow_id", "{{env:PATH}}")
                .with("hrflow_auth.api_secret", "{{env:HRCAMEL_NOT_SET:" + SimulatedHrflow.API_SECRET + "}}")) {
            RunResult result = harness.run();

            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(result.workflowId()).isEqualTo(System.getenv("PATH"));
        }
    }
}
