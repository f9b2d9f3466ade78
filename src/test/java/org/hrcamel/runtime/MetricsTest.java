package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hrcamel.runtime.LiveFolder.GREENHOUSE;
import static org.hrcamel.runtime.LiveFolder.SMARTRECRUITERS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.workflow.RunRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus is told of real runs. */
class MetricsTest {

    private static final int PEOPLE = 3;
    private static final String KEY = "workflow." + SMARTRECRUITERS + ".";
    private static final String WRITTEN = "hrcamel_items_total{outcome=\"write_success\"," + of(SMARTRECRUITERS);
    private static final Pattern NAME = Pattern.compile("\\b(hrcamel|jvm|process|system)_[a-z_]+[a-z]\\b");

    @TempDir
    private Path folder;

    private LiveFolder live;
    private HrCamelRuntime runtime;

    @BeforeEach
    void start() {
        live = new LiveFolder(folder, PEOPLE, List.of(SMARTRECRUITERS, GREENHOUSE));
        live.set(KEY + "incremental", "true");
        live.set(KEY + "parallelism", "1");
        runtime = live.start();
    }

    @AfterEach
    void stop() {
        live.close();
    }

    private static String of(String workflow) {
        return "workflow=\"" + workflow + "\"";
    }

    private String scrape() {
        return runtime.metrics().orElseThrow().scrape();
    }

    private void run() {
        runtime.run(SMARTRECRUITERS, RunRequest.AS_SET);
    }

    /** The sum of the series that begin like this. */
    private OptionalDouble value(String start) {
        List<Double> values = scrape().lines()
                .filter(line -> line.startsWith(start))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' '))))
                .toList();
        return values.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        values.stream().mapToDouble(Double::doubleValue).sum());
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(match -> match.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String expressions() throws Exception {
        JsonNode dashboard = new ObjectMapper()
                .readTree(Path.of("docs/grafana-dashboard.json").toFile());
        return String.join("\n", dashboard.path("panels").findValuesAsText("expr")) + dashboard.path("templating");
    }

    @Test
    void everyMetricOfTheDashboardAndTheDocumentationIsThereAfterARun() throws Exception {
        run();
        System.gc();
        await().until(() -> scrape().contains("jvm_gc_pause_seconds_count"));

        Set<String> told = new TreeSet<>();
        for (String line : scrape().split("\n")) {
            told.addAll(names(line));
        }

        assertThat(names(expressions())).hasSizeGreaterThan(15).isSubsetOf(told);
        assertThat(names(Files.readString(Path.of("docs/metrics.md"))))
                .hasSizeGreaterThan(15)
                .isSubsetOf(told);
    }

    @Test
    void everyMetricOfTheProductIsDocumented() throws Exception {
        run();

        assertThat(scrape().lines()
                        .filter(line -> line.startsWith("# TYPE hrcamel_"))
                        .map(line -> line.split(" ")[2]))
                .isNotEmpty()
                .allMatch(names(Files.readString(Path.of("docs/metrics.md")))::contains);
    }

    @Test
    void aRunIsToldByItemsStatusDurationCursorAndSuccess() {
        double before = System.currentTimeMillis() / 1000.0;

        run();

        assertThat(value(WRITTEN)).hasValue(PEOPLE);
        assertThat(value("hrcamel_runs_total{status=\"success\"," + of(SMARTRECRUITERS)))
                .hasValue(1);
        assertThat(value("hrcamel_run_duration_seconds_count{" + of(SMARTRECRUITERS)))
                .hasValue(1);
        assertThat(value("hrcamel_run_duration_seconds_bucket{" + of(SMARTRECRUITERS) + ",le=\"21600.0\""))
                .hasValue(1);
        assertThat(value("hrcamel_last_success_timestamp_seconds{" + of(SMARTRECRUITERS))
                        .orElseThrow())
                .isBetween(before, System.currentTimeMillis() / 1000.0);
        assertThat(value("hrcamel_cursor_age_seconds{" + of(SMARTRECRUITERS)).orElseThrow())
                .isBetween(0.0, 600.0);
        assertThat(value("hrcamel_failures_waiting{" + of(SMARTRECRUITERS))).hasValue(0);
        assertThat(value("hrcamel_cursor_age_seconds{" + of(GREENHOUSE)))
                .as("it never ran")
                .isEmpty();
    }

    @Test
    void itemsCountWhileTheirRunIsUnderWay() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger writes = new AtomicInteger();
        live.sandbox().server().faults().spoil(PEOPLE, Faults.request("hrflow", "PUT /v1/profile/indexing"), reply -> {
            if (writes.incrementAndGet() == 2) {
                wait(goOn);
            }
            return reply;
        });
        live.operations().run(SMARTRECRUITERS, RunRequest.AS_SET);

        await().until(() -> value(WRITTEN).equals(OptionalDouble.of(1)));
        assertThat(value("hrcamel_run_under_way{" + of(SMARTRECRUITERS))).hasValue(1);
        assertThat(value("hrcamel_runs_total{status=\"success\"," + of(SMARTRECRUITERS)))
                .hasValue(0);

        goOn.countDown();

        await().until(() -> live.results(SMARTRECRUITERS).size() == 1);
        assertThat(value(WRITTEN)).hasValue(PEOPLE);
        assertThat(value("hrcamel_run_under_way{" + of(SMARTRECRUITERS))).hasValue(0);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aDryRunCountsNeitherAsARunNorByItsItems() {
        runtime.run(SMARTRECRUITERS, RunRequest.DRY_RUN);

        assertThat(value("hrcamel_items_total{outcome=\"read_success\"," + of(SMARTRECRUITERS)))
                .hasValue(0);
        assertThat(value("hrcamel_runs_total")).hasValue(0);
    }

    @Test
    void aRequestThatIsAnswered429AndThen200IsOneRetry() {
        live.sandbox()
                .server()
                .faults()
                .answer(1, Faults.request("hrflow", "PUT /v1/profile/indexing"), Reply.empty(429));

        run();

        String edit = "hrcamel_requests_total{endpoint=\"hrflow-profile-edit\",";
        assertThat(value(edit + "retry=\"false\",status=\"429\",vendor=\"hrflow\""))
                .hasValue(1);
        assertThat(value(edit + "retry=\"true\",status=\"200\",vendor=\"hrflow\""))
                .hasValue(1);
        assertThat(value(edit + "retry=\"false\",status=\"200\",vendor=\"hrflow\""))
                .hasValue(PEOPLE - 1.0);
        assertThat(value(edit + "retry=\"true\"")).hasValue(1);
        assertThat(value("hrcamel_request_budget_wait_seconds_total{vendor=\"hrflow\"")
                        .orElseThrow())
                .isPositive();
    }

    @Test
    void whatCannotBeDeliveredWaits() {
        live.sandbox()
                .server()
                .faults()
                .answer(1, Faults.request("hrflow", "PUT /v1/profile/indexing"), Reply.empty(422));

        run();

        assertThat(value("hrcamel_failures_waiting{" + of(SMARTRECRUITERS))).hasValue(1);
        assertThat(value("hrcamel_runs_total{status=\"success_with_failures\"," + of(SMARTRECRUITERS)))
                .hasValue(1);
        assertThat(value("hrcamel_last_success_timestamp_seconds{" + of(SMARTRECRUITERS)))
                .isPresent();
    }

    @Test
    void aWorkflowThatIsDeletedDisappearsAndTheOtherStays() {
        run();
        assertThat(scrape()).contains(of(SMARTRECRUITERS), of(GREENHOUSE));

        live.delete(SMARTRECRUITERS);

        await().until(() -> !scrape().contains(of(SMARTRECRUITERS)));
        assertThat(scrape()).contains(of(GREENHOUSE));
    }

    @Test
    void aStateThatCannotBeReadLeavesTheRestWhole() throws Exception {
        Path database = folder.resolve("data/hrcamel.db");
        Files.createDirectories(database.getParent());
        Files.writeString(database, "this is no database, but long enough to be looked at as one".repeat(100));

        run();

        assertThat(value("hrcamel_state_readable")).hasValue(0);
        assertThat(value("hrcamel_failures_waiting")).isEmpty();
        assertThat(value("hrcamel_runs_total{status=\"fatal\"," + of(SMARTRECRUITERS)))
                .hasValue(1);
        assertThat(value("jvm_memory_used_bytes")).isPresent();
    }

    @Test
    void nothingOfAPersonAndNoSecretIsTold() {
        live.sandbox()
                .server()
                .faults()
                .answer(1, Faults.request("hrflow", "PUT /v1/profile/indexing"), Reply.empty(422));
        run();
        String reference =
                live.results(SMARTRECRUITERS).get(0).failures().get(0).reference();

        String told = scrape();

        assertThat(told).doesNotContain(reference, live.sandbox().server().root());
        for (int i = 0; i < PEOPLE; i++) {
            Person person = Population.person(i);
            assertThat(told).doesNotContain(person.email(), person.lastName(), person.phone());
        }
        for (Map.Entry<String, String> setting : live.sandbox().settings().entrySet()) {
            if (setting.getKey().matches(".*(api_key|api_secret|client_secret|x_smart_token|password)")) {
                assertThat(told).doesNotContain(setting.getValue());
            }
        }
    }
}
