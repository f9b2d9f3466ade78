package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.hrcamel.http.RequestFailed.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    /** Always the least, or nearly the most. */
    private static final RandomGenerator LOW = () -> 0L;

    private static final RandomGenerator HIGH = () -> -1L;

    private final RetryPolicy policy = new RetryPolicy(
            5, Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({"1, PT1S", "2, PT2S", "3, PT4S", "4, PT8S", "5, PT10S", "60, PT10S"})
    void waitsTwiceAsLongEachTimeUpToTheLongest(int failures, Duration expected) {
        assertThat(policy.delay(failures, Cause.SERVER_ERROR, LOW)).isEqualTo(expected);
    }

    @Test
    void waitsLongerAfterATimeout() {
        assertThat(policy.delay(1, Cause.TIMEOUT, LOW)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void spreadsAWaitByUpToAFifth() {
        assertThat(policy.delay(1, Cause.SERVER_ERROR, HIGH))
                .isBetween(Duration.ofMillis(1190), Duration.ofMillis(1200));
    }

    @Test
    void startsAtAnotherDelayWithoutBecomingSlowerAfterTimeouts() {
        RetryPolicy quick = policy.startingAt(Duration.ofMillis(20));
        assertThat(quick.delay(1, Cause.SERVER_ERROR, LOW)).isEqualTo(Duration.ofMillis(20));
        assertThat(quick.delay(1, Cause.TIMEOUT, LOW)).isEqualTo(Duration.ofMillis(20));
        assertThat(policy.startingAt(Duration.ofSeconds(6)).delay(1, Cause.TIMEOUT, LOW))
                .isEqualTo(Duration.ofSeconds(4));
    }
}
