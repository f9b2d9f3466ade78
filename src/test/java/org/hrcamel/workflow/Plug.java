package org.hrcamel.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.state.Cursor;
import org.hrcamel.state.Failure;
import org.hrcamel.state.FinishedRun;
import org.hrcamel.state.RunLease;
import org.hrcamel.state.State;
import org.hrcamel.state.StateFailed;

/**
 * Kills a simulated process: once it is pulled nothing takes effect any more, neither at the target nor in the state, as with a
 * process that is gone. It is pulled at the n-th moment that counts: before and after each effect.
 */
final class Plug {

    private long left;

    /**
     * @param moments how many moments pass before it is pulled
     */
    Plug(long moments) {
        this.left = moments;
    }

    synchronized boolean isPulled() {
        return left < 0;
    }

    /** A moment passes. */
    synchronized void check() throws StateFailed {
        if (--left < 0) {
            throw new StateFailed("the process is dead");
        }
    }

    /** A state as this process has it. */
    State behind(State state) {
        return new State() {
            @Override
            public Optional<RunLease> lease(String workflowId, String runId) throws StateFailed {
                check();
                return state.lease(workflowId, runId).map(lease -> new Lease(lease));
            }

            @Override
            public Optional<Cursor> cursor(String workflowId) throws StateFailed {
                return state.cursor(workflowId);
            }

            @Override
            public Map<String, String> delivered(String workflowId, Collection<String> references) throws StateFailed {
                return state.delivered(workflowId, references);
            }

            @Override
            public long deliveredCount(String workflowId) throws StateFailed {
                return state.deliveredCount(workflowId);
            }

            @Override
            public List<Failure> failures(String workflowId) throws StateFailed {
                return state.failures(workflowId);
            }

            @Override
            public long failureCount(String workflowId) throws StateFailed {
                return state.failureCount(workflowId);
            }

            @Override
            public Optional<Instant> lastEnd(String workflowId, Collection<String> statuses) throws StateFailed {
                return state.lastEnd(workflowId, statuses);
            }

            @Override
            public int retry(String workflowId, Collection<String> references) throws StateFailed {
                return state.retry(workflowId, references);
            }

            @Override
            public int forget(String workflowId, Collection<String> references) throws StateFailed {
                return state.forget(workflowId, references);
            }

            @Override
            public boolean reset(String workflowId) throws StateFailed {
                return state.reset(workflowId);
            }

            @Override
            public List<FinishedRun> runs(Optional<String> workflowId, int most) throws StateFailed {
                return state.runs(workflowId, most);
            }

            @Override
            public void close() {
                // The state outlives the process.
            }
        };
    }

    /** Work of a lease. */
    @FunctionalInterface
    private interface Effect {
        void happen() throws StateFailed;
    }

    private final class Lease implements RunLease {

        private final RunLease lease;

        private Lease(RunLease lease) {
            this.lease = lease;
        }

        private void unlessDead(Effect effect) throws StateFailed {
            check();
            effect.happen();
            check();
        }

        @Override
        public boolean isHeld() {
            return !isPulled() && lease.isHeld();
        }

        @Override
        public void doubt(String reference) throws StateFailed {
            unlessDead(() -> lease.doubt(reference));
        }

        @Override
        public void delivered(String reference, String version) throws StateFailed {
            unlessDead(() -> lease.delivered(reference, version));
        }

        @Override
        public void failed(Failure failure) throws StateFailed {
            unlessDead(() -> lease.failed(failure));
        }

        @Override
        public void resolved(String reference) throws StateFailed {
            unlessDead(() -> lease.resolved(reference));
        }

        @Override
        public void finish(FinishedRun run, Optional<Cursor> cursor, boolean attempted, Retention retention)
                throws StateFailed {
            unlessDead(() -> lease.finish(run, cursor, attempted, retention));
        }

        @Override
        public void close() {
            if (!isPulled()) {
                lease.close();
            }
        }
    }
}
