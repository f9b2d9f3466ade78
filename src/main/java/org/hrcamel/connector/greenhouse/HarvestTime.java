package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the times of Harvest: ISO 8601 with or without milliseconds, the offset with or without a colon. */
final class HarvestTime {

    private HarvestTime() {}

    /** Empty for null, a missing node and anything malformed. */
    static Optional<Instant> of(JsonNode time) {
        try {
            String text = time.asText("").strip().replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
            return time.isTextual() ? Optional.of(OffsetDateTime.parse(text).toInstant()) : Optional.empty();
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
