package org.hrcamel.bench;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hrcamel.state.FinishedRun;
import org.hrcamel.state.JdbcState;
import org.hrcamel.state.StateOptions;
import org.quartz.CronExpression;

/**
 * Of the firings due within a span of time: how many took place, and how late.
 *
 * @param due how many the schedules say
 * @param tookPlace how many runs began, each before the next firing of its workflow was due
 * @param late how many of these began more than a second after they were due
 * @param median lateness of those that took place, in milliseconds
 * @param worst lateness, in milliseconds
 */
record Firings(int due, int tookPlace, int late, long median, long worst) {

    private static final Duration LATE = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int MOST = 1_000_000;

    int missed() {
        return due - tookPlace;
    }

    /** Of the runs that a state in SQLite holds. */
    static Firings of(Map<String, String> schedules, Instant from, Instant to, String stateUrl) throws Exception {
        Map<String, NavigableSet<Instant>> begun = new TreeMap<>();
        try (JdbcState state = new JdbcState(new StateOptions(stateUrl, "", "", LEASE))) {
            for (FinishedRun run : state.runs(Optional.empty(), MOST)) {
                begun.computeIfAbsent(run.workflowId(), first -> new TreeSet<>())
                        .add(run.startedAt());
            }
        }
        List<Long> lateness = new ArrayList<>();
        int due = 0;
        for (Map.Entry<String, String> workflow : schedules.entrySet()) {
            NavigableSet<Instant> runs = begun.getOrDefault(workflow.getKey(), new TreeSet<>());
            for (Instant at : due(workflow.getValue(), from, to)) {
                due++;
                Instant next = new CronExpression(workflow.getValue())
                        .getNextValidTimeAfter(Date.from(at))
                        .toInstant();
                Optional.ofNullable(runs.ceiling(at))
                        .filter(run -> run.isBefore(next))
                        .ifPresent(run -> lateness.add(Duration.between(at, run).toMillis()));
            }
        }
        return of(due, lateness);
    }

    private static Firings of(int due, List<Long> lateness) {
        List<Long> sorted = lateness.stream().sorted().toList();
        int late =
                (int) sorted.stream().filter(millis -> millis > LATE.toMillis()).count();
        return sorted.isEmpty()
                ? new Firings(due, 0, 0, 0, 0)
                : new Firings(due, sorted.size(), late, sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }

    private static List<Instant> due(String schedule, Instant from, Instant to) throws ParseException {
        CronExpression cron = new CronExpression(schedule);
        List<Instant> due = new ArrayList<>();
        Date next = cron.getNextValidTimeAfter(Date.from(from.minusMillis(1)));
        while (next != null && next.toInstant().isBefore(to)) {
            due.add(next.toInstant());
            next = cron.getNextValidTimeAfter(next);
        }
        return due;
    }
}
