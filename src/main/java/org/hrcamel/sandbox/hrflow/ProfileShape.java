package org.hrcamel.sandbox.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The members of a profile, and what HrFlow fills in where one is missing (HrFlow contract, section 2.3). */
final class ProfileShape {

    /** Lists whose elements have a {@code name} and a {@code value}. */
    static final List<String> NAMED =
            List.of("skills", "languages", "certifications", "courses", "tasks", "interests", "tags", "metadatas");

    /** Lists of periods with a place. */
    static final List<String> PERIODS = List.of("experiences", "educations");

    /** What an edit replaces, in the order of the profile. */
    static final List<String> EDITABLE = Stream.of(
                    List.of("consent_algorithmic", "info", "text_language", "text"), PERIODS, NAMED, List.of("labels"))
            .flatMap(List::stream)
            .toList();

    /** What HrFlow alone sets. */
    static final List<String> OWN = List.of(
            "source_key",
            "id",
            "key",
            "reference",
            "source",
            "archive",
            "archived_at",
            "updated_at",
            "created_at",
            "experiences_duration",
            "educations_duration",
            "attachments");

    static final Set<String> KNOWN =
            Stream.concat(OWN.stream(), EDITABLE.stream()).collect(Collectors.toUnmodifiableSet());

    static final List<String> INFO_TEXTS = List.of(
            "full_name",
            "first_name",
            "last_name",
            "email",
            "phone",
            "date_birth",
            "picture",
            "gender",
            "summary",
            "driving_license");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> CONSENTS =
            List.of("parsing", "revealing", "embedding", "searching", "scoring", "reasoning");

    private ProfileShape() {}

    /** The editable part of a profile, with everything that is missing at its empty value. */
    static ObjectNode editable(JsonNode given) {
        ObjectNode profile = JSON.objectNode();
        for (String field : EDITABLE) {
            JsonNode value = given.path(field);
            profile.set(
                    field,
                    switch (field) {
                        case "consent_algorithmic" -> value.isObject() ? value.deepCopy() : consent();
                        case "info" -> info(value);
                        case "text_language", "text" -> value.isMissingNode() ? NullNode.instance : value;
                        case "experiences" -> periods(value, "company");
                        case "educations" -> periods(value, "school");
                        default -> value.isArray() ? value.deepCopy() : JSON.arrayNode();
                    });
        }
        return profile;
    }

    private static ObjectNode consent() {
        ObjectNode each = JSON.objectNode();
        CONSENTS.forEach(right -> each.put(right, false));
        ObjectNode both = JSON.objectNode();
        both.set("owner", each);
        both.set("controller", each.deepCopy());
        return both;
    }

    private static ObjectNode info(JsonNode given) {
        ObjectNode info = given.isObject() ? given.deepCopy() : JSON.objectNode();
        INFO_TEXTS.forEach(text -> missing(info, text, NullNode.instance));
        missing(info, "urls", JSON.arrayNode());
        info.set("location", location(info.path("location")));
        return info;
    }

    private static ArrayNode periods(JsonNode given, String where) {
        ArrayNode periods = JSON.arrayNode();
        for (JsonNode each : given) {
            ObjectNode period = each.deepCopy();
            missing(period, "key", JSON.textNode(Keys.of(each.toString())));
            for (String text : List.of("title", where, "description", "date_start", "date_end")) {
                missing(period, text, NullNode.instance);
            }
            for (String list : List.of("skills", "certifications", "courses", "tasks")) {
                missing(period, list, JSON.arrayNode());
            }
            period.set("location", location(period.path("location")));
            periods.add(period);
        }
        return periods;
    }

    /** A place without details has an empty array where others have an object. */
    private static ObjectNode location(JsonNode given) {
        ObjectNode location = given.isObject() ? given.deepCopy() : JSON.objectNode();
        for (String member : List.of("text", "lat", "lng", "gmaps")) {
            missing(location, member, NullNode.instance);
        }
        missing(
                location,
                "fields",
                location.get("text").isNull()
                        ? JSON.arrayNode()
                        : JSON.objectNode().put("text", location.get("text").asText()));
        return location;
    }

    private static void missing(ObjectNode object, String member, JsonNode value) {
        if (!object.has(member)) {
            object.set(member, value);
        }
    }
}
