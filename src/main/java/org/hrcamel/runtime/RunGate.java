package org.hrcamel.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrcamel.workflow.RunRequest;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a workflow's runs and the replacement of its route apart: no run is cut off, and none begins on a route that is going or not
 * quite there. Each run passes before Quartz hands it to Camel, see {@link GateKeeper}. Thread safe.
 */
final class RunGate {

    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, Runnable> waiting = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Map<String, List<RunRequest>> turnedAway = new HashMap<>();

    /** Whether a run may begin now; {@link #leave} must follow if so. */
    synchronized boolean enter(String workflow, RunRequest request) {
        if (closed.contains(workflow)) {
            turnedAway.computeIfAbsent(workflow, first -> new ArrayList<>()).add(request);
            return false;
        }
        running.merge(workflow, 1, Integer::sum);
        return true;
    }

    void leave(String workflow) {
        Runnable next = null;
        synchronized (this) {
            if (running.merge(workflow, -1, Integer::sum) == 0) {
                running.remove(workflow);
                next = close(workflow, waiting.remove(workflow));
            }
        }
        if (next != null) {
            next.run();
        }
    }

    /**
     * Closes the gate as soon as no run is under way, then calls the action; the gate stays closed until {@link #open}.
     *
     * @param action replaces an earlier one that still waits; must return soon, since a run's thread may call it
     */
    void closeWhenIdle(String workflow, Runnable action) {
        Runnable now = null;
        synchronized (this) {
            if (running.containsKey(workflow)) {
                waiting.put(workflow, action);
            } else {
                now = close(workflow, action);
            }
        }
        if (now != null) {
            now.run();
        }
    }

    private @Nullable Runnable close(String workflow, @Nullable Runnable action) {
        if (action != null) {
            closed.add(workflow);
        }
        return action;
    }

    /** Takes back what still waits for the end of a run. */
    synchronized void forgetWaiting(String workflow) {
        waiting.remove(workflow);
    }

    /** Whether something waits for the end of the run under way. */
    synchronized boolean isWaiting(String workflow) {
        return waiting.containsKey(workflow);
    }

    /**
     * Lets runs begin again.
     *
     * @return what was asked for meanwhile, which nobody will repeat
     */
    synchronized List<RunRequest> open(String workflow) {
        closed.remove(workflow);
        List<RunRequest> requests = turnedAway.remove(workflow);
        return requests == null ? List.of() : requests;
    }
}
