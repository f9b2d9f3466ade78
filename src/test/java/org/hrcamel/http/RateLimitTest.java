package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    @ParameterizedTest
    @CsvSource({"50/10s, 50, PT10S", "1 / 500ms, 1, PT0.5S", "100/1m, 100, PT1M", "1000/1d, 1000, PT24H"})
    void readsRequestsInASpanOfTime(String text, int requests, Duration window) {
        assertThat(RateLimit.parse(text)).contains(new RateLimit(requests, window));
    }

    @Test
    void readsNoneAsNoLimit() {
        assertThat(RateLimit.parse("none")).isEmpty();
        assertThat(Limits.concurrent("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "50", "/10s", "50/", "0/10s", "-1/10s", "50/0s", "50/10", "50/10s/2", "fast/10s", "1.5/1s"})
    void refusesWhatIsNoRate(String text) {
        assertThatThrownBy(() -> RateLimit.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not a rate such as 50/10s, nor none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "2.5", "eight", "100000"})
    void refusesWhatIsNoNumberOfRequestsAtOnce(String text) {
        assertThatThrownBy(() -> Limits.concurrent(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "10m, PT10M", "2h, PT2H", "1d, PT24H", "' 30 s ', PT30S"})
    void readsDurations(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "-1s", "1.5s", "30 sec", "1h30m", "9999999999s"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("is not a duration such as");
    }

    @ParameterizedTest
    @CsvSource({"50/10s, 50/10s", "1/1500ms, 1/1500ms", "100/1m, 100/60s"})
    void isWrittenAsAnOperatorWould(String text, String written) {
        assertThat(RateLimit.parse(text).orElseThrow()).hasToString(written);
    }
}
