package org.hrcamel.connector.flatchr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaysTest {

    @Test
    void slicesCoverEveryDayOnceAndTheLastIsShorter() {
        assertThat(Days.slices(day(1), day(25), 10)).containsExactly(days(1, 10), days(11, 20), days(21, 25));
    }

    @Test
    void aSpanThatIsAMultipleHasNoEmptySlice() {
        assertThat(Days.slices(day(1), day(20), 10)).containsExactly(days(1, 10), days(11, 20));
    }

    @Test
    void aSpanThatEndsBeforeItBeginsHasNoSlices() {
        assertThat(Days.slices(day(2), day(1), 31)).isEmpty();
    }

    @Test
    void halvesAreDisjointAndMeet() {
        assertThat(days(1, 5).halves()).isEqualTo(List.of(days(1, 3), days(4, 5)));
        assertThat(days(1, 2).halves()).isEqualTo(List.of(days(1, 1), days(2, 2)));
    }

    @Test
    void aDayMoreAtBothEndsIsAskedFor() {
        assertThat(days(2, 3).widened()).isEqualTo(days(1, 4));
    }

    private static Days days(int first, int last) {
        return new Days(day(first), day(last));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2024, 1, day);
    }
}
