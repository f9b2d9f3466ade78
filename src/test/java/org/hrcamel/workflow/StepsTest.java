package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.workflow.SmallWorkflow.FORMAT;
import static org.hrcamel.workflow.SmallWorkflow.PUSH;
import static org.hrcamel.workflow.SmallWorkflow.READ;
import static org.hrcamel.workflow.SmallWorkflow.logics;
import static org.hrcamel.workflow.SmallWorkflow.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.hrcamel.workflow.CallbackStep.CallbackRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logics, format and callback within a run. */
class StepsTest {

    private final SmallWorkflow workflow = new SmallWorkflow();

    private RunResult run() {
        return workflow.run(READ, logics(FORMAT, PUSH));
    }

    private static long count(RunResult result, Event event) {
        return result.events().get(event);
    }

    private static UnaryOperator<JsonNode> plus(int more) {
        return item -> JsonNodeFactory.instance.objectNode().put("n", number(item) + more);
    }

    private static UnaryOperator<JsonNode> failing() {
        return item -> {
            throw new IllegalStateException("secret of the item");
        };
    }

    static List<JsonNode> nothing() {
        List<JsonNode> nothing = new ArrayList<>();
        nothing.add(null);
        nothing.addAll(List.of(NullNode.getInstance(), MissingNode.getInstance(), BooleanNode.FALSE));
        return nothing;
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void aLogicDiscardsAnItemByGivingNothing(JsonNode nothing) {
        workflow.logics = List.of(item -> number(item) < 4 ? nothing : item);
        RunResult result = run();
        assertThat(count(result, Event.LOGICS_DISCARD)).isEqualTo(4);
        assertThat(count(result, Event.WRITE_SUCCESS)).isEqualTo(6);
        assertThat(result.status()).isEqualTo(Status.SUCCESS);
    }

    @Test
    void aLogicKeepsAnItemAsItIsByTrue() {
        List<Integer> formatted = new CopyOnWriteArrayList<>();
        workflow.logics = List.of(plus(100), item -> BooleanNode.TRUE, plus(1));
        workflow.format = Optional.of(item -> {
            formatted.add(number(item));
            return item;
        });
        run();
        assertThat(formatted).containsExactlyInAnyOrder(101, 102, 103, 104, 105, 106, 107, 108, 109, 110);
    }

    @Test
    void noLaterLogicSeesADiscardedItem() {
        workflow.logics = List.of(item -> null, failing());
        assertThat(count(run(), Event.LOGICS_DISCARD)).isEqualTo(10);
    }

    @Test
    void aLogicThatThrowsFailsItsItemAndNamesItself() {
        workflow.logics = List.of(plus(0), item -> number(item) == 7 ? failing().apply(item) : item);
        RunResult result = run();
        assertThat(count(result, Event.LOGICS_FAILURE)).isEqualTo(1);
        assertThat(result.failures())
                .containsExactly(
                        new ItemFailure("7", Step.LOGICS, "logic_failed", "logics[1]: threw IllegalStateException"));
        assertThat(workflow.pushed).hasSize(9).doesNotContain("7");
    }

    @Test
    void theFormatOfTheOperatorReplacesTheConnectorsOwn() {
        workflow.dryRun = true;
        workflow.format =
                Optional.of(item -> JsonNodeFactory.instance.objectNode().put("n", "own"));
        assertThat(run().changes())
                .allSatisfy(change -> assertThat(change.change().to().asText()).isEqualTo("own"));
    }

    @Test
    void aFormatThatThrowsFailsItsItem() {
        workflow.format = Optional.of(item -> number(item) == 7 ? failing().apply(item) : item);
        RunResult result = run();
        assertThat(count(result, Event.FORMAT_FAILURE)).isEqualTo(1);
        assertThat(result.failures())
                .containsExactly(
                        new ItemFailure("7", Step.FORMAT, "format_failed", "the format: threw IllegalStateException"));
    }

    static List<JsonNode> noObjects() {
        List<JsonNode> noObjects = new ArrayList<>(nothing());
        noObjects.add(TextNode.valueOf("x"));
        noObjects.add(JsonNodeFactory.instance.arrayNode());
        return noObjects;
    }

    @ParameterizedTest
    @MethodSource("noObjects")
    void aFormatThatGivesNoObjectFailsItsItem(JsonNode given) {
        workflow.format = Optional.of(item -> given);
        RunResult result = run();
        assertThat(result.reason()).isEqualTo(Reason.FORMAT_FAILURE);
        assertThat(result.failures())
                .hasSize(10)
                .allMatch(failure -> failure.reason().equals("format_gave_no_object"));
        assertThat(workflow.pushed).isEmpty();
    }

    @Test
    void theCallbackIsToldTheResultOnceAfterThePush() {
        RunResult result = run();
        assertThat(workflow.calledBack).singleElement().satisfies(told -> {
            assertThat(told.path("run_id").asText()).isEqualTo(result.runId());
            assertThat(told.path("events").path("write_success").asInt()).isEqualTo(10);
        });
        assertThat(count(result, Event.CALLBACK_EXECUTED)).isEqualTo(1);
    }

    @Test
    void theCallbackIsToldOfFailuresToo() {
        workflow.writer = item -> {
            throw new ItemFailed("profile_not_found", "no such profile");
        };
        run();
        assertThat(workflow.calledBack)
                .singleElement()
                .satisfies(told -> assertThat(told.path("status").asText()).isEqualTo("fatal"));
    }

    @Test
    void theCallbackIsNotCalledWhenNoItemReachedThePush() {
        workflow.logics = List.of(item -> null);
        RunResult result = run();
        assertThat(workflow.calledBack).isEmpty();
        assertThat(count(result, Event.CALLBACK_EXECUTED)).isZero();
    }

    @Test
    void theCallbackIsNotCalledInADryRun() {
        workflow.dryRun = true;
        run();
        assertThat(workflow.calledBack).isEmpty();
    }

    @Test
    void aCallbackThatRefusesLeavesTheRunWithAFailureInItsOwnWords() {
        workflow.callback = result -> {
            throw new CallbackRefused("the callback's address answered HTTP 500");
        };
        RunResult result = run();
        assertThat(result.status()).isEqualTo(Status.SUCCESS_WITH_FAILURES);
        assertThat(count(result, Event.CALLBACK_FAILURE)).isEqualTo(1);
        assertThat(result.failures())
                .containsExactly(new ItemFailure(
                        "", Step.CALLBACK, "callback_failed", "the callback's address answered HTTP 500"));
    }

    @Test
    void aCallbackThatThrowsIsNotQuoted() {
        workflow.callback = result -> {
            throw new IllegalStateException("secret of the item");
        };
        assertThat(run().failures())
                .containsExactly(new ItemFailure(
                        "", Step.CALLBACK, "callback_failed", "the callback threw IllegalStateException"));
    }
}
