package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Events;
import org.hrcamel.workflow.RunProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTextTest {

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private static ProgressText text(RunProgress progress, long failures) {
        return new ProgressText("acme", progress, failures, false);
    }

    private static RunProgress progress(long done, OptionalLong total) {
        return new RunProgress(done, total, 0, Duration.ofSeconds(40), HALF_A_MINUTE);
    }

    @Test
    void drawsABarWithItemsTimeLeftAndRate() {
        ProgressText text = text(progress(1500, OptionalLong.of(6000)), 0);
        assertThat(text.bar(120))
                .isEqualTo("acme  [##########------------------------------]  25%  1,500/6,000  1:30 left  50/s");
    }

    @Test
    void addsHowManyFailed() {
        assertThat(text(progress(15, OptionalLong.of(30)), 3).bar(120))
                .endsWith("50%  15/30  0:30 left  0.5/s  3 failed");
    }

    @Test
    void countsWhereNoTotalIsKnown() {
        assertThat(text(progress(1500, OptionalLong.empty()), 0).bar(120)).isEqualTo("acme  1,500 done  0:40  50/s");
    }

    @Test
    void tellsHowFarTheListingIsBeforeThereIsAnItem() {
        RunProgress listing = new RunProgress(0, OptionalLong.empty(), 1200, Duration.ofSeconds(3723), Duration.ZERO);
        assertThat(text(listing, 0).bar(120)).isEqualTo("acme  listing  1,200 rows  1:02:03");
    }

    @Test
    void saysThatTheRunIsEndingInsteadOfHowLongItWouldTake() {
        ProgressText text = new ProgressText("acme", progress(15, OptionalLong.of(30)), 0, true);
        assertThat(text.bar(120)).contains("15/30  ending").doesNotContain("left");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 20, 30, 40, 50, 60, 80, 200})
    void fitsATerminalOfAnyWidth(int columns) {
        ProgressText text =
                new ProgressText("a-workflow-with-a-long-name", progress(1500, OptionalLong.of(6000)), 12, false);
        assertThat(text.bar(columns)).hasSizeLessThan(Math.max(2, columns));
    }

    @Test
    void leavesOutTheNameBeforeTheBarAndTheBarBeforeTheNumbers() {
        ProgressText text = new ProgressText("a-long-name", progress(1500, OptionalLong.of(6000)), 0, false);
        assertThat(text.bar(70)).startsWith("a-long-name  [###");
        assertThat(text.bar(55)).startsWith("[###").contains("]  25%");
        assertThat(text.bar(40)).isEqualTo("25%  1,500/6,000  1:30 left  50/s");
        assertThat(text.bar(30)).isEqualTo("25%  1,500/6,000  1:30 left");
    }

    @Test
    void tellsThePlainLineWithTheCountsOfTheRun() {
        Events events = new Events();
        events.add(Event.READ_SUCCESS);
        assertThat(text(progress(15, OptionalLong.of(30)), 0).plain(events))
                .isEqualTo("acme: 50%, 15/30, 0:30 left, 0.5/s; 1 read, 0 written, 0 unchanged, 0 skipped, 0 failed");
    }
}
