package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gets which place, and that none is lost. Waits that must end by themselves are given far longer than any test takes. */
@Timeout(120)
class RequestSlotsTest {

    private static final long LONG_MILLIS = Duration.ofHours(1).toMillis();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RequestSlots slots = new RequestSlots();

    private void take(int most) throws InterruptedException {
        assertThat(slots.enter(most, LONG_MILLIS)).isTrue();
    }

    /** Somebody who waits for a place, and does so already. */
    private Thread waiting(int most, Runnable entered) {
        Thread waiting = new Thread(new FutureTask<>(() -> {
            take(most);
            entered.run();
            return null;
        }));
        waiting.setDaemon(true);
        waiting.start();
        // Looked at often: a test makes hundreds wait.
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(PATIENCE)
                .until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        return waiting;
    }

    @Test
    void aPlaceThatIsLeftGoesToWhoWaitsLongestAtOnce() throws InterruptedException {
        take(1);
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> second = new CompletableFuture<>();
        waiting(1, () -> first.complete(null));
        waiting(1, () -> second.complete(null));

        slots.leave();

        assertThat(first).succeedsWithin(PATIENCE);
        assertThat(second).isNotDone();
        slots.leave();
        assertThat(second).succeedsWithin(PATIENCE);
        assertThat(slots.taken()).isEqualTo(1);
    }

    @Test
    void whoWaitsByASmallerBoundHoldsUpNobodyWhoseBoundIsGreater() throws InterruptedException {
        take(1);
        CompletableFuture<Void> smaller = new CompletableFuture<>();
        CompletableFuture<Void> greater = new CompletableFuture<>();
        waiting(1, () -> smaller.complete(null));

        take(2);
        assertThat(slots.taken()).isEqualTo(2);
        waiting(2, () -> greater.complete(null));
        slots.leave();

        assertThat(greater).succeedsWithin(PATIENCE);
        assertThat(smaller).isNotDone();
        slots.leave();
        slots.leave();
        assertThat(smaller).succeedsWithin(PATIENCE);
    }

    @Test
    void whoGaveUpGetsNoPlaceAfterwards() throws InterruptedException {
        take(1);
        assertThat(slots.enter(1, 1)).isFalse();
        CompletableFuture<Void> next = new CompletableFuture<>();
        waiting(1, () -> next.complete(null));

        slots.leave();

        assertThat(next).succeedsWithin(PATIENCE);
    }

    @Test
    void noPlaceIsLostWhenItIsGivenToSomebodyWhoseWaitIsInterrupted() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            take(1);
            Thread interrupted = waiting(1, slots::leave);

            interrupted.interrupt();
            slots.leave();

            interrupted.join();
            assertThat(slots.taken()).isZero();
        }
    }
}
