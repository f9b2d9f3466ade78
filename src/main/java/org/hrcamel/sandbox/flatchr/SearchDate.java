package org.hrcamel.sandbox.flatchr;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day in a search's body.
 *
 * <p>Documented is {@code MM/DD/YY}; the vendor's own parsing looks lenient (Flatchr contract, section 2.1 and section 10, U7), so an
 * ISO date and missing zeros are understood, too.
 *
 * @param proper whether the text is zero-padded {@code MM/DD/YY}
 */
record SearchDate(LocalDate day, boolean proper) {

    private static final DateTimeFormatter PROPER =
            DateTimeFormatter.ofPattern("MM/dd/uu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern LOOSE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2}|\\d{4})");

    static Optional<SearchDate> parse(String text) {
        Matcher loose = LOOSE.matcher(text);
        try {
            if (loose.matches()) {
                int year = Integer.parseInt(loose.group(3));
                LocalDate day = LocalDate.of(
                        year < 100 ? 2000 + year : year,
                        Integer.parseInt(loose.group(1)),
                        Integer.parseInt(loose.group(2)));
                return Optional.of(new SearchDate(day, PROPER.format(day).equals(text)));
            }
            return text.length() < 10
                    ? Optional.empty()
                    : Optional.of(new SearchDate(LocalDate.parse(text.substring(0, 10)), false));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
