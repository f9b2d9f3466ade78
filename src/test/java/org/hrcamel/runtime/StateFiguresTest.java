package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrcamel.http.SimulatedTime;
import org.hrcamel.runtime.StateFigures.Figures;
import org.hrcamel.runtime.StateFigures.Reading;
import org.hrcamel.state.StateFailed;
import org.junit.jupiter.api.Test;

/** How often the state is read for metrics, and for how long. */
class StateFiguresTest {

    private static final Map<String, Figures> FOUND = Map.of("w", new Figures(Optional.empty(), Optional.empty(), 7));

    private final SimulatedTime time = new SimulatedTime();
    private final AtomicInteger readings = new AtomicInteger();

    private StateFigures figures(Reading reading, Duration longest) {
        return new StateFigures(
                () -> {
                    readings.incrementAndGet();
                    return reading.read();
                },
                time,
                longest);
    }

    @Test
    void theStateIsReadAgainAfterTenSecondsOrWhenARunHasEnded() {
        try (StateFigures figures = figures(() -> FOUND, Duration.ofMinutes(1))) {
            assertThat(figures.figures()).contains(FOUND);
            time.forward(Duration.ofSeconds(9));
            assertThat(figures.figures()).contains(FOUND);
            assertThat(readings).hasValue(1);

            time.forward(Duration.ofSeconds(1));
            figures.figures();
            assertThat(readings).hasValue(2);

            figures.renew();
            figures.figures();
            assertThat(readings).hasValue(3);
        }
    }

    @Test
    void aStateThatHangsIsGivenUpAndReadByNobodyElseMeanwhile() {
        CountDownLatch hangs = new CountDownLatch(1);
        Reading hanging = () -> {
            try {
                hangs.await();
                return FOUND;
            } catch (InterruptedException interrupted) {
                return Map.of();
            }
        };
        try (StateFigures figures = figures(hanging, Duration.ZERO)) {
            assertThat(figures.figures()).isEmpty();
            time.forward(Duration.ofHours(1));
            assertThat(figures.figures()).isEmpty();
            await().until(() -> readings.get() > 0);
            assertThat(readings).hasValue(1);

            hangs.countDown();

            await().until(() -> figures.figures().equals(Optional.of(FOUND)));
        }
    }

    @Test
    void aStateThatFailedIsTriedAgainAtOnce() {
        Reading once = () -> {
            if (readings.get() == 1) {
                throw new StateFailed("The database is gone");
            }
            return FOUND;
        };
        try (StateFigures figures = figures(once, Duration.ofMinutes(1))) {
            assertThat(figures.figures()).isEmpty();
            assertThat(figures.figures()).contains(FOUND);
        }
    }
}
