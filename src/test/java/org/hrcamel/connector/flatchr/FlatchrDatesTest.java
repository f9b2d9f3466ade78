package org.hrcamel.connector.flatchr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatchrDatesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void requestsHaveTheMonthFirstAndTwoDigitsEach() {
        assertThat(FlatchrDates.request(LocalDate.of(2024, 3, 9))).isEqualTo("03/09/24");
    }

    @Test
    void requestsDoNotReachIntoACenturyThatTwoDigitsCannotTell() {
        assertThat(FlatchrDates.request(LocalDate.of(1999, 12, 31))).isEqualTo("01/01/00");
    }

    @ParameterizedTest
    @CsvSource({
        "09/11/21,2021-11-09",
        "2021-11-09,2021-11-09",
        "2021-11-09T23:30:00Z,2021-11-10",
        "2021-11-09T23:30:00.123+01:00,2021-11-09",
        "1636500600,2021-11-10",
        "1636500600000,2021-11-10"
    })
    void rowsHaveTheDayFirstOrIsoOrEpochTimes(String text, LocalDate day) {
        assertThat(FlatchrDates.day(TextNode.valueOf(text), PARIS)).contains(day);
    }

    @Test
    void anEpochTimeMayBeANumber() {
        assertThat(FlatchrDates.parse(LongNode.valueOf(1643904014))).contains(Instant.parse("2022-02-03T16:00:14Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "31/02/24", "11/31/21", "yesterday", "12", "0000-00-00"})
    void whatIsNoDateIsNone(String text) {
        assertThat(FlatchrDates.parse(TextNode.valueOf(text))).isEmpty();
        assertThat(FlatchrDates.parse(NullNode.getInstance())).isEmpty();
    }

    @Test
    void theFirstTimeThatIsToldCounts() {
        assertThat(FlatchrDates.seconds(LongNode.valueOf(1643904014), TextNode.valueOf("09/11/21")))
                .isEqualTo(1643904014);
        assertThat(FlatchrDates.seconds(MissingNode.getInstance(), TextNode.valueOf("01/01/70")))
                .isEqualTo(3155760000L);
        assertThat(FlatchrDates.seconds(MissingNode.getInstance(), NullNode.getInstance()))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "04/03/26,true",
        "03/03/26,false",
        "03/04/26,true",
        // The 5th of February, or the 2nd of May.
        "05/02/26,true",
        "2026-03-04T00:00:00Z,true",
        "2026-03-02T00:00:00Z,false",
        "1772582400,true",
        "1772150400,false",
        "yesterday,true",
        "'',true"
    })
    void aDayThatMayBeRecentInAnyFormIsTakenForRecent(String updatedAt, boolean recent) {
        assertThat(FlatchrDates.mayBeSince(TextNode.valueOf(updatedAt), LocalDate.of(2026, 3, 4), PARIS))
                .isEqualTo(recent);
    }
}
