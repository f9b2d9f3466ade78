package org.hrcamel.runtime;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.hrcamel.http.RequestMeter;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * What Prometheus is told of the runtime. Labels are ids of workflows, names of vendors and endpoints, and codes: nothing of a person,
 * no secret, nothing without bound. Thread safe.
 */
public final class Metrics implements AutoCloseable {

    /** Of what {@link #scrape} gives. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration LONGEST_READING = Duration.ofSeconds(2);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final RequestMetrics requests = new RequestMetrics(registry);
    private final InstantSource clock;
    private final RunTally tally;
    private volatile @Nullable StateFigures state;

    /**
     * @param active the runs under way
     */
    Metrics(Supplier<List<Run>> active, InstantSource clock) {
        this.tally = new RunTally(active);
        this.clock = clock;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        gc.bindTo(registry);
    }

    /** From now on the workflows are told of too. */
    void watch(Operations operations) {
        StateFigures figures = new StateFigures(new FiguresReading(operations), clock, LONGEST_READING);
        state = figures;
        registry.getPrometheusRegistry().register(new WorkflowMetrics(operations, tally, figures, clock));
    }

    /** Measures the requests to vendors. */
    RequestMeter.OfVendors requests() {
        return requests;
    }

    /** A run has ended. */
    void finished(RunResult result) {
        tally.finished(result);
        StateFigures figures = state;
        if (figures != null) {
            figures.renew();
        }
    }

    /** Everything in Prometheus' text format, within a bounded time even if the state's database hangs. */
    public String scrape() {
        return registry.scrape(CONTENT_TYPE);
    }

    @Override
    public void close() {
        StateFigures figures = state;
        if (figures != null) {
            figures.close();
        }
        gc.close();
        registry.close();
    }
}
