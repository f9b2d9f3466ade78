package org.hrcamel.workflow;

import java.time.Duration;
import org.hrcamel.state.RunLease.Retention;
import org.hrcamel.state.State;
import org.jspecify.annotations.Nullable;

/**
 * The state as one workflow uses it.
 *
 * @param state null of a workflow that is only probed
 * @param shape fingerprint of everything that decides what the target gets of an item; a version delivered in another shape is not
 *     delivered
 * @param listing fingerprint of what the origin is asked for, and of the shape; a cursor of another listing does not count
 * @param maxAttempts how many runs try an item in vain before it waits for an operator
 * @param overlap how long before its cursor a listing begins, since clocks and indexes of origins are not exact
 */
public record WorkflowState(
        @Nullable State state, String shape, String listing, int maxAttempts, Duration overlap, Retention retention) {

    /** Of a workflow that is only {@link Probe probed}: there is no state behind it, so that none can be touched. */
    public static WorkflowState none() {
        return new WorkflowState(null, "", "", 1, Duration.ZERO, new Retention(1, Duration.ZERO));
    }

    /**
     * @throws IllegalStateException of a workflow that is only probed
     */
    @Override
    public State state() {
        if (state == null) {
            throw new IllegalStateException("A workflow that is only probed has no state");
        }
        return state;
    }
}
