package org.hrcamel.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeyedLocksTest {

    private final KeyedLocks locks = new KeyedLocks();

    @Test
    void letsOneAtATimeInForEachKey() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        List<CompletableFuture<Void>> workers = IntStream.range(0, 8)
                .mapToObj(worker -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 2000; i++) {
                        try (KeyedLocks.Held held = locks.lock("same")) {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            Thread.onSpinWait();
                            inside.decrementAndGet();
                        }
                    }
                }))
                .toList();
        workers.forEach(CompletableFuture::join);

        assertThat(most).hasValue(1);
    }

    @Test
    void doesNotMakeOneKeyWaitForAnother() {
        try (KeyedLocks.Held held = locks.lock("one")) {
            CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> {
                try (KeyedLocks.Held second = locks.lock("other")) {
                    return "in";
                }
            });

            assertThat(other.join()).isEqualTo("in");
        }
    }

    @Test
    void canBeTakenAgainAfterItWasReleased() {
        locks.lock("key").close();
        CompletableFuture<Void> again =
                CompletableFuture.runAsync(() -> locks.lock("key").close());

        assertThat(again).succeedsWithin(5, TimeUnit.SECONDS);
    }
}
