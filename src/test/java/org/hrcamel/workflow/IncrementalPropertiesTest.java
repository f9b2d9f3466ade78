package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.workflow.Event.FORMAT_FAILURE;
import static org.hrcamel.workflow.Event.LOGICS_DISCARD;
import static org.hrcamel.workflow.Event.LOGICS_FAILURE;
import static org.hrcamel.workflow.Event.READ_SUCCESS;
import static org.hrcamel.workflow.Event.SKIPPED_ARCHIVED;
import static org.hrcamel.workflow.Event.SKIPPED_UNCHANGED;
import static org.hrcamel.workflow.Event.WRITE_FAILURE;
import static org.hrcamel.workflow.Event.WRITE_SUCCESS;
import static org.hrcamel.workflow.Event.WRITE_UNCHANGED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.hrcamel.state.Failure;
import org.hrcamel.state.MemoryState;
import org.hrcamel.workflow.SimulatedPeople.Kind;
import org.hrcamel.workflow.SimulatedProfiles.Fault;

/**
 * Whatever happens, no version is lost: after any history of changes, faults, crashes, edits of the settings and resets, one quiet run
 * leaves every person's last version at the target or on the list of failures.
 */
class IncrementalPropertiesTest {

    private static final List<String> REFERENCES = List.of("a", "b", "c", "d", "e", "f", "g");
    private static final long FOREVER = Long.MAX_VALUE;

    /** Thousands of runs would say when they begin and end. */
    @BeforeContainer
    static void beQuiet() {
        Configurator.setLevel("org.hrcamel", Level.OFF);
    }

    @AfterContainer
    static void beAsBefore() {
        Configurator.reconfigure();
    }

    /** Something that happens. */
    private sealed interface Happening {}

    /** Somebody comes or changes. */
    private record Changed(String reference, int content, boolean sameTime) implements Happening {}

    /** Somebody goes. */
    private record Deleted(String reference) implements Happening {}

    /** The target gets, or no longer has, a profile of somebody. */
    private record Known(String reference, boolean known) implements Happening {}

    private record SettingsEdited() implements Happening {}

    private record Retried() implements Happening {}

    private record WasReset() implements Happening {}

    /** A run in which things go wrong. */
    private record Ran(
            Map<Integer, List<Happening>> betweenPages,
            int brokenPage,
            String unreadable,
            Map<String, Fault> faults,
            long momentsToLive,
            boolean full)
            implements Happening {}

    @Property(tries = 1500)
    void everyLastVersionIsDeliveredOrListedAfterAQuietRun(
            @ForAll("histories") List<Happening> history,
            @ForAll Kind kind,
            @ForAll @LongRange(min = -500, max = 500) long skew)
            throws Exception {
        World world = World.after(history, kind, skew);
        world.quietRun();
        world.assertNothingIsLost();
    }

    @Property(tries = 500)
    void aSecondQuietRunDeliversNothing(
            @ForAll("histories") List<Happening> history,
            @ForAll Kind kind,
            @ForAll @LongRange(min = -500, max = 500) long skew)
            throws Exception {
        World world = World.after(history, kind, skew);
        world.quietRun();
        RunResult second = world.quietRun();
        assertThat(second.events().get(WRITE_SUCCESS)).isZero();
        assertThat(second.events().get(WRITE_UNCHANGED)).isZero();
    }

    @Provide
    Arbitrary<List<Happening>> histories() {
        return Arbitraries.frequencyOf(Tuple.of(8, changes()), Tuple.of(6, runs()), Tuple.of(2, others()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    private static Arbitrary<String> references() {
        return Arbitraries.of(REFERENCES);
    }

    /** Few contents, so that people often go back to what they were. */
    private static Arbitrary<Happening> changes() {
        return Combinators.combine(
                        references(), Arbitraries.integers().between(0, 2), Arbitraries.of(true, false, false))
                .as(Changed::new);
    }

    private static Arbitrary<Happening> others() {
        return Arbitraries.oneOf(
                references().map(Deleted::new),
                Combinators.combine(references(), Arbitraries.of(true, false)).as(Known::new),
                Arbitraries.just(new SettingsEdited()),
                Arbitraries.just(new Retried()),
                Arbitraries.just(new WasReset()));
    }

    private static Arbitrary<Happening> runs() {
        Arbitrary<Map<Integer, List<Happening>>> meanwhile = Arbitraries.maps(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.oneOf(changes(), references().<Happening>map(Deleted::new))
                                .list()
                                .ofMaxSize(2))
                .ofMaxSize(2);
        Arbitrary<Integer> brokenPage = Arbitraries.of(99, 99, 99, 0, 1, 2);
        Arbitrary<String> unreadable = Arbitraries.of("", "", "", "a", "b", "c", "d");
        Arbitrary<Map<String, Fault>> faults =
                Arbitraries.maps(references(), Arbitraries.of(Fault.class)).ofMaxSize(3);
        Arbitrary<Long> moments = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(FOREVER)),
                Tuple.of(1, Arbitraries.longs().between(0, 40)));
        return Combinators.combine(
                        meanwhile, brokenPage, unreadable, faults, moments, Arbitraries.of(false, false, false, true))
                .as(Ran::new);
    }

    /** Origin, target and state, and what happens to them. */
    private static final class World {

        private final SimulatedPeople origin;
        private final SimulatedProfiles target = new SimulatedProfiles();
        private final MemoryState state;
        private final IncrementalRuns runs;

        private World(Kind kind, long skew) {
            origin = new SimulatedPeople(kind, skew);
            state = new MemoryState(origin::ourTime, Duration.ofSeconds(1));
            runs = new IncrementalRuns(origin, target, state);
        }

        private static World after(List<Happening> history, Kind kind, long skew) {
            World world = new World(kind, skew);
            history.forEach(world::happens);
            return world;
        }

        private void happens(Happening event) {
            if (event instanceof Changed changed) {
                origin.change(changed.reference(), changed.content(), changed.sameTime());
            } else if (event instanceof Deleted deleted) {
                origin.delete(deleted.reference());
            } else if (event instanceof Known known) {
                target.know(known.reference(), known.known());
            } else if (event instanceof SettingsEdited) {
                runs.editSettings();
            } else if (event instanceof Retried) {
                state.retry(IncrementalRuns.WORKFLOW_ID, List.of());
            } else if (event instanceof WasReset) {
                state.reset(IncrementalRuns.WORKFLOW_ID);
            } else if (event instanceof Ran ran) {
                run(ran);
            }
        }

        private void run(Ran ran) {
            Map<Integer, Runnable> betweenPages = ran.betweenPages().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> () -> entry.getValue().forEach(this::happens)));
            origin.during(betweenPages, ran.brokenPage(), ran.unreadable());
            Plug plug = new Plug(ran.momentsToLive());
            target.during(ran.faults(), plug);
            RunResult result = runs.run(plug, new RunRequest(false, ran.full()));
            if (plug.isPulled()) {
                // Until another run may take over.
                origin.pass(2_000);
            } else {
                assertBooksBalance(result);
            }
        }

        private RunResult quietRun() {
            origin.during(Map.of(), Integer.MAX_VALUE, "");
            Plug plug = new Plug(FOREVER);
            target.during(Map.of(), plug);
            RunResult result = runs.run(plug, RunRequest.AS_SET);
            assertBooksBalance(result);
            return result;
        }

        private static void assertBooksBalance(RunResult result) {
            Map<Event, Long> counts = result.events();
            long settled = Stream.of(
                            SKIPPED_UNCHANGED,
                            SKIPPED_ARCHIVED,
                            LOGICS_DISCARD,
                            LOGICS_FAILURE,
                            FORMAT_FAILURE,
                            WRITE_SUCCESS,
                            WRITE_UNCHANGED,
                            WRITE_FAILURE)
                    .mapToLong(counts::get)
                    .sum();
            assertThat(counts.get(READ_SUCCESS)).as("%s", result).isEqualTo(settled);
        }

        private void assertNothingIsLost() {
            Map<String, Failure> listed = state.failures(IncrementalRuns.WORKFLOW_ID).stream()
                    .collect(Collectors.toMap(Failure::reference, failure -> failure));
            Map<String, JsonNode> held = target.held();
            origin.contents().forEach((reference, content) -> {
                JsonNode wanted = JsonNodeFactory.instance
                        .objectNode()
                        .put("id", reference)
                        .put("content", content)
                        .put("settings", runs.settings());
                Failure failure = listed.get(reference);
                if (failure == null) {
                    assertThat(held.get(reference))
                            .as("the profile of %s", reference)
                            .isEqualTo(wanted);
                } else if (target.knows(reference)) {
                    // Nothing goes wrong in a quiet run, so only those are left whom earlier ones gave up, in this very
                    // version.
                    assertThat(failure.attempts()).isGreaterThanOrEqualTo(IncrementalRuns.MAX_ATTEMPTS);
                    assertThat(failure.version()).endsWith(runs.settings() + ":" + origin.version(reference));
                }
            });
        }
    }
}
