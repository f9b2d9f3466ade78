package org.hrcamel.runtime;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.runtime.RunTally.Count;
import org.hrcamel.runtime.StateFigures.Figures;

/**
 * The metrics of the workflows that there are when somebody asks; one that was removed has none any more. Made anew for each scrape:
 * Micrometer's meters would have to be counted up for every item, and be found and taken out again after every edit.
 */
final class WorkflowMetrics implements MultiCollector {

    private static final double MILLIS = 1000.0;

    private final Operations operations;
    private final RunTally tally;
    private final StateFigures state;
    private final InstantSource clock;

    WorkflowMetrics(Operations operations, RunTally tally, StateFigures state, InstantSource clock) {
        this.operations = operations;
        this.tally = tally;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public MetricSnapshots collect() {
        List<WorkflowView> workflows = operations.workflows();
        Map<String, Count> counts = tally.counts();
        Optional<Map<String, Figures>> figures = state.figures();
        CounterSnapshot.Builder items = CounterSnapshot.builder()
                .name("hrcamel_items")
                .help("What became of items, of runs under way too, since the process began");
        CounterSnapshot.Builder runs = CounterSnapshot.builder()
                .name("hrcamel_runs")
                .help("Runs that ended since the process began, without dry runs");
        HistogramSnapshot.Builder durations = HistogramSnapshot.builder()
                .name("hrcamel_run_duration_seconds")
                .unit(Unit.SECONDS)
                .help("How long runs took, without dry runs");
        GaugeSnapshot.Builder underWay =
                GaugeSnapshot.builder().name("hrcamel_run_under_way").help("1 while a run is under way, a dry run too");
        for (WorkflowView workflow : workflows) {
            String id = workflow.id();
            Count count = counts.getOrDefault(id, Count.NONE);
            count.events().forEach((event, sum) -> items.dataPoint(point(labels(id, "outcome", event.code()), sum)));
            count.runs().forEach((status, sum) -> runs.dataPoint(point(labels(id, "status", status.code()), sum)));
            durations.dataPoint(durations(id, count));
            underWay.dataPoint(gauge(id, workflow.running().isPresent() ? 1 : 0));
        }
        MetricSnapshots.Builder all = MetricSnapshots.builder()
                .metricSnapshot(items.build())
                .metricSnapshot(runs.build())
                .metricSnapshot(durations.build())
                .metricSnapshot(underWay.build())
                .metricSnapshot(GaugeSnapshot.builder()
                        .name("hrcamel_state_readable")
                        .help("0 while the state cannot be read: what it tells is missing then")
                        .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                                .value(figures.isPresent() ? 1 : 0)
                                .build())
                        .build());
        figures.ifPresent(found -> addFigures(all, workflows, found));
        return all.build();
    }

    private void addFigures(MetricSnapshots.Builder all, List<WorkflowView> workflows, Map<String, Figures> figures) {
        Instant now = clock.instant();
        GaugeSnapshot.Builder cursors = GaugeSnapshot.builder()
                .name("hrcamel_cursor_age_seconds")
                .unit(Unit.SECONDS)
                .help("How old the oldest change may be that is not delivered or listed as a failure");
        GaugeSnapshot.Builder successes = GaugeSnapshot.builder()
                .name("hrcamel_last_success_timestamp_seconds")
                .unit(Unit.SECONDS)
                .help("When a run came to its end last, in seconds since 1970");
        GaugeSnapshot.Builder failures = GaugeSnapshot.builder()
                .name("hrcamel_failures_waiting")
                .help("Items that could not be delivered and are listed as failures");
        for (WorkflowView workflow : workflows) {
            String id = workflow.id();
            Figures found = figures.get(id);
            if (found == null) {
                // It came after the state was looked at.
                continue;
            }
            found.cursor()
                    .ifPresent(asOf -> cursors.dataPoint(
                            gauge(id, Duration.between(asOf, now).toMillis() / MILLIS)));
            found.lastSuccess().ifPresent(at -> successes.dataPoint(gauge(id, at.toEpochMilli() / MILLIS)));
            failures.dataPoint(gauge(id, (double) found.failures()));
        }
        all.metricSnapshot(cursors.build()).metricSnapshot(successes.build()).metricSnapshot(failures.build());
    }

    private static HistogramDataPointSnapshot durations(String workflow, Count count) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        for (int i = 0; i < count.durations().size(); i++) {
            double bound = i < RunTally.BUCKETS.size() ? RunTally.BUCKETS.get(i).toSeconds() : Double.POSITIVE_INFINITY;
            buckets.bucket(bound, count.durations().get(i));
        }
        return HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(buckets.build())
                .sum(count.seconds())
                .labels(Labels.of("workflow", workflow))
                .build();
    }

    private static Labels labels(String workflow, String name, String value) {
        return Labels.of("workflow", workflow, name, value);
    }

    private static CounterSnapshot.CounterDataPointSnapshot point(Labels labels, long value) {
        return CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(labels)
                .value((double) value)
                .build();
    }

    private static GaugeSnapshot.GaugeDataPointSnapshot gauge(String workflow, double value) {
        return GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(Labels.of("workflow", workflow))
                .value(value)
                .build();
    }
}
