package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The days that one search asks for. The search has no pages (Flatchr contract, U9), so days are what a long answer is divided by.
 *
 * @param changed days of change; all when empty
 * @param created days of creation
 * @param asksCreated whether the days of creation are sent; {@code created} is then all there are
 */
record SearchDays(Optional<Days> changed, Days created, boolean asksCreated) {

    /** Whatever was created on these days. */
    static SearchDays created(Days days) {
        return new SearchDays(Optional.empty(), days, true);
    }

    /** Two searches in place of this one, by days of change and then by days of creation; none when single days are left. */
    List<SearchDays> halves() {
        if (changed.isPresent() && !changed.get().isOneDay()) {
            return changed.get().halves().stream()
                    .map(half -> new SearchDays(Optional.of(half), created, asksCreated))
                    .toList();
        }
        return created.isOneDay()
                ? List.of()
                : created.halves().stream()
                        .map(half -> new SearchDays(changed, half, true))
                        .toList();
    }

    /** Adds the bounds to a search's body. */
    void addTo(ObjectNode body) {
        changed.ifPresent(days -> put(body, days.widened(), "start_update", "end_update"));
        if (asksCreated) {
            put(body, created.widened(), "start", "end");
        }
    }

    private static void put(ObjectNode body, Days days, String start, String end) {
        body.put(start, FlatchrDates.request(days.first())).put(end, FlatchrDates.request(days.last()));
    }

    @Override
    public String toString() {
        return changed.map(days -> days.first() + ", created on ").orElse("") + created.first();
    }
}
