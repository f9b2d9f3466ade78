package org.hrcamel.connector;

import java.util.List;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.RunFatal;
import org.hrcamel.workflow.TargetSession;

/**
 * How a vendor is written.
 *
 * @param push name of the {@code direct:} endpoint that a workflow's push step calls; it tells a workflow's target
 * @param parameters the workflow's {@code push_parameters}
 * @param check what no single parameter can tell
 */
public record Target(String push, List<Parameter<?>> parameters, CrossCheck check, Opening opening) {

    /** Opens a writing session for one run. */
    @FunctionalInterface
    public interface Opening {
        TargetSession open(Side side) throws RunFatal, RequestFailed, CredentialRefused;
    }
}
