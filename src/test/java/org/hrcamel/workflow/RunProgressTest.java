package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    private final Pace pace = new Pace(START);

    private void done(int items) {
        for (int i = 0; i < items; i++) {
            pace.done();
        }
    }

    @Test
    void tellsRateAndTimeLeftFromTheFirstItemOnAndNotFromTheBeginningOfTheListing() {
        pace.expects(300);
        pace.begin(START.plusSeconds(60));
        done(100);
        RunProgress progress = pace.at(START.plusSeconds(70));
        assertThat(progress.elapsed()).hasSeconds(70);
        assertThat(progress.rate()).isEqualTo(10);
        assertThat(progress.share())
                .hasValueSatisfying(share -> assertThat(share).isBetween(0.333, 0.334));
        assertThat(progress.remaining()).hasValue(Duration.ofSeconds(20));
    }

    @Test
    void tellsNoTimeLeftWithoutATotal() {
        pace.begin(START);
        done(100);
        RunProgress progress = pace.at(START.plusSeconds(10));
        assertThat(progress.rate()).isEqualTo(10);
        assertThat(progress.total()).isEmpty();
        assertThat(progress.share()).isEmpty();
        assertThat(progress.remaining()).isEmpty();
    }

    @Test
    void tellsNothingByAMomentAlone() {
        pace.expects(10);
        pace.begin(START);
        done(1);
        RunProgress progress = pace.at(START.plusMillis(50));
        assertThat(progress.rate()).isZero();
        assertThat(progress.remaining()).isEmpty();
    }

    @Test
    void believesNoTotalThatIsLessThanWhatIsDone() {
        pace.expects(5);
        done(6);
        assertThat(pace.at(START).total()).isEmpty();
    }

    @Test
    void takesTheNewestTotal() {
        pace.expects(5);
        pace.expects(4);
        assertThat(pace.at(START).total()).isEqualTo(OptionalLong.of(4));
    }

    @Test
    void isWholeWhenThereIsNothingToDo() {
        pace.expects(0);
        assertThat(pace.at(START.plusSeconds(5)).remaining()).isEmpty();
        assertThat(pace.at(START.plusSeconds(5)).share()).hasValue(0.0);
    }
}
