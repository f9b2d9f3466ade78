package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Flatchr's dates: searches are asked with {@code MM/DD/YY}, rows answer {@code DD/MM/YY}, details have epoch seconds and candidates
 * ISO 8601 (Flatchr contract, sections 2.1 and 2.2).
 */
final class FlatchrDates {

    private static final Pattern DAY_OF_A_ROW = Pattern.compile("\\d{2}/\\d{2}/\\d{2}");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern EPOCH = Pattern.compile("\\d{9,14}");
    private static final DateTimeFormatter REQUEST = DateTimeFormatter.ofPattern("MM/dd/uu");
    private static final DateTimeFormatter ROW =
            DateTimeFormatter.ofPattern("dd/MM/uu").withResolverStyle(ResolverStyle.STRICT);
    /** Two digits of a year cannot tell an earlier one. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    /** More seconds than these are milliseconds. */
    private static final long MOST_SECONDS = 100_000_000_000L;

    private FlatchrDates() {}

    /** A day as a search asks for it. */
    static String request(LocalDate day) {
        return REQUEST.format(day.isBefore(FIRST) ? FIRST : day);
    }

    /** A {@link LocalDate} where only the day is told, else an {@link Instant}; empty when no form fits (U11). */
    static Optional<Temporal> parse(JsonNode value) {
        String text = value.asText("").strip();
        try {
            if (DAY_OF_A_ROW.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text, ROW));
            }
            if (ISO_DAY.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text));
            }
            if (EPOCH.matcher(text).matches()) {
                long number = Long.parseLong(text);
                return Optional.of(
                        number > MOST_SECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
            }
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(JsonNode value, ZoneId zone) {
        return parse(value)
                .map(time -> time instanceof LocalDate day ? day : LocalDate.ofInstant((Instant) time, zone));
    }

    /** Whether a row's day may be this one or later: what is no date may be any, and month and day may be the other way round (U11). */
    static boolean mayBeSince(JsonNode value, LocalDate first, ZoneId zone) {
        String swapped = value.asText("").strip().replaceFirst("^(\\d{2})/(\\d{2})/(\\d{2})$", "$2/$1/$3");
        return day(value, zone).map(day -> !day.isBefore(first)).orElse(true)
                || day(TextNode.valueOf(swapped), zone)
                        .map(day -> !day.isBefore(first))
                        .orElse(false);
    }

    /** The first value that is a time, in seconds, for comparison; a day alone is its start. */
    static long seconds(JsonNode first, JsonNode second) {
        return parse(first)
                .or(() -> parse(second))
                .map(time -> time instanceof LocalDate day
                        ? day.atStartOfDay().toEpochSecond(ZoneOffset.UTC)
                        : ((Instant) time).getEpochSecond())
                .orElse(0L);
    }
}
