package org.hrcamel.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hrcamel.http.Json;
import org.hrcamel.runtime.WorkflowView.RunUnderWay;
import org.hrcamel.state.FinishedRun;
import org.hrcamel.state.StateFailed;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;

/** A workflow's MBean over the {@link Operations}. Thread safe. */
record OperatedWorkflow(String id, Operations operations) implements WorkflowMXBean {

    /** Reads the state; JMX clients are told its failure in a type that they know. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws StateFailed;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (StateFailed failure) {
            throw new IllegalStateException(failure.getMessage());
        }
    }

    private WorkflowView view() {
        return operations.workflow(id).orElseThrow(() -> new IllegalStateException("There is no workflow " + id));
    }

    private Optional<FinishedRun> lastRun() {
        return read(() -> operations.runs(id, 1)).stream().findFirst();
    }

    @Override
    public String getDirection() {
        return view().direction();
    }

    @Override
    public String getSchedule() {
        return view().schedule();
    }

    @Override
    public String getPhase() {
        return view().phase().code();
    }

    @Override
    public boolean isPaused() {
        return view().paused();
    }

    @Override
    public boolean isEditWaiting() {
        return view().editWaits();
    }

    @Override
    public List<String> getProblems() {
        return view().problems().stream().map(Problem::toString).toList();
    }

    @Override
    public String getNextFireTime() {
        return view().nextFire().map(Instant::toString).orElse("");
    }

    @Override
    public String getLastResult() {
        return lastRun().map(FinishedRun::result).orElse("");
    }

    @Override
    public Map<String, Long> getCounters() {
        Optional<RunResult> running = view().running().map(RunUnderWay::soFar);
        return running.isPresent() ? counters(running.get()) : counters(getLastResult());
    }

    private static Map<String, Long> counters(RunResult result) {
        Map<String, Long> counters = new TreeMap<>();
        result.events().forEach((event, count) -> counters.put(event.code(), count));
        return counters;
    }

    private static Map<String, Long> counters(String result) {
        Map<String, Long> counters = new TreeMap<>();
        try {
            JsonNode events = Json.mapper().readTree(result).path("events");
            for (Event event : Event.values()) {
                counters.put(event.code(), events.path(event.code()).asLong());
            }
        } catch (JsonProcessingException unreadable) {
            // A result that an older version kept in another form has no counters.
        }
        return counters;
    }

    @Override
    public String getCursor() {
        return read(() -> operations.cursor(id))
                .map(cursor -> cursor.asOf().toString())
                .orElse("");
    }

    @Override
    public int getFailures() {
        return Math.toIntExact(read(() -> operations.failureCount(id)));
    }

    @Override
    public String runNow() {
        return operations.run(id, RunRequest.AS_SET).code();
    }

    @Override
    public String dryRun() {
        return operations.run(id, RunRequest.DRY_RUN).code();
    }

    @Override
    public String fullRun() {
        return operations.run(id, RunRequest.FULL).code();
    }

    @Override
    public boolean stopRun() {
        return operations.stop(id);
    }

    @Override
    public void pause() {
        operations.pause(id);
    }

    @Override
    public void resume() {
        operations.resume(id);
    }

    @Override
    public int retryFailures() {
        return read(() -> operations.retry(id, List.of()));
    }
}
