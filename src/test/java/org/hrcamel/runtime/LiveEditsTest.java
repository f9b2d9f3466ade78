package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hrcamel.runtime.LiveFolder.GREENHOUSE;
import static org.hrcamel.runtime.LiveFolder.SMARTRECRUITERS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator saves while the runtime runs. */
class LiveEditsTest {

    private static final String KEY = "workflow." + SMARTRECRUITERS + ".";

    @TempDir
    private Path folder;

    private LiveFolder live;
    private HrCamelRuntime runtime;

    @BeforeEach
    void start() {
        live = new LiveFolder(folder, 5, List.of(SMARTRECRUITERS, GREENHOUSE));
        runtime = live.start();
    }

    @AfterEach
    void stop() {
        live.close();
    }

    /** One run by hand of what is in place. */
    private RunResult run(String workflow) {
        int before = live.results(workflow).size();
        // One whose result is told already may be about to end.
        await().until(() -> live.operations().run(workflow, RunRequest.AS_SET) == Operations.Started.STARTED);
        await().until(() -> live.results(workflow).size() > before);
        return live.results(workflow).get(before);
    }

    private void untilBroken(String workflow) {
        await().until(() -> live.workflow(workflow).isBroken());
    }

    private List<String> problems(String workflow) {
        return live.workflow(workflow).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void aChangedSettingTakesEffectFromTheNextRunOn() {
        assertThat(run(SMARTRECRUITERS).events().get(Event.LOGICS_DISCARD)).isZero();

        live.set(KEY + "logics", "jq:empty");

        await().untilAsserted(() -> assertThat(run(SMARTRECRUITERS).events().get(Event.LOGICS_DISCARD))
                .isEqualTo(5));
    }

    @Test
    void aChangedScheduleFires() {
        live.set(KEY + "schedule", "* * * * * ?");

        await().until(() -> live.results(SMARTRECRUITERS).size() >= 2);
        assertThat(live.results(GREENHOUSE)).isEmpty();
    }

    @Test
    void aChangedRouteRunsItsNewSteps() {
        String text = live.text(SMARTRECRUITERS);
        String logics = "                    - filter:\n                        id: smartrecruiters-logics";

        live.saveByRename(SMARTRECRUITERS, text.replace(logics, """
                                            - throwException:
                                                id: smartrecruiters-mine
                                                message: none
                                                exceptionType: java.lang.IllegalStateException
                        """ + logics));

        await().until(() -> run(SMARTRECRUITERS).events().get(Event.LOGICS_FAILURE) == 5);
    }

    @Test
    void anUnsoundRouteChangesNothingAndIsToldWithItsPlaceUntilItIsMended() {
        String sound = live.text(SMARTRECRUITERS);

        live.save(SMARTRECRUITERS, sound.replace("direct:hrflow-profile-update", "direct:hrflow-profile-updat"));

        untilBroken(SMARTRECRUITERS);
        assertThat(problems(SMARTRECRUITERS))
                .anyMatch(
                        problem -> problem.matches(
                                ".*smartrecruiters-update-profiles-in-hrflow.camel.yaml:\\d+:\\d+: error: .*hrflow-profile-update.*"));
        assertThat(run(SMARTRECRUITERS).events().get(Event.READ_SUCCESS)).isEqualTo(5);

        live.save(SMARTRECRUITERS, sound);

        await().until(() -> !live.workflow(SMARTRECRUITERS).isBroken());
        assertThat(problems(SMARTRECRUITERS)).isEmpty();
    }

    @Test
    void anUnsoundSettingOfOneWorkflowDoesNotKeepAnotherFromChanging() {
        live.set(KEY + "parallelism", "many");
        live.set("workflow." + GREENHOUSE + ".logics", "jq:empty");

        untilBroken(SMARTRECRUITERS);
        await().untilAsserted(() ->
                assertThat(run(GREENHOUSE).events().get(Event.LOGICS_DISCARD)).isPositive());
        assertThat(run(SMARTRECRUITERS).events().get(Event.READ_SUCCESS)).isEqualTo(5);
        assertThat(problems(SMARTRECRUITERS)).singleElement().asString().contains("parallelism = many");
    }

    @Test
    void aDeletedFileTakesItsWorkflowOut() {
        live.delete(SMARTRECRUITERS);

        await().until(() -> live.operations().workflow(SMARTRECRUITERS).isEmpty());
        await().until(() ->
                live.operations().run(SMARTRECRUITERS, RunRequest.AS_SET) == Operations.Started.NOT_DEPLOYED);
        assertThat(live.workflow(GREENHOUSE).deployed()).isTrue();
    }

    @Test
    void aNewFileWithItsSettingsIsAnotherWorkflow() {
        String id = "another-customer";
        live.sandbox().settings().forEach((key, value) -> {
            if (key.startsWith(KEY)) {
                live.set(key.replace(SMARTRECRUITERS, id), value.replace(SMARTRECRUITERS, id));
            }
        });
        // Step ids stand once in all files.
        live.save(
                id,
                live.text(SMARTRECRUITERS)
                        .replace(SMARTRECRUITERS, id)
                        .replace("id: smartrecruiters-", "id: another-"));

        await().until(() ->
                live.operations().workflow(id).filter(WorkflowView::deployed).isPresent());
        assertThat(run(id).events().get(Event.READ_SUCCESS)).isEqualTo(5);
    }

    @Test
    void aWorkflowThatIsNoLongerEnabledIsTakenOutAndComesBack() {
        live.set(KEY + "enabled", "false");
        await().until(() -> !live.workflow(SMARTRECRUITERS).deployed());
        assertThat(live.workflow(SMARTRECRUITERS).phase()).isEqualTo(WorkflowView.Phase.DISABLED);

        live.set(KEY + "enabled", "true");

        await().until(() -> live.workflow(SMARTRECRUITERS).deployed());
        assertThat(run(SMARTRECRUITERS).events().get(Event.READ_SUCCESS)).isEqualTo(5);
    }

    @Test
    void theSettingsOfAConnectorReachTheWorkflowsThatUseIt() {
        live.set("connector.smartrecruiters.base-url", live.sandbox().server().root() + "/nowhere");

        await().until(() -> run(SMARTRECRUITERS).events().get(Event.READ_SUCCESS) == 0);
        assertThat(run(GREENHOUSE).events().get(Event.READ_SUCCESS)).isPositive();
    }

    @Test
    void anEditedProgramFileTakesEffect() throws IOException {
        Path program = Files.writeString(folder.resolve("mine.jq"), ".");
        live.set(KEY + "logics", "jq:file:mine.jq");
        await().untilAsserted(() -> assertThat(problems(SMARTRECRUITERS)).isEmpty());
        assertThat(run(SMARTRECRUITERS).events().get(Event.LOGICS_DISCARD)).isZero();

        Files.writeString(program, "empty");

        await().until(() -> run(SMARTRECRUITERS).events().get(Event.LOGICS_DISCARD) == 5);
    }

    @Test
    void aFolderThatIsAwayForAMomentTakesNothingOut() throws IOException {
        Files.move(folder.resolve("routes"), folder.resolve("away"));
        await().until(() -> live.operations().problems().stream().anyMatch(Problem::isError));

        assertThat(run(SMARTRECRUITERS).events().get(Event.READ_SUCCESS)).isEqualTo(5);

        Files.move(folder.resolve("away"), folder.resolve("routes"));
        await().until(() -> live.operations().problems().isEmpty());
    }

    @Test
    void aSettingThatCountsFromTheNextStartOnSaysSo() {
        live.set("hrcamel.state.lease", "45s");

        await().until(() -> live.operations().problems().stream()
                .anyMatch(problem -> problem.toString().contains("hrcamel.state.lease was changed")));
    }

    @Test
    void aKeyThatNothingDeclaresIsToldAndKeepsNothingFromChanging() {
        live.set("connector.smartrecruters.rate-limit", "none");
        live.set(KEY + "logics", "jq:empty");

        await().until(() -> run(SMARTRECRUITERS).events().get(Event.LOGICS_DISCARD) == 5);
        assertThat(live.operations().problems())
                .anyMatch(problem ->
                        problem.toString().contains("warning: connector.smartrecruters.rate-limit is no known"));
    }

    @Test
    void anEditWaitsForTheRunUnderWayAndARuntimeThatEndsMeanwhileDoesSoQuietly() {
        CountDownLatch seen = new CountDownLatch(1);
        live.sandbox().server().faults().spoil(1, Faults.request("smartrecruiters", "GET /candidates"), reply -> {
            await().until(() -> seen.getCount() == 0);
            return reply;
        });
        live.operations().run(SMARTRECRUITERS, RunRequest.AS_SET);
        await().until(() -> live.workflow(SMARTRECRUITERS).running().isPresent());

        live.set(KEY + "logics", "jq:empty");

        await().until(() -> live.workflow(SMARTRECRUITERS).editWaits());
        try (CapturedLog log = new CapturedLog(Level.INFO)) {
            CompletableFuture<Void> ended = CompletableFuture.runAsync(live::close);
            seen.countDown();
            ended.join();

            assertThat(log.text()).contains("run ends").doesNotContain("ERROR");
        }
        assertThat(live.results(SMARTRECRUITERS)).hasSize(1);
    }

    @Test
    void aRuntimeTellsItsRunsToStopAndEndsOnlyWhenTheEditThatIsBeingPutInPlaceIs() {
        CountDownLatch replaced = new CountDownLatch(1);
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        live.sandbox().server().faults().spoil(1, Faults.request("greenhouse", "GET /v3/candidates"), reply -> {
            goOn.join();
            return reply;
        });
        live.operations().run(GREENHOUSE, RunRequest.AS_SET);
        await().until(() -> live.workflow(GREENHOUSE).running().isPresent());
        try (CapturedLog log = new CapturedLog(Level.INFO, line -> {
            if (line.contains("is replaced")) {
                replaced.countDown();
                goOn.join();
            }
        })) {
            live.set(KEY + "logics", "jq:empty");
            await().until(() -> replaced.getCount() == 0);

            FutureTask<Void> closed = new FutureTask<>(live::close, null);
            Thread closing = new Thread(closed);
            closing.start();

            await().until(() -> closed.isDone() || waitsForTheEdit(closing));
            boolean waits = !closed.isDone();
            List<Boolean> ending = runtime.runs().stream().map(Run::isEnding).toList();
            goOn.complete(null);
            assertThat(closed).succeedsWithin(Duration.ofMinutes(1));
            assertThat(waits).isTrue();
            assertThat(ending).containsExactly(true);
            assertThat(log.text()).doesNotContain("ERROR", "broken off");
        }
    }

    private static boolean waitsForTheEdit(Thread closing) {
        return closing.getState() == Thread.State.TIMED_WAITING
                && Stream.of(closing.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(EditTurns.class.getName()));
    }

    @Test
    void aFileOrAProgramThatIsNestedWithoutEndKeepsNothingElseFromChanging() {
        String sound = live.text(SMARTRECRUITERS);
        live.save(SMARTRECRUITERS, sound + "[".repeat(20_000));
        untilBroken(SMARTRECRUITERS);
        live.save(SMARTRECRUITERS, sound);
        live.set(KEY + "logics", "jq:" + "(".repeat(20_000));
        await().until(() -> problems(SMARTRECRUITERS).stream().anyMatch(problem -> problem.contains("logics")));

        live.set("workflow." + GREENHOUSE + ".logics", "jq:empty");

        await().until(() -> run(GREENHOUSE).events().get(Event.LOGICS_DISCARD) > 0);
        assertThat(run(SMARTRECRUITERS).events().get(Event.READ_SUCCESS)).isEqualTo(5);
    }

    private static String ownRoute(String id, String says) {
        return """
                - route:
                    id: %s
                    from:
                      uri: timer:%s?delay=1&repeatCount=1
                      steps:
                        - log: {id: %s-log, message: "%s", logName: org.hrcamel.own}
                """.formatted(id, id, id, says);
    }

    @Test
    void aRouteThatMovesFromOneFileToAnotherRunsInItsNewPlace() {
        live.save("from", ownRoute("staying", "stays") + ownRoute("moving", "is in its old place"));
        live.save("a-to", ownRoute("other", "is another"));
        try (CapturedLog log = new CapturedLog(Level.INFO)) {
            await().until(() -> log.text().contains("is in its old place"));

            live.save("a-to", ownRoute("moving", "is in its new place"));
            live.save("from", ownRoute("staying", "stays"));

            await().until(() -> log.text().contains("is in its new place"));
            await().until(() -> live.operations().problems().isEmpty());
        }
    }

    @Test
    void settingsThatCannotBeReadChangeNothingAndAreToldUntilTheyCan() throws IOException {
        Path away = Files.move(live.settingsFile(), folder.resolve("away"));
        Files.createDirectory(live.settingsFile());
        await().until(() -> live.operations().problems().stream().anyMatch(Problem::isError));

        assertThat(run(SMARTRECRUITERS).events().get(Event.READ_SUCCESS)).isEqualTo(5);

        Files.delete(live.settingsFile());
        Files.move(away, live.settingsFile());
        await().until(() -> live.operations().problems().isEmpty());
        assertThat(problems(SMARTRECRUITERS)).isEmpty();
    }

    @Test
    void aRouteThatStillRunsInAnotherFileIsNotTakenFromIt() {
        live.save("from", ownRoute("staying", "stays") + ownRoute("moving", "is in its old place"));
        live.save("a-to", ownRoute("other", "is another"));
        try (CapturedLog log = new CapturedLog(Level.INFO)) {
            await().until(() -> log.text().contains("is in its old place"));

            live.save("a-to", ownRoute("moving", "is in its new place"));
            live.save("from", "- route: [");

            await().until(() -> live.operations().problems().stream()
                    .anyMatch(
                            problem -> problem.toString().contains("a-to.camel.yaml:2:9: error: the route id moving")));
            assertThat(log.text()).doesNotContain("is in its new place");
        }
    }

    @Test
    void aRouteThatDoesNotStartIsReplacedByTheVersionBefore() {
        String taken = ownRoute("taken", "waits").replaceAll("timer:\\S+", "direct:taken");
        live.save("one", taken);
        live.save("two", ownRoute("mine", "is the old one"));
        try (CapturedLog log = new CapturedLog(Level.INFO)) {
            await().until(() -> log.text().contains("is the old one"));
            int before = log.text().split("is the old one", -1).length;

            live.save("two", taken.replace("id: taken", "id: mine"));

            await().until(() -> log.text().split("is the old one", -1).length > before);
            assertThat(live.operations().problems()).singleElement().asString().contains("two.camel.yaml:");
        }
    }

    @Test
    void howManyAttemptsAFailureHasIsAnEditOfEveryWorkflow() {
        try (CapturedLog log = new CapturedLog(Level.INFO)) {
            live.set("hrcamel.state.max-attempts", "2");

            await().until(() -> List.of(SMARTRECRUITERS, GREENHOUSE).stream()
                    .allMatch(id -> log.text().contains(id + " is replaced by its new version")));
        }
    }

    @Test
    void aRunAskedForWhileOneIsUnderWayIsDropped() {
        CountDownLatch seen = new CountDownLatch(1);
        live.sandbox().server().faults().spoil(1, Faults.request("smartrecruiters", "GET /candidates"), reply -> {
            await().until(() -> seen.getCount() == 0);
            return reply;
        });
        live.operations().run(SMARTRECRUITERS, RunRequest.AS_SET);
        await().until(() -> live.workflow(SMARTRECRUITERS).running().isPresent());

        Operations.Started second = live.operations().run(SMARTRECRUITERS, RunRequest.AS_SET);
        seen.countDown();

        assertThat(second).isEqualTo(Operations.Started.ALREADY_RUNNING);
    }

    @Test
    void aPauseEndsWithTheFile() {
        String text = live.text(SMARTRECRUITERS);
        live.operations().pause(SMARTRECRUITERS);
        live.delete(SMARTRECRUITERS);
        await().until(() ->
                live.operations().run(SMARTRECRUITERS, RunRequest.AS_SET) == Operations.Started.NOT_DEPLOYED);

        live.save(SMARTRECRUITERS, text);

        await().until(() -> live.operations()
                .workflow(SMARTRECRUITERS)
                .filter(WorkflowView::deployed)
                .isPresent());
        assertThat(live.workflow(SMARTRECRUITERS).phase()).isEqualTo(WorkflowView.Phase.SCHEDULED);
    }

    @Test
    void aSettingOfTheOperatorsOwnReachesTheRouteThatNamesIt() {
        try (CapturedLog log = new CapturedLog(Level.INFO)) {
            live.set("acme.word", "one");
            live.save("mine", ownRoute("mine", "says {{acme.word}}"));
            await().until(() -> log.text().contains("says one"));

            live.set("acme.word", "two");

            await().until(() -> log.text().contains("says two"));
        }
    }

    @Test
    void aSettingsFileThatIsAwayForAMomentChangesNothing() throws IOException {
        Path away = folder.resolve("away.properties");
        Files.move(live.settingsFile(), away);
        await().until(() -> live.operations().problems().stream()
                .anyMatch(problem ->
                        problem.toString().contains("application.properties:1:1: error: the settings file is away")));

        assertThat(run(SMARTRECRUITERS).events().get(Event.READ_SUCCESS)).isEqualTo(5);
        assertThat(problems(SMARTRECRUITERS)).isEmpty();

        Files.move(away, live.settingsFile());
        await().until(() -> live.operations().problems().isEmpty());
    }
}
