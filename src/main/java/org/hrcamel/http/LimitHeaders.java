package org.hrcamel.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer says about the vendor's limit: {@code Retry-After} (seconds or a date), {@code X-RateLimit-Limit},
 * {@code X-RateLimit-Remaining} and {@code X-RateLimit-Reset} (epoch seconds by the vendor's own clock when above 1,000,000,000, else
 * seconds from now, taken as 60 s at the most).
 */
public final class LimitHeaders {

    private static final long EPOCH = 1_000_000_000L;
    private static final Duration LONGEST_RESET = Duration.ofSeconds(60);

    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?");

    private final ApiAnswer answer;

    public LimitHeaders(ApiAnswer answer) {
        this.answer = answer;
    }

    public Optional<Integer> limit() {
        return whole("X-RateLimit-Limit").filter(limit -> limit > 0);
    }

    public Optional<Integer> remaining() {
        return whole("X-RateLimit-Remaining");
    }

    public Optional<Instant> reset(Instant now) {
        return number("X-RateLimit-Reset")
                .map(value -> value > EPOCH ? value - vendorsTime(now).getEpochSecond() : value)
                .map(seconds -> now.plusSeconds(Math.max(0, Math.min(seconds, LONGEST_RESET.toSeconds()))));
    }

    /** Its clock need not agree with ours: a limit would else be waited for too long, or not at all. */
    private Instant vendorsTime(Instant now) {
        return answer.date().orElse(now);
    }

    private Optional<Integer> whole(String name) {
        return number(name).map(value -> (int) Math.max(Integer.MIN_VALUE, Math.min(value, Integer.MAX_VALUE)));
    }

    /** How long to wait before the next try, when the vendor says so. */
    public Optional<Duration> retryAfter(Instant now) {
        Optional<String> header = answer.header("Retry-After").map(String::strip);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> asked = SECONDS.matcher(header.get()).matches()
                ? Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(header.get()) * 1000)))
                : ApiAnswer.time(header.get()).map(moment -> Duration.between(vendorsTime(now), moment));
        return asked.map(LimitHeaders::notNegative);
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private Optional<Long> number(String name) {
        try {
            return answer.header(name).map(String::strip).map(Long::valueOf);
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }
}
