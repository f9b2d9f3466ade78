package org.hrcamel.state;

import java.time.Duration;
import java.util.Optional;

/**
 * One run's right to write its workflow's state, with a fencing number: once another run has taken over, every write of this one is
 * refused. Renews itself until it is closed. Each write has reached the disk, as far as the database promises, when it returns.
 * Thread safe.
 */
public interface RunLease extends AutoCloseable {

    /** Whether the run may still write to its target: nobody can have taken over yet. Costs nothing while the lease is fresh. */
    boolean isHeld();

    /** From now on the target may hold another version than the recorded one: the record is dropped. */
    void doubt(String reference) throws StateFailed;

    /** The target holds this version. */
    void delivered(String reference, String version) throws StateFailed;

    /** Puts an item on the list of failures, or brings its line up to date; another version than before starts from no attempt. */
    void failed(Failure failure) throws StateFailed;

    /** Takes an item off the list of failures. */
    void resolved(String reference) throws StateFailed;

    /**
     * The run is over: keeps its result and, at once with it, moves the cursor and counts an attempt for each of its failures. Then
     * prunes old results.
     *
     * @param cursor empty to leave it where it is
     * @param attempted whether this run's failures count as attempts
     */
    void finish(FinishedRun run, Optional<Cursor> cursor, boolean attempted, Retention retention) throws StateFailed;

    /** Gives the right back. */
    @Override
    void close();

    /**
     * Which run results of a workflow are kept.
     *
     * @param most how many
     * @param longest for how long
     */
    record Retention(int most, Duration longest) {}
}
