package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrcamel.sandbox.MovableClock;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final MovableClock clock = new MovableClock("2026-11-01T12:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(clock);

    private static Visitor stranger(int number) {
        return new Visitor("address " + number, false, "192.0.2." + number);
    }

    private static Visitor known() {
        return new Visitor("browser 1", true, "192.0.2.1");
    }

    @Test
    void waitsLongerAfterEachWrongPasswordButHalfAMinuteAtTheMost() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Duration wait = throttle.begin(stranger(1)).orElse(Duration.ZERO);
            waits.add(wait.toSeconds());
            if (!wait.isZero()) {
                clock.forward(wait);
                assertThat(throttle.begin(stranger(1))).isEmpty();
            }
        }
        assertThat(waits).containsExactly(0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L, 30L);
    }

    @Test
    void countsManyAttemptsAtOnceAsMany() {
        assertThat(List.of(1, 2, 3, 4, 5).stream()
                        .map(attempt -> throttle.begin(stranger(1)))
                        .filter(Optional::isEmpty))
                .hasSize(3);
    }

    @Test
    void startsAnewAfterARightPasswordOrAQuarterOfAnHour() {
        for (int i = 0; i < 3; i++) {
            throttle.begin(stranger(1));
        }
        assertThat(throttle.begin(stranger(1))).isPresent();
        clock.forward(Duration.ofMinutes(16));
        for (int i = 0; i < 2; i++) {
            assertThat(throttle.begin(stranger(1))).isEmpty();
        }
        throttle.right(stranger(1));
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.begin(stranger(1))).isEmpty();
        }
    }

    @Test
    void anAttemptThatIsTakenBackCountsNeitherForNorAgainst() {
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.begin(stranger(1))).isEmpty();
            throttle.takeBack(stranger(1));
        }
        throttle.begin(stranger(1));
        throttle.begin(stranger(1));
        throttle.begin(stranger(1));
        assertThat(throttle.begin(stranger(1))).isPresent();
    }

    @Test
    void slowsGuessersWithManyAddressesTogetherButNoBrowserThatIsKnown() {
        for (int i = 0; i < 30; i++) {
            assertThat(throttle.begin(stranger(i))).isEmpty();
        }
        assertThat(throttle.begin(stranger(31))).contains(Duration.ofSeconds(1));
        assertThat(throttle.begin(known())).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        assertThat(throttle.begin(stranger(31))).isEmpty();
        assertThat(throttle.begin(stranger(32))).isPresent();
    }

    @Test
    void waitsNoLongerWhenTheClockIsSetBack() {
        for (int i = 0; i < 3; i++) {
            throttle.begin(stranger(1));
        }

        clock.forward(Duration.ofHours(-5));

        assertThat(throttle.begin(stranger(1))).contains(Duration.ofSeconds(1));
    }

    @Test
    void anAttemptThatIsTakenBackMakesTheWaitForOthersNoLonger() {
        for (int i = 0; i < 3; i++) {
            throttle.begin(stranger(1));
        }
        clock.forward(Duration.ofSeconds(1));
        assertThat(throttle.begin(stranger(1))).isEmpty();
        throttle.takeBack(stranger(1));

        assertThat(throttle.begin(stranger(1))).isEmpty();
    }
}
