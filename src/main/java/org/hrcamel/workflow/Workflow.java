package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;

/**
 * A workflow that is ready to run: settings checked, programs compiled.
 *
 * @param id route id and name of its file
 * @param format what replaces the connector's own mapping, if anything
 * @param callback told the run result after the push
 * @param state what is remembered from run to run
 * @param origin opens a reading session for a run
 * @param target opens a writing session for a run
 */
public record Workflow(
        String id,
        WorkflowSettings settings,
        List<UnaryOperator<JsonNode>> logics,
        Optional<UnaryOperator<JsonNode>> format,
        Optional<Consumer<ObjectNode>> callback,
        WorkflowState state,
        Opening<OriginSession> origin,
        Opening<TargetSession> target) {

    /** Opens one side of a run; checks its credentials and parameters with the vendor as far as that is cheap. */
    @FunctionalInterface
    public interface Opening<S> {
        S open(Run run) throws RunFatal, RequestFailed, CredentialRefused;
    }
}
