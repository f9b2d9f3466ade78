package org.hrcamel.sandbox.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The forms that {@code updated_at} of a search row may have. Flatchr contract, section 10, U11. */
public enum RowDate {
    /** {@code DD/MM/YY}, the day in Paris. */
    DAY_MONTH_YEAR,
    /** {@code 2022-02-03T16:00:14Z}. */
    ISO,
    /** A number of seconds. */
    EPOCH;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uu");

    JsonNode format(long epochSecond) {
        Instant instant = Instant.ofEpochSecond(epochSecond);
        return switch (this) {
            case DAY_MONTH_YEAR -> TextNode.valueOf(DAY.format(instant.atZone(ApplicantRecords.PARIS)));
            case ISO -> TextNode.valueOf(instant.toString());
            case EPOCH -> LongNode.valueOf(epochSecond);
        };
    }
}
