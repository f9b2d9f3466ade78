package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Ledger;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.SimulatedAts;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real program is killed at seeded moments of a run, while people go there and back; the next run must put everything right. */
class CrashTest {

    private static final int PEOPLE = 30;
    private static final int CRASHES = 15;
    private static final int PARALLELISM = 8;
    private static final Pattern REFERENCE = Pattern.compile("reference=([^&]+)");

    @TempDir
    private Path folder;

    /** One origin tells times of change, the other none. */
    @ParameterizedTest
    @ValueSource(strings = {"smartrecruiters", "jazzhr"})
    void afterAKilledRunTheNextOneBringsTheTargetUpToDateAndRepeatsNoMoreThanWasOnTheWay(String vendor)
            throws Exception {
        String workflow = vendor + "-update-profiles-in-hrflow";
        try (WorkflowHarness harness = new WorkflowHarness(workflow, PEOPLE)) {
            harness.with("incremental", "true").with("parallelism", String.valueOf(PARALLELISM));
            harness.withSetting("hrcamel.state.url", "jdbc:sqlite:" + folder.resolve("hrcamel.db"));
            harness.withSetting("hrcamel.state.lease", "1s");
            World world = new World(harness, vendor);
            for (int seed = 0; seed < CRASHES; seed++) {
                Random random = new Random(seed);
                world.edit(random);
                Collection<String> sent = world.killedRun(workflow, random);
                Set<String> editedSince = random.nextBoolean() ? world.edit(random) : Set.of();
                harness.ledger().clear();

                RunResult next = world.run();

                assertThat(next.status()).as("after crash %d: %s", seed, next).isEqualTo(Status.SUCCESS);
                world.assertUpToDate(seed);
                Set<String> twice = new HashSet<>(sent);
                twice.retainAll(references(harness.ledger()));
                twice.removeAll(editedSince);
                assertThat(twice).as("sent twice after crash %d", seed).hasSizeLessThanOrEqualTo(PARALLELISM);
            }
        }
    }

    /** Whose profiles were asked for. */
    private static Set<String> references(Ledger ledger) {
        Set<String> references = new HashSet<>();
        for (Ledger.Entry entry : ledger.entries("hrflow")) {
            Matcher reference = REFERENCE.matcher(entry.line());
            if (reference.find()) {
                references.add(reference.group(1));
            }
        }
        return references;
    }

    /** The people with the phone numbers they have at the origin. */
    private final class World {

        private final WorkflowHarness harness;
        private final SimulatedAts system;
        private final Map<String, String> phones = new HashMap<>();

        private World(WorkflowHarness harness, String vendor) {
            this.harness = harness;
            this.system = vendor.equals("jazzhr")
                    ? harness.sandbox().jazzhr()
                    : harness.sandbox().smartrecruiters();
        }

        /** Some get another of two numbers, so that many go back to what they had. */
        private Set<String> edit(Random random) {
            Set<String> edited = new HashSet<>();
            for (int i = 0; i < PEOPLE; i++) {
                if (random.nextInt(3) > 0) {
                    String phone = "+1777000000" + random.nextInt(2);
                    harness.sandbox().setPhone(i, phone);
                    String reference = system.reference(Population.of(PEOPLE).get(i));
                    phones.put(reference, phone);
                    edited.add(reference);
                }
            }
            return edited;
        }

        /** A run of the real program that is killed with the n-th request, shortly after it or shortly before its answer. */
        private Collection<String> killedRun(String workflow, Random random) throws InterruptedException {
            harness.ledger().clear();
            AtomicReference<ProgramProcess> program = new AtomicReference<>();
            AtomicInteger requests = new AtomicInteger();
            int last = 1 + random.nextInt(3 * PEOPLE);
            long later = random.nextInt(3_000_000);
            harness.faults().spoil(1, request -> requests.incrementAndGet() == last, reply -> {
                killSoon(program.get(), later);
                return random.nextBoolean() ? reply : Reply.empty(500);
            });
            String[] run = Program.with(harness.settings(), "run", workflow, "--routes", "routes");
            try (ProgramProcess started = new ProgramProcess(folder, run)) {
                program.set(started);
                started.exitCode();
            }
            harness.faults().clear();
            return references(harness.ledger());
        }

        private void killSoon(ProgramProcess program, long nanos) {
            new Thread(() -> {
                        LockSupport.parkNanos(nanos);
                        program.kill();
                    })
                    .start();
        }

        /** As soon as the dead run's lease has ended. */
        private RunResult run() {
            AtomicReference<RunResult> result = new AtomicReference<>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                result.set(harness.run());
                return result.get().reason() != Reason.ALREADY_RUNNING;
            });
            return result.get();
        }

        private void assertUpToDate(int seed) {
            phones.forEach((reference, phone) -> {
                JsonNode held = harness.profile(system.name(), reference)
                        .<JsonNode>map(ObjectNode.class::cast)
                        .orElseThrow();
                assertThat(held.path("info").path("phone").asText())
                        .as("%s after crash %d", reference, seed)
                        .isEqualTo(phone);
            });
        }
    }
}
