package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place in HrFlow's form: a text, coordinates where they are known, and its parts in {@code fields}. Not thread safe. */
public final class ProfileLocation {

    private final ObjectNode location = JsonNodeFactory.instance.objectNode();
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    /** The place as one text. */
    public ProfileLocation text(@Nullable String text) {
        Profile.put(location, "text", text);
        return this;
    }

    /** The place as one text, made of its parts. */
    public ProfileLocation text(@Nullable String... parts) {
        return text(Stream.of(parts)
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(", ")));
    }

    /** Both or neither: half a coordinate is none. */
    public ProfileLocation coordinates(@Nullable JsonNode latitude, @Nullable JsonNode longitude) {
        if (latitude != null && longitude != null && latitude.isNumber() && longitude.isNumber()) {
            location.set("lat", latitude);
            location.set("lng", longitude);
        }
        return this;
    }

    /**
     * One part.
     *
     * @param field HrFlow's name, such as {@code city}, {@code state}, {@code postcode}, {@code country}, {@code road}
     */
    public ProfileLocation field(String field, @Nullable String value) {
        Profile.put(fields, field, value);
        return this;
    }

    Optional<ObjectNode> json() {
        if (!fields.isEmpty()) {
            location.set("fields", fields);
        }
        return location.isEmpty() ? Optional.empty() : Optional.of(location);
    }
}
