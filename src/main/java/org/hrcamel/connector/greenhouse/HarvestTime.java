package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the times of Harvest: ISO 8601 with or without milliseconds, the offset with or without a colon. */
final class HarvestTime {

    private static final Pattern OFFSET_WITHOUT_COLON = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

    private HarvestTime() {}

    /** Empty for null, a missing node and anything malformed. */
    static Optional<Instant> of(JsonNode time) {
        try {
            String text = OFFSET_WITHOUT_COLON.matcher(time.asText("").strip()).replaceFirst("$1:$2");
            return time.isTextual() ? Optional.of(OffsetDateTime.parse(text).toInstant()) : Optional.empty();
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
