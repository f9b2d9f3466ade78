package org.hrcamel.connector.flatchr;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A span of days, both ends included.
 *
 * @param last not before {@code first}
 */
record Days(LocalDate first, LocalDate last) {

    /** Cuts a longer span into slices, oldest first; none when it ends before it begins. */
    static List<Days> slices(LocalDate first, LocalDate last, int days) {
        List<Days> slices = new ArrayList<>();
        for (LocalDate from = first; !from.isAfter(last); from = from.plusDays(days)) {
            LocalDate to = from.plusDays(days - 1L);
            slices.add(new Days(from, to.isAfter(last) ? last : to));
        }
        return slices;
    }

    boolean isOneDay() {
        return first.equals(last);
    }

    /** Both halves of more than one day. */
    List<Days> halves() {
        LocalDate middle = first.plusDays(ChronoUnit.DAYS.between(first, last) / 2);
        return List.of(new Days(first, middle), new Days(middle.plusDays(1), last));
    }

    /** With a day more at both ends: in which zone Flatchr's days begin, and whether it includes them, is not documented (U12). */
    Days widened() {
        return new Days(first.minusDays(1), last.plusDays(1));
    }
}
