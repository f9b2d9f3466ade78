package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitHeadersTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private static LimitHeaders header(String name, String value) {
        return new LimitHeaders(new ApiAnswer(429, Map.of(name, value), MissingNode.getInstance()));
    }

    @ParameterizedTest
    @CsvSource({"30, PT30S", "' 30 ', PT30S", "0, PT0S", "1.5, PT1.5S", "-5, PT0S"})
    void readsRetryAfterInSeconds(String value, Duration expected) {
        assertThat(header("Retry-After", value).retryAfter(NOW)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"'Sun, 01 Nov 2026 12:00:45 GMT', PT45S", "'Sun, 01 Nov 2026 11:00:00 GMT', PT0S"})
    void readsRetryAfterAsADate(String value, Duration expected) {
        assertThat(header("Retry-After", value).retryAfter(NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1 minute", "2026-11-01T12:00:45Z", "NaN"})
    void ignoresARetryAfterInNoKnownForm(String value) {
        assertThat(header("Retry-After", value).retryAfter(NOW)).isEmpty();
    }

    @Test
    void findsAHeaderWhateverItsCase() {
        assertThat(header("retry-after", "3").retryAfter(NOW)).contains(Duration.ofSeconds(3));
        assertThat(header("x-ratelimit-remaining", "4").remaining()).contains(4);
    }

    @Test
    void readsResetAsEpochSecondsWhenItIsLarge() {
        assertThat(header("X-RateLimit-Reset", String.valueOf(NOW.getEpochSecond() + 12))
                        .reset(NOW))
                .contains(NOW.plusSeconds(12));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -20, 0, 20, 3600})
    void countsByTheVendorsOwnClockWhereItsAnswerTellsTheTime(long ahead) {
        Instant vendors = NOW.plusSeconds(ahead);
        LimitHeaders headers = new LimitHeaders(new ApiAnswer(
                200,
                Map.of(
                        "X-RateLimit-Reset", String.valueOf(vendors.getEpochSecond() + 12),
                        "Retry-After", httpTime(vendors.plusSeconds(12)),
                        "Date", httpTime(vendors)),
                MissingNode.getInstance()));

        assertThat(headers.reset(NOW)).contains(NOW.plusSeconds(12));
        assertThat(headers.retryAfter(NOW)).contains(Duration.ofSeconds(12));
    }

    private static String httpTime(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atZone(ZoneOffset.UTC));
    }

    @Test
    void readsResetAsSecondsFromNowWhenItIsSmall() {
        assertThat(header("X-RateLimit-Reset", "12").reset(NOW)).contains(NOW.plusSeconds(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "1900000000", "1793534400000", "9223372036854775807"})
    void waitsAMinuteForAResetAtTheMost(String value) {
        assertThat(header("X-RateLimit-Reset", value).reset(NOW)).contains(NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, -1", "75, 75", "4294967296, 2147483647"})
    void readsWhatRemains(String value, int expected) {
        assertThat(header("X-RateLimit-Remaining", value).remaining()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "0", "-3"})
    void ignoresALimitThatIsNone(String value) {
        assertThat(header("X-RateLimit-Limit", value).limit()).isEmpty();
    }

    @Test
    void saysNothingWhenTheVendorDoesNot() {
        LimitHeaders none = new LimitHeaders(new ApiAnswer(200));
        assertThat(none.limit()).isEmpty();
        assertThat(none.remaining()).isEmpty();
        assertThat(none.reset(NOW)).isEmpty();
        assertThat(none.retryAfter(NOW)).isEmpty();
    }
}
