package org.hrcamel.connector.flatchr;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A span of creation days, both ends included, which one search asks for: the search has no pages (Flatchr contract, U9).
 *
 * @param last not before {@code first}
 */
record CreationDays(LocalDate first, LocalDate last) {

    /** Cuts a longer span into slices, oldest first; none when it ends before it begins. */
    static Deque<CreationDays> slices(LocalDate first, LocalDate last, int days) {
        Deque<CreationDays> slices = new ArrayDeque<>();
        for (LocalDate from = first; !from.isAfter(last); from = from.plusDays(days)) {
            LocalDate to = from.plusDays(days - 1L);
            slices.add(new CreationDays(from, to.isAfter(last) ? last : to));
        }
        return slices;
    }

    boolean isOneDay() {
        return first.equals(last);
    }

    /** Both halves of more than one day. */
    List<CreationDays> halves() {
        LocalDate middle = first.plusDays(ChronoUnit.DAYS.between(first, last) / 2);
        return List.of(new CreationDays(first, middle), new CreationDays(middle.plusDays(1), last));
    }
}
