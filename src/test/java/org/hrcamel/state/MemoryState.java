package org.hrcamel.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A state that lives as long as this object; it passes the same contract test as the real ones. Thread safe. */
public final class MemoryState implements State {

    private record Held(String runId, long fence, Instant expiresAt) {}

    private record Listed(Failure failure, String runId) {}

    private final InstantSource clock;
    private final Duration length;
    private final Map<String, Map<String, String>> delivered = new HashMap<>();
    private final Map<String, Map<String, Listed>> failures = new HashMap<>();
    private final Map<String, Cursor> cursors = new HashMap<>();
    private final Map<String, Held> leases = new HashMap<>();
    private final List<FinishedRun> runs = new ArrayList<>();

    public MemoryState() {
        this(InstantSource.system(), Duration.ofMinutes(1));
    }

    /**
     * @param length of a lease; one that is not used for so long is taken over
     */
    public MemoryState(InstantSource clock, Duration length) {
        this.clock = clock;
        this.length = length;
    }

    @Override
    public synchronized Optional<RunLease> lease(String workflowId, String runId) {
        Held held = leases.get(workflowId);
        if (held != null && held.expiresAt().isAfter(clock.instant())) {
            return Optional.empty();
        }
        long fence = held == null ? 1 : held.fence() + 1;
        leases.put(workflowId, new Held(runId, fence, clock.instant().plus(length)));
        return Optional.of(new Lease(workflowId, runId, fence));
    }

    @Override
    public synchronized Optional<Cursor> cursor(String workflowId) {
        return Optional.ofNullable(cursors.get(workflowId));
    }

    @Override
    public synchronized Map<String, String> delivered(String workflowId, Collection<String> references) {
        Map<String, String> found = new HashMap<>(delivered.getOrDefault(workflowId, Map.of()));
        found.keySet().retainAll(references);
        return found;
    }

    @Override
    public synchronized long deliveredCount(String workflowId) {
        return delivered.getOrDefault(workflowId, Map.of()).size();
    }

    @Override
    public synchronized List<Failure> failures(String workflowId) {
        return failures.getOrDefault(workflowId, Map.of()).values().stream()
                .map(Listed::failure)
                .sorted(Comparator.comparing(Failure::firstAt).thenComparing(Failure::reference))
                .toList();
    }

    @Override
    public synchronized long failureCount(String workflowId) {
        return failures(workflowId).size();
    }

    @Override
    public synchronized int retry(String workflowId, Collection<String> references) {
        Map<String, Listed> listed = failures.getOrDefault(workflowId, new HashMap<>());
        List<String> which = which(listed, references);
        which.forEach(reference -> listed.computeIfPresent(
                reference, (key, entry) -> new Listed(withAttempts(entry.failure(), 0), entry.runId())));
        return which.size();
    }

    @Override
    public synchronized int forget(String workflowId, Collection<String> references) {
        Map<String, Listed> listed = failures.getOrDefault(workflowId, new HashMap<>());
        List<String> which = which(listed, references);
        which.forEach(listed::remove);
        return which.size();
    }

    private static List<String> which(Map<String, Listed> listed, Collection<String> references) {
        return listed.keySet().stream()
                .filter(reference -> references.isEmpty() || references.contains(reference))
                .toList();
    }

    @Override
    public synchronized boolean reset(String workflowId) {
        Held held = leases.get(workflowId);
        if (held != null && held.expiresAt().isAfter(clock.instant())) {
            return false;
        }
        delivered.remove(workflowId);
        cursors.remove(workflowId);
        retry(workflowId, List.of());
        return true;
    }

    @Override
    public synchronized List<FinishedRun> runs(Optional<String> workflowId, int most) {
        return runs.stream()
                .filter(run -> workflowId.isEmpty() || run.workflowId().equals(workflowId.get()))
                .sorted(Comparator.comparing(FinishedRun::startedAt)
                        .thenComparing(FinishedRun::runId)
                        .reversed())
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Optional<Instant> lastEnd(String workflowId, Collection<String> statuses) {
        return runs.stream()
                .filter(run -> run.workflowId().equals(workflowId) && statuses.contains(run.status()))
                .map(FinishedRun::finishedAt)
                .max(Comparator.naturalOrder());
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private static Failure withAttempts(Failure failure, int attempts) {
        return new Failure(
                failure.reference(),
                failure.locator(),
                failure.step(),
                failure.reason(),
                failure.message(),
                failure.version(),
                attempts,
                failure.firstAt(),
                failure.lastAt());
    }

    private static Failure merged(Failure before, Failure now) {
        int attempts = before.version().equals(now.version()) ? before.attempts() : 0;
        return new Failure(
                now.reference(),
                now.locator(),
                now.step(),
                now.reason(),
                now.message(),
                now.version(),
                attempts,
                before.firstAt(),
                now.lastAt());
    }

    private final class Lease implements RunLease {

        private final String workflowId;
        private final String runId;
        private final long fence;
        private boolean closed;

        private Lease(String workflowId, String runId, long fence) {
            this.workflowId = workflowId;
            this.runId = runId;
            this.fence = fence;
        }

        @Override
        public boolean isHeld() {
            synchronized (MemoryState.this) {
                boolean held = !closed && leases.get(workflowId).fence() == fence;
                if (held) {
                    leases.put(
                            workflowId, new Held(runId, fence, clock.instant().plus(length)));
                }
                return held;
            }
        }

        private void check() throws LeaseLost {
            if (closed || leases.get(workflowId).fence() != fence) {
                throw new LeaseLost();
            }
        }

        @Override
        public void doubt(String reference) throws StateFailed {
            synchronized (MemoryState.this) {
                check();
                delivered.getOrDefault(workflowId, new HashMap<>()).remove(reference);
            }
        }

        @Override
        public void delivered(String reference, String version) throws StateFailed {
            synchronized (MemoryState.this) {
                check();
                delivered.computeIfAbsent(workflowId, id -> new HashMap<>()).put(reference, version);
            }
        }

        @Override
        public void failed(Failure failure) throws StateFailed {
            synchronized (MemoryState.this) {
                check();
                Failure fresh = withAttempts(failure, 0);
                failures.computeIfAbsent(workflowId, id -> new TreeMap<>())
                        .merge(
                                failure.reference(),
                                new Listed(fresh, runId),
                                (before, now) -> new Listed(merged(before.failure(), fresh), runId));
            }
        }

        @Override
        public void resolved(String reference) throws StateFailed {
            synchronized (MemoryState.this) {
                check();
                failures.getOrDefault(workflowId, new HashMap<>()).remove(reference);
            }
        }

        @Override
        public void finish(FinishedRun run, Optional<Cursor> cursor, boolean attempted, Retention retention)
                throws StateFailed {
            synchronized (MemoryState.this) {
                check();
                runs.add(run);
                List<FinishedRun> kept = runs(Optional.of(workflowId), retention.most());
                Instant oldest = run.finishedAt().minus(retention.longest());
                runs.removeIf(old -> old.workflowId().equals(workflowId)
                        && (!kept.contains(old) || old.finishedAt().isBefore(oldest)));
                cursor.ifPresent(moved -> cursors.put(workflowId, moved));
                if (attempted) {
                    failures.getOrDefault(workflowId, new HashMap<>())
                            .replaceAll((reference, listed) -> listed.runId().equals(runId)
                                    ? new Listed(
                                            withAttempts(
                                                    listed.failure(),
                                                    listed.failure().attempts() + 1),
                                            runId)
                                    : listed);
                }
            }
        }

        @Override
        public void close() {
            synchronized (MemoryState.this) {
                closed = true;
                if (leases.get(workflowId).fence() == fence) {
                    leases.put(workflowId, new Held(runId, fence, Instant.MIN));
                }
            }
        }
    }
}
