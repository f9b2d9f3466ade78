package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentTimesTest {

    private static final int STEPS = 2_000;

    private final SentTimes sent = new SentTimes();
    private final List<Instant> expected = new ArrayList<>();

    @Test
    void knowsTheSameAsAListHoweverItGrowsAndForgets() {
        Random random = new Random(5);
        Instant now = SimulatedTime.START;
        for (int step = 0; step < STEPS; step++) {
            now = now.plusMillis(random.nextInt(3));
            sent.add(now);
            expected.add(now);
            if (random.nextInt(40) == 0) {
                Instant moment = now.minusMillis(random.nextInt(60));
                sent.forgetBefore(moment);
                expected.removeIf(earlier -> earlier.isBefore(moment));
            }
            assertKnown(now.minusMillis(random.nextInt(40)));
        }
    }

    private void assertKnown(Instant moment) {
        assertThat(sent.size()).isEqualTo(expected.size());
        for (int n = 1; n <= expected.size(); n++) {
            assertThat(sent.newest(n)).isEqualTo(expected.get(expected.size() - n));
        }
        assertThat(sent.since(moment)).isEqualTo((int)
                expected.stream().filter(time -> !time.isBefore(moment)).count());
    }
}
