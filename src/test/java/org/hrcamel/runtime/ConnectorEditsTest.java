package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Ledger;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of a connector that an operator saves while a run sends through its routes. */
class ConnectorEditsTest {

    private static final String FLATCHR = "flatchr-update-profiles-in-hrflow";
    private static final int PROFILES = 15;

    @TempDir
    private Path folder;

    @Test
    void takeEffectInTheMiddleOfAListingOfWhichNoRequestIsLostOrDoubled() {
        try (LiveFolder live = new LiveFolder(folder, PROFILES, List.of(FLATCHR))) {
            live.set("connector.flatchr.rate-limit", "none");
            live.start();
            AtomicBoolean inPlace = new AtomicBoolean();
            Ledger ledger = live.sandbox().server().ledger().record();
            // The listing asks for one detail after the other: their route is never without a request.
            live.sandbox()
                    .server()
                    .faults()
                    .spoil(
                            Integer.MAX_VALUE,
                            Faults.request("flatchr", "GET /company/Wy3EOp2NP3p1KMq8/applicant/"),
                            reply -> {
                                await().pollDelay(inPlace.get() ? Duration.ZERO : Duration.ofMillis(1500))
                                        .until(() -> true);
                                return reply;
                            });
            live.operations().run(FLATCHR, RunRequest.AS_SET);
            await().until(() -> !details(ledger).isEmpty());

            live.set("connector.flatchr.timeout", "31s").set("connector.flatcr.timeout", "31s");

            // Problems are told when what was saved is in place.
            await().atMost(10, TimeUnit.SECONDS)
                    .until(() -> live.operations().problems().stream()
                            .anyMatch(problem -> problem.toString().contains("connector.flatcr.timeout")));
            assertThat(live.results(FLATCHR)).isEmpty();
            inPlace.set(true);
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> !live.results(FLATCHR).isEmpty());
            assertThat(live.results(FLATCHR).get(0).failures()).isEmpty();
            assertThat(live.results(FLATCHR).get(0).events()).containsEntry(Event.READ_SUCCESS, (long) PROFILES);
            assertThat(details(ledger)).doesNotHaveDuplicates();
        }
    }

    private static List<String> details(Ledger ledger) {
        return ledger.entries("flatchr").stream()
                .map(Ledger.Entry::line)
                .filter(line -> line.contains("/applicant/"))
                .toList();
    }
}
