package org.hrcamel.state;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered from run to run, by {@code workflow_id}. Reading creates nothing: a state that is not there yet is an empty one.
 * Thread safe.
 */
public interface State extends AutoCloseable {

    /**
     * Takes the right to run a workflow, and to write its state.
     *
     * @return empty when another run holds it
     */
    Optional<RunLease> lease(String workflowId, String runId) throws StateFailed;

    Optional<Cursor> cursor(String workflowId) throws StateFailed;

    /** The versions in which the target holds these references; one that was never delivered, or is in doubt, is left out. */
    Map<String, String> delivered(String workflowId, Collection<String> references) throws StateFailed;

    /** How many references are delivered. */
    long deliveredCount(String workflowId) throws StateFailed;

    /** What could not be delivered, oldest first. */
    List<Failure> failures(String workflowId) throws StateFailed;

    /** How many could not be delivered. */
    long failureCount(String workflowId) throws StateFailed;

    /**
     * Lets the next run try failures again that had used up their attempts.
     *
     * @param references which ones; none means all
     * @return how many there were
     */
    int retry(String workflowId, Collection<String> references) throws StateFailed;

    /**
     * Takes failures off the list, undelivered.
     *
     * @param references which ones; none means all
     * @return how many there were
     */
    int forget(String workflowId, Collection<String> references) throws StateFailed;

    /**
     * Forgets the cursor and what was delivered, and lets failures be tried again: the next run delivers everything.
     *
     * @return false when a run is under way, which would write on
     */
    boolean reset(String workflowId) throws StateFailed;

    /**
     * Run results, newest first.
     *
     * @param workflowId empty for those of all workflows
     */
    List<FinishedRun> runs(Optional<String> workflowId, int most) throws StateFailed;

    /** When the newest run ended whose status is one of these. */
    Optional<Instant> lastEnd(String workflowId, Collection<String> statuses) throws StateFailed;

    @Override
    void close();
}
