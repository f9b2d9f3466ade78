package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Ledger;
import org.hrcamel.workflow.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialTrialTest {

    private static final String BREEZYHR = "hrflow-update-profiles-in-breezyhr";

    @TempDir
    private Path folder;

    @Test
    void aSessionIsSignedOutOfEvenWhenTheVendorWasGivenUp() {
        CountDownLatch givenUp = new CountDownLatch(1);
        try (LiveFolder live = new LiveFolder(folder, 1, List.of(BREEZYHR))) {
            Ledger ledger = live.sandbox().server().ledger().record();
            live.sandbox().server().faults().spoil(1, Faults.request("breezyhr", "GET /v3/company/"), reply -> {
                await().until(() -> givenUp.getCount() == 0);
                return reply;
            });

            try (CredentialTrial trial = new CredentialTrial(live.project(), Duration.ofSeconds(2))) {
                assertThat(trial.of(live.project().workflows()))
                        .filteredOn(tried -> tried.vendor().name().equals("breezyhr"))
                        .singleElement()
                        .satisfies(tried -> assertThat(tried.answer().outcome()).isEqualTo(Probe.Outcome.UNREACHABLE));
                givenUp.countDown();
            }

            assertThat(ledger.entries("breezyhr"))
                    .last()
                    .satisfies(entry -> assertThat(entry.line()).isEqualTo("GET /v3/signout"))
                    .satisfies(entry -> assertThat(entry.status()).isEqualTo(204));
        }
    }
}
