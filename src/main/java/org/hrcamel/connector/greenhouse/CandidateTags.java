package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrcamel.connector.hrflow.Profile;
import org.hrcamel.http.Json;
import org.jspecify.annotations.Nullable;

/** What Greenhouse knows of a candidate and HrFlow has no field for, as tags under Greenhouse's own names. */
final class CandidateTags {

    private static final List<String> PLAIN = List.of(
            "preferred_name",
            "company",
            "title",
            "time_zone",
            "can_email",
            "private",
            "is_private",
            "created_at",
            "updated_at",
            "last_activity_at",
            "last_activity");

    private CandidateTags() {}

    static void add(Profile profile, JsonNode candidate) {
        PLAIN.forEach(field -> profile.tag(field, candidate.path(field)));
        List<String> tags = new ArrayList<>();
        candidate.path("tags").forEach(tag -> tags.add(tag.asText()));
        profile.tag("tags", tags)
                .tag("recruiter", candidate.path("recruiter").path("name"))
                .tag("coordinator", candidate.path("coordinator").path("name"));
        candidate
                .path("custom_fields")
                .properties()
                .forEach(field -> profile.tag("custom_field_" + field.getKey(), customField(field)));
    }

    /** v3 tells the value beside its type, v1 the value alone. */
    private static @Nullable String customField(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        return value(value.has("value") && value.has("type") ? value.path("value") : value);
    }

    /** A list, an amount with its unit, a range, a user, or a plain value; null for none. */
    private static @Nullable String value(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isArray()) {
            List<String> elements = new ArrayList<>();
            value.forEach(element -> elements.add(value(element)));
            return elements.stream()
                    .filter(element -> element != null && !element.isBlank())
                    .collect(Collectors.joining(", "));
        }
        if (!value.isObject()) {
            return plain(value);
        }
        if (value.has("min_value") || value.has("max_value")) {
            String range = joined(" - ", value.path("min_value"), value.path("max_value"));
            return Stream.of(range, plain(value.path("unit")))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }
        String told = joined(" ", value.path("amount"), value.path("value"), value.path("unit"));
        String known = told.isEmpty() ? plain(value.path("name")) : told;
        return known.isEmpty() ? Json.text(value) : known;
    }

    private static String joined(String separator, JsonNode... parts) {
        return Stream.of(parts)
                .map(CandidateTags::plain)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(separator));
    }

    private static String plain(JsonNode value) {
        if (value.isNumber()) {
            // Else a round decimal becomes 1E+5.
            return value.decimalValue().toPlainString();
        }
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }
}
