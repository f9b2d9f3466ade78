package org.hrcamel.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them: in UTC, to the second, as the run results tell them. */
public final class Utc {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Utc() {}

    public static String text(Instant time) {
        return SECONDS.format(time);
    }

    public static String text(Duration duration) {
        if (duration.toSeconds() < 60) {
            return duration.toMillisPart() == 0
                    ? duration.toSeconds() + " s"
                    : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        return duration.toMinutes() < 60
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
