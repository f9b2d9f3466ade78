package org.hrcamel.connector.hrflow;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates in HrFlow's form, {@code yyyy-MM-ddTHH:mm:ss} without an offset (HrFlow contract, section 7). A partial date is completed to
 * its first day: {@code 2018} and {@code 2018-01} both give {@code 2018-01-01T00:00:00}.
 */
public final class ProfileDates {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final Pattern WITH_OFFSET = Pattern.compile(".*(Z|[+-]\\d\\d:?\\d\\d)$");
    private static final Pattern OFFSET_WITHOUT_COLON = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

    private ProfileDates() {}

    public static String of(LocalDate day) {
        return FORM.format(day.atStartOfDay());
    }

    /** A month as written by vendors that tell years and months apart; the month may be null. */
    public static String of(int year, @Nullable Integer month) {
        return of(LocalDate.of(year, month == null ? 1 : month, 1));
    }

    /** {@code YYYY}, {@code YYYY-MM}, {@code YYYY-MM-DD} or an ISO 8601 time, which is told in UTC; empty for anything else. */
    public static Optional<String> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String date = text.strip();
        try {
            return switch (date.length()) {
                case 4 -> Optional.of(of(LocalDate.parse(date + "-01-01")));
                case 7 -> Optional.of(of(YearMonth.parse(date).atDay(1)));
                case 10 -> Optional.of(of(LocalDate.parse(date)));
                default -> Optional.of(FORM.format(time(date)));
            };
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static LocalDateTime time(String text) {
        boolean hasOffset = WITH_OFFSET.matcher(text).matches();
        return hasOffset
                ? OffsetDateTime.parse(OFFSET_WITHOUT_COLON.matcher(text).replaceFirst("$1:$2"))
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                : LocalDateTime.parse(text);
    }
}
