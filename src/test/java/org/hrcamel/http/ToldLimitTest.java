package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ToldLimitTest {

    private static final Instant NOW = SimulatedTime.START;
    private static final Instant RESET = NOW.plusSeconds(10);

    private final ToldLimit told = new ToldLimit();

    @Test
    void anAnswerThatWasOvertakenDoesNotRaiseTheLimitAgain() {
        told.limit(10, 5);
        told.limit(6, 8);

        told.limit(10, 7);
        assertThat(told.limit()).isEqualTo(6);

        told.limit(10, 9);
        assertThat(told.limit()).isEqualTo(10);
    }

    @Test
    void anOvertakenAnswerThatAllowsLessIsBelievedAndMakesNoOlderOneTheNewest() {
        told.limit(10, 8);
        told.limit(4, 5);
        assertThat(told.limit()).isEqualTo(4);

        told.limit(10, 7);

        assertThat(told.limit()).isEqualTo(4);
    }

    @Test
    void whatRemainsGrowsOnlyWithTheReset() {
        told.remaining(2, RESET, NOW);
        told.remaining(5, RESET, NOW.plusSeconds(1));
        assertThat(told.allows(1, NOW.plusSeconds(1))).isTrue();
        assertThat(told.allows(2, NOW.plusSeconds(1))).isFalse();

        assertThat(told.allows(100, RESET)).isTrue();
        told.remaining(5, RESET.plusSeconds(10), RESET);
        assertThat(told.allows(4, RESET)).isTrue();
        assertThat(told.allows(5, RESET)).isFalse();
    }
}
