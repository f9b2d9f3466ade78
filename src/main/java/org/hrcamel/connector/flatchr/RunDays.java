package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hrcamel.connector.Side;
import org.hrcamel.workflow.Parameters;

/**
 * The days that one run lists: all days of creation, or, when the run before told a time, the days of change since then (Flatchr
 * contract, section 7). The operator's {@code start} and {@code end} always mean creation. Immutable.
 */
final class RunDays {

    private final ZoneId zone;
    private final int sliceDays;
    private final LocalDate first;
    private final LocalDate last;
    private final boolean bounded;
    private final Optional<Days> changed;

    RunDays(Side side) {
        Parameters settings = side.api().settings();
        Optional<LocalDate> start = side.parameters().find(FlatchrConnector.START);
        Optional<LocalDate> end = side.parameters().find(FlatchrConnector.END);
        this.zone = settings.get(FlatchrChoices.TIME_ZONE);
        this.sliceDays = settings.get(FlatchrChoices.SLICE_DAYS);
        LocalDate today = LocalDate.ofInstant(side.api().clock().instant(), zone);
        this.first = start.orElseGet(() -> settings.get(FlatchrChoices.EARLIEST));
        this.last = end.filter(day -> day.isBefore(today)).orElse(today);
        this.bounded = start.isPresent() || end.isPresent();
        // Days of change that the operator asks for go first.
        boolean operators = settings.find(FlatchrChoices.SEARCH_BODY)
                .filter(body -> body.has("start_update") || body.has("end_update"))
                .isPresent();
        this.changed = operators
                ? Optional.empty()
                : side.run()
                        .since()
                        .map(since -> LocalDate.ofInstant(since, zone))
                        .map(day -> new Days((day.isAfter(today) ? today : day).minusDays(1), today));
    }

    /** Whether only what changed is listed. */
    boolean areOfChange() {
        return changed.isPresent();
    }

    /** The searches of the listing, oldest days first. */
    List<SearchDays> listing() {
        if (first.isAfter(last)) {
            return List.of();
        }
        return changed.map(days -> Days.slices(days.first(), days.last(), sliceDays).stream()
                        .map(slice -> new SearchDays(Optional.of(slice), new Days(first, last), bounded))
                        .toList())
                .orElseGet(() -> Days.slices(first, last, sliceDays).stream()
                        .map(SearchDays::created)
                        .toList());
    }

    /** All days of creation in one search, for one that asks for a single person. */
    List<SearchDays> everything() {
        return first.isAfter(last) ? List.of() : List.of(SearchDays.created(new Days(first, last)));
    }

    /** The day of creation that an application's detail tells. */
    List<SearchDays> creationOf(JsonNode detail) {
        return FlatchrDates.day(detail.path("created_at"), zone)
                .map(day -> List.of(SearchDays.created(new Days(day, day))))
                .orElse(List.of());
    }

    /** Whether a row may belong to the listing by its day of change; a vendor that does not know the filter shows everybody. */
    boolean mayList(JsonNode row) {
        return changed.map(days -> FlatchrDates.mayBeSince(
                        row.path("updated_at"), days.widened().first(), zone))
                .orElse(true);
    }
}
