package org.hrcamel.connector;

import java.util.List;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.OriginSession;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.RunFatal;

/**
 * How a vendor is read.
 *
 * @param pull name of the {@code direct:} endpoint that a workflow's pull step calls; it tells a workflow's origin
 * @param read name of the {@code direct:} endpoint that reads the whole of one item
 * @param parameters the workflow's {@code pull_parameters}
 * @param check what no single parameter can tell
 */
public record Origin(String pull, String read, List<Parameter<?>> parameters, CrossCheck check, Opening opening) {

    /** Opens a reading session for one run. */
    @FunctionalInterface
    public interface Opening {
        OriginSession open(Side side) throws RunFatal, RequestFailed, CredentialRefused;
    }
}
