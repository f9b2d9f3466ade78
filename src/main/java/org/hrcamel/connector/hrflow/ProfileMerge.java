package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrcamel.workflow.Change;

/**
 * Lays what an applicant tracking system knows over a profile as HrFlow holds it (HrFlow contract, section 3.4). A value wins over
 * another, nothing never wipes anything; lists replace only when they have elements, each keeping what HrFlow knew of the same
 * element; links are united; tags and metadatas are replaced by name.
 */
public final class ProfileMerge {

    /** What HrFlow manages itself, or what says who the profile is. */
    private static final Set<String> KEPT = Set.of(
            "key",
            "id",
            "reference",
            "source",
            "source_key",
            "created_at",
            "updated_at",
            "archive",
            "archived_at",
            "attachments");

    private static final Set<String> BY_NAME = Set.of("tags", "metadatas");

    private ProfileMerge() {}

    /**
     * The full profile to be written, and what differs from the present one.
     *
     * @param profile its own top-level fields; what they hold may be parts of what was merged, and must not be changed
     * @param changes empty when HrFlow already holds everything
     */
    public record Result(ObjectNode profile, List<Change> changes) {}

    /**
     * @param base the profile as read; not changed
     * @param known what the system knows; not changed
     * @param onlyFields when not empty, only these top-level fields are edited
     */
    public static Result merge(ObjectNode base, JsonNode known, Collection<String> onlyFields) {
        ObjectNode merged = copy(base);
        for (Map.Entry<String, JsonNode> field : known.properties()) {
            if (!KEPT.contains(field.getKey()) && (onlyFields.isEmpty() || onlyFields.contains(field.getKey()))) {
                topLevel(merged, field.getKey(), field.getValue());
            }
        }
        JsonNode fullName = base.path("info").path("full_name");
        if (!isNothing(fullName) && isHalfAName(known.path("info"))) {
            object(merged, "info").set("full_name", fullName);
        }
        return new Result(merged, ProfileChanges.between(base, merged));
    }

    /** An object of its own with the same members. */
    private static ObjectNode copy(JsonNode object) {
        return JsonNodeFactory.instance.objectNode().setAll((ObjectNode) object);
    }

    /** A full name made of the first or the last name alone: the other one is missing, and must not be lost. */
    private static boolean isHalfAName(JsonNode info) {
        boolean noFirst = isNothing(info.path("first_name"));
        boolean noLast = isNothing(info.path("last_name"));
        return noFirst != noLast && info.path("full_name").equals(info.path(noFirst ? "last_name" : "first_name"));
    }

    private static void topLevel(ObjectNode merged, String name, JsonNode value) {
        if (BY_NAME.contains(name)) {
            merged.set(name, NamedValues.upsert(merged.path(name), value));
        } else {
            overlay(merged, name, value);
        }
    }

    private static void overlay(ObjectNode onto, String name, JsonNode value) {
        if (isNothing(value)) {
            return;
        }
        JsonNode present = onto.path(name);
        if (name.equals("urls")) {
            unite(onto, present, ProfileLinks.list(value));
        } else if (value.isObject()) {
            ObjectNode object = object(onto, name);
            value.properties().forEach(field -> overlay(object, field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            onto.set(name, replaced(present, value));
        } else {
            onto.set(name, value);
        }
    }

    /** The object of this name, to be changed: a copy, for the present one is a part of what HrFlow holds. */
    private static ObjectNode object(ObjectNode onto, String name) {
        JsonNode present = onto.path(name);
        if (!present.isObject()) {
            // HrFlow writes an empty object as an empty list in places.
            return created(onto, name);
        }
        ObjectNode object = copy(present);
        onto.set(name, object);
        return object;
    }

    private static ObjectNode created(ObjectNode onto, String name) {
        ObjectNode object = onto.putObject(name);
        if (name.equals("location")) {
            // These three are expected, even without values.
            object.putNull("text").putNull("lat").putNull("lng");
        }
        return object;
    }

    /** Null, missing, blank, or holding nothing but such values. */
    static boolean isNothing(JsonNode value) {
        if (value.isContainerNode()) {
            for (JsonNode member : value) {
                if (!isNothing(member)) {
                    return false;
                }
            }
            return true;
        }
        return value.isNull()
                || value.isMissingNode()
                || value.isTextual() && value.textValue().isBlank();
    }

    /** The system's list, each element laid over the one that HrFlow holds of it. */
    private static ArrayNode replaced(JsonNode present, JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(element -> {
            if (!isNothing(element)) {
                elements.add(element);
            }
        });
        JsonNode[] same = SameEntries.of(present, elements);
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < same.length; i++) {
            result.add(elements.get(i).isObject() ? laidOver(same[i], elements.get(i)) : elements.get(i));
        }
        return result;
    }

    /** @param same null for an element that HrFlow does not hold */
    static ObjectNode laidOver(JsonNode same, JsonNode element) {
        ObjectNode result = same == null ? JsonNodeFactory.instance.objectNode() : copy(same);
        element.properties().forEach(field -> {
            if (field.getKey().equals("date_end") && field.getValue().isNull() && result.hasNonNull("date_end")) {
                // Here alone null says that there is none: an experience that goes on has no end.
                result.putNull("date_end");
            } else {
                overlay(result, field.getKey(), field.getValue());
            }
        });
        return result;
    }

    /** Adds the links that are not there yet; when all are, the list stays as it is, whatever its form. */
    private static void unite(ObjectNode onto, JsonNode present, List<JsonNode> links) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        Set<String> known = new HashSet<>();
        for (JsonNode link : ProfileLinks.list(present)) {
            known.add(link.path("url").asText());
            result.add(link);
        }
        boolean added = false;
        for (JsonNode link : links) {
            if (!isNothing(link.path("url")) && known.add(link.path("url").asText())) {
                result.add(link);
                added = true;
            }
        }
        if (added) {
            onto.set("urls", result);
        }
    }
}
