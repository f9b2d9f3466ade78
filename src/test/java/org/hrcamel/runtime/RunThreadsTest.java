package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunThreadsTest {

    private static final int LONG_RUNS = 100;

    private final RunThreads threads = new RunThreads();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void endRuns() {
        end.countDown();
        threads.shutdown(true);
    }

    @Test
    void manyLongRunsKeepNoOtherFromBeginning() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(LONG_RUNS);
        for (int run = 0; run < LONG_RUNS; run++) {
            threads.runInThread(() -> {
                begun.countDown();
                await(end);
            });
        }

        CountDownLatch next = new CountDownLatch(1);
        threads.runInThread(next::countDown);

        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(next.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatRestsHasNoThread() throws Exception {
        threads.setInstanceName("hrcamel");

        threads.initialize();

        assertThat(threads.getPoolSize()).isZero();
    }

    @Test
    void afterTheEndNothingBegins() {
        threads.shutdown(true);

        assertThat(threads.runInThread(end::countDown)).isFalse();
    }

    @Test
    void theEndWaitsForRunsUnderWay() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        threads.runInThread(() -> {
            begun.countDown();
            await(end);
        });
        begun.await();

        CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> threads.shutdown(true));

        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !threads.runInThread(() -> {}));
        assertThat(ended).isNotDone();
        end.countDown();
        assertThat(ended).succeedsWithin(Duration.ofMinutes(1));
    }

    @Test
    void aRunKeepsTheProcessAliveUntilItsEnd() {
        CompletableFuture<Boolean> daemon = new CompletableFuture<>();
        threads.runInThread(() -> daemon.complete(Thread.currentThread().isDaemon()));

        assertThat(daemon).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(false);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRunForWhichTheSystemHasNoThreadBeginsAsSoonAsItHas() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        RunThreads scarce = new RunThreads(
                task -> {
                    if (asked.incrementAndGet() < 3) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    return new Thread(task);
                },
                Duration.ofMillis(1));
        CountDownLatch ran = new CountDownLatch(1);

        assertThat(scarce.runInThread(ran::countDown)).isTrue();

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        scarce.shutdown(true);
    }
}
