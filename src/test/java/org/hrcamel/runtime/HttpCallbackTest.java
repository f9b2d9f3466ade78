package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.SandboxServer;
import org.hrcamel.sandbox.SimulatedVendor;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.ItemFailure;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.hrcamel.workflow.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator's own server, told what each run did. */
class HttpCallbackTest {

    private final Receiver receiver = new Receiver();
    private final SandboxServer server = new SandboxServer(0, Duration.ZERO, List.of(receiver)).start();
    private final WorkflowHarness harness =
            new WorkflowHarness("smartrecruiters-update-profiles-in-hrflow", 2).with("callback", url());

    private String url() {
        return server.root() + "/hook/done?token=callback-secret";
    }

    @AfterEach
    void close() {
        harness.close();
        server.close();
    }

    @Test
    void receivesTheRunResultOnceAfterTheLastItem() {
        RunResult result = harness.run();

        assertThat(count(result, Event.CALLBACK_EXECUTED)).isEqualTo(1);
        assertThat(receiver.bodies).hasSize(1);
        JsonNode told = receiver.bodies.element();
        assertThat(told.path("run_id").asText()).isEqualTo(result.runId());
        assertThat(told.path("workflow").asText()).isEqualTo("smartrecruiters-update-profiles-in-hrflow");
        assertThat(told.path("status").asText()).isEqualTo("success");
        assertThat(told.at("/events/write_success").asInt()).isEqualTo(2);
        assertThat(told.has("changes")).isFalse();
    }

    @Test
    void makesASuccessfulRunOneWithFailuresWhenItRefusesWithoutShowingItsAddress() {
        server.faults().answer(100, Faults.request("hook", "POST"), Reply.empty(400));

        RunResult result = harness.run();

        assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
        assertThat(count(result, Event.CALLBACK_FAILURE)).isEqualTo(1);
        assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(2);
        assertThat(result.failures()).extracting(ItemFailure::step).containsExactly(Step.CALLBACK);
        assertThat(result.json().toString()).doesNotContain("callback-secret");
    }

    @Test
    void hearsOfARunOfFailuresToo() {
        harness.faults()
                .answer(100, Faults.request("hrflow", "PUT"), Reply.json(422, "{\"code\":422,\"message\":\"bad\"}"));

        RunResult result = harness.run();

        assertThat(result.status()).isEqualTo(Status.FATAL);
        assertThat(receiver.bodies).hasSize(1);
        assertThat(receiver.bodies.element().path("failures")).hasSize(2);
    }

    @Test
    void hearsNothingOfADryRun() {
        RunResult result = harness.dryRun();

        assertThat(count(result, Event.CALLBACK_EXECUTED)).isZero();
        assertThat(receiver.bodies).isEmpty();
    }

    @Test
    void hearsNothingWhenNoItemReachedThePush() {
        harness.with("logics[0]", "jq:empty").run();

        assertThat(receiver.bodies).isEmpty();
    }

    private static final class Receiver implements SimulatedVendor {

        private final Queue<JsonNode> bodies = new ConcurrentLinkedQueue<>();

        @Override
        public String name() {
            return "hook";
        }

        @Override
        public Reply answer(Request request) {
            request.json().ifPresent(bodies::add);
            return Reply.empty(204);
        }

        @Override
        public Map<String, String> settings(String root) {
            return Map.of();
        }
    }
}
