package org.hrcamel.connector.hrflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileDatesTest {

    @ParameterizedTest
    @CsvSource({
        "2018, 2018-01-01T00:00:00",
        "2018-03, 2018-03-01T00:00:00",
        "2018-03-04, 2018-03-04T00:00:00",
        "' 2018-03-04 ', 2018-03-04T00:00:00",
        "2018-03-04T05:06:07, 2018-03-04T05:06:07",
        "2018-03-04T05:06, 2018-03-04T05:06:00",
        "2018-03-04T05:06:07.891, 2018-03-04T05:06:07",
        "2018-03-04T05:06:07.891Z, 2018-03-04T05:06:07",
        "2018-03-04T05:06:07+0000, 2018-03-04T05:06:07",
        "2018-03-04T01:06:07+0200, 2018-03-03T23:06:07",
        "2018-03-04T05:06:07-05:00, 2018-03-04T10:06:07"
    })
    void readsEveryFormAndCompletesPartialDates(String written, String expected) {
        assertThat(ProfileDates.of(written)).contains(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "201",
                "-123",
                "+123",
                "18-3",
                "2018-13",
                "2018-3",
                "2018-02-30",
                "0000-00-00",
                "03/04/2018",
                "2018-03-04T25:00:00Z",
                "2018-03-04 05:06:07",
                "Present"
            })
    void givesNothingForWhatIsNoDate(String written) {
        assertThat(ProfileDates.of(written)).isEmpty();
    }

    @Test
    void writesDaysAndMonthsAtTheirStart() {
        assertThat(ProfileDates.of(LocalDate.of(2018, 3, 4))).isEqualTo("2018-03-04T00:00:00");
        assertThat(ProfileDates.of(2018, 3)).isEqualTo("2018-03-01T00:00:00");
        assertThat(ProfileDates.of(2018, null)).isEqualTo("2018-01-01T00:00:00");
    }
}
