package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.runtime.WorkflowHarness.count;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Ledger;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.greenhouse.SimulatedGreenhouse;
import org.hrcamel.state.Failure;
import org.hrcamel.state.JdbcState;
import org.hrcamel.state.StateFailed;
import org.hrcamel.state.StateOptions;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunResult;

/** Incremental runs over one state, of which the ledger shows the requests of the last one. */
final class IncrementalGreenhouse implements AutoCloseable {

    private final List<Person> people;
    private final WorkflowHarness harness;

    IncrementalGreenhouse(int people) {
        this.people = Population.of(people);
        harness = new WorkflowHarness(GreenhouseOriginTest.WORKFLOW, people).with("incremental", "true");
    }

    IncrementalGreenhouse with(String name, String value) {
        harness.with(name, value);
        return this;
    }

    IncrementalGreenhouse withSetting(String key, String value) {
        harness.withSetting(key, value);
        return this;
    }

    WorkflowHarness harness() {
        return harness;
    }

    SimulatedGreenhouse greenhouse() {
        return harness.sandbox().greenhouse();
    }

    String reference(int person) {
        return greenhouse().reference(Population.person(person));
    }

    void editEverybody() {
        people.forEach(person -> greenhouse().edit(reference(person.index()), row -> row.put("title", "Pilot")));
    }

    /** HrFlow refuses this person's profile in the next run. */
    void refuse(int person) {
        String reference = "\"" + reference(person) + "\"";
        Predicate<Request> push =
                Faults.request("hrflow", "PUT").and(request -> request.text().contains(reference));
        harness.faults().answer(1, push, Reply.json(422, "{\"code\":422}"));
    }

    /** The references that are listed as failures. */
    List<String> failures() {
        StateOptions options = new StateOptions(
                "jdbc:sqlite:" + harness.directory().resolve("data/hrcamel.db"), "", "", Duration.ofSeconds(30));
        try (JdbcState state = new JdbcState(options)) {
            return state.failures(GreenhouseOriginTest.WORKFLOW).stream()
                    .map(Failure::reference)
                    .toList();
        } catch (StateFailed failure) {
            throw new IllegalStateException(failure);
        }
    }

    RunResult run() {
        harness.ledger().clear();
        RunResult result = harness.run();
        harness.faults().clear();
        assertThat(harness.ledger().violations()).isEmpty();
        return result;
    }

    /** A run by the clock of a Greenhouse for which it is this time. */
    RunResult runAt(Instant time) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
        harness.faults().spoil(100_000, Faults.request("greenhouse", "GET /v"), reply -> reply.with("Date", date));
        return run();
    }

    /** The requests of the last run to Greenhouse that start like this. */
    List<String> requests(String start) {
        return harness.ledger().entries("greenhouse").stream()
                .map(Ledger.Entry::line)
                .filter(line -> line.startsWith(start))
                .toList();
    }

    /** The requests of the last run for the children of candidates. */
    List<String> childrenRead() {
        return requests("GET /v3/").stream()
                .filter(line -> line.contains("candidate_ids="))
                .toList();
    }

    /** The last run sent exactly these people to HrFlow, by their numbers, and left so many others out. */
    void assertDelivered(RunResult result, long skipped, int... people) {
        assertThat(harness.requests("hrflow", "GET /v1/profile/indexing")).isEqualTo(people.length);
        for (int person : people) {
            assertThat(harness.ledger().entries("hrflow"))
                    .as("%s", person)
                    .anyMatch(entry -> entry.line().startsWith("GET /v1/profile/indexing")
                            && entry.line().contains("reference=" + reference(person)));
        }
        assertThat(count(result, Event.READ_SUCCESS)).isEqualTo(people.length + skipped);
        assertThat(count(result, Event.SKIPPED_UNCHANGED)).isEqualTo(skipped);
    }

    @Override
    public void close() {
        harness.close();
    }
}
