package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateFiringsTest {

    private static final Instant DUE = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> told = new ArrayList<>();
    private final LateFirings late = new LateFirings(told::add);

    @Test
    void aFiringThatIsOnTimeIsNotToldOf() {
        late.fired("acme", DUE, DUE.plusMillis(4_999));

        assertThat(told).isEmpty();
    }

    @Test
    void aFiringThatWaitedForTheRunBeforeSaysSo() {
        late.ended("acme", DUE.plusSeconds(19));

        late.fired("acme", DUE, DUE.plusSeconds(20));

        assertThat(told)
                .containsExactly("acme was due at 2026-03-01T12:00:00Z and begins 20 s late: its run before took until"
                        + " 2026-03-01T12:00:19Z");
    }

    @Test
    void aFiringThatIsLateForAnotherReasonSaysSo() {
        late.ended("acme", DUE.minusSeconds(600));

        late.fired("acme", DUE, DUE.plusSeconds(5));

        assertThat(told)
                .containsExactly(
                        "acme was due at 2026-03-01T12:00:00Z and begins 5 s late: it was paused, or this machine"
                                + " was busy or asleep");
    }

    @Test
    void whatOneRunMakesUpForIsToldOnce() {
        late.ended("acme", DUE.plusSeconds(3_000));

        late.misfired("acme", DUE);

        assertThat(told)
                .containsExactly(
                        "acme was due at 2026-03-01T12:00:00Z and begins only now, once for all that it missed:"
                                + " its run before took until 2026-03-01T12:50:00Z");
    }
}
