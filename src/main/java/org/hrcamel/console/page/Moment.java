package org.hrcamel.console.page;

import java.time.Instant;
import org.hrcamel.workflow.Utc;

/**
 * A time for a {@code <time>} element; a script shows it in the reader's own zone.
 *
 * @param machine ISO 8601 in UTC
 * @param text in UTC, for readers without scripts
 */
public record Moment(String machine, String text) {

    static Moment of(Instant time) {
        return new Moment(time.toString(), Utc.text(time) + " UTC");
    }
}
