package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;

/** One run's writing to a target. Used by many threads at once. */
public interface TargetSession extends AutoCloseable {

    /**
     * Brings one item to the target.
     *
     * @param formatted the target's own form, as the format made it
     * @param dryRun read and compare, but write nothing
     */
    Outcome push(Item item, JsonNode formatted, boolean dryRun)
            throws ItemFailed, RequestFailed, CredentialRefused, RunFatal;

    /** Gives back what the session holds, such as a sign-in; called once at the end of the run, however it ends. */
    @Override
    default void close() {}
}
