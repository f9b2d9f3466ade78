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
import java.util.function.BiPredicate;
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

    private final ObjectNode merged;
    private final ObjectNode base;

    private ProfileMerge(ObjectNode base) {
        this.base = base;
        this.merged = base.deepCopy();
    }

    /**
     * The full profile to be written, and what differs from the present one.
     *
     * @param changes empty when HrFlow already holds everything
     */
    public record Result(ObjectNode profile, List<Change> changes) {}

    /**
     * @param base the profile as read; not changed
     * @param known what the system knows; not changed
     * @param onlyFields when not empty, only these top-level fields are edited
     */
    public static Result merge(ObjectNode base, JsonNode known, Collection<String> onlyFields) {
        ProfileMerge merge = new ProfileMerge(base);
        for (Map.Entry<String, JsonNode> field : known.properties()) {
            if (!KEPT.contains(field.getKey()) && (onlyFields.isEmpty() || onlyFields.contains(field.getKey()))) {
                merge.topLevel(field.getKey(), field.getValue());
            }
        }
        return new Result(merge.merged, ProfileChanges.between(merge.base, merge.merged));
    }

    private void topLevel(String name, JsonNode value) {
        if (BY_NAME.contains(name)) {
            merged.set(name, upserted(merged.path(name), value));
        } else {
            overlay(merged, name, value);
        }
    }

    private static void overlay(ObjectNode onto, String name, JsonNode value) {
        if (isNothing(value)) {
            return;
        }
        JsonNode present = onto.path(name);
        if (value.isObject()) {
            // HrFlow writes an empty object as an empty list in places.
            ObjectNode object = present.isObject() ? (ObjectNode) present : created(onto, name);
            value.properties().forEach(field -> overlay(object, field.getKey(), field.getValue()));
        } else if (name.equals("urls")) {
            onto.set(name, united(present, value));
        } else if (value.isArray()) {
            onto.set(name, replaced(present, value));
        } else {
            onto.set(name, value);
        }
    }

    private static ObjectNode created(ObjectNode onto, String name) {
        ObjectNode object = onto.putObject(name);
        if (name.equals("location")) {
            // These three are expected, even without values.
            object.putNull("text").putNull("lat").putNull("lng");
        }
        return object;
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || value.isTextual() && value.textValue().isBlank()
                || value.isContainerNode() && value.isEmpty();
    }

    /** The system's list, each element laid over the one that HrFlow holds of it. */
    private static ArrayNode replaced(JsonNode present, JsonNode list) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        List<JsonNode> unused = new ArrayList<>();
        present.forEach(unused::add);
        for (JsonNode element : list) {
            if (element.isObject()) {
                ObjectNode same = take(unused, element);
                element.properties().forEach(field -> {
                    if (field.getValue().isNull()) {
                        // Within an element, null says that there is none: an experience that goes on has no end.
                        clear(same, field.getKey());
                    } else {
                        overlay(same, field.getKey(), field.getValue());
                    }
                });
                result.add(same);
            } else {
                result.add(element);
            }
        }
        return result;
    }

    private static void clear(ObjectNode node, String field) {
        if (node.hasNonNull(field)) {
            node.putNull(field);
        }
    }

    private static ObjectNode take(List<JsonNode> unused, JsonNode element) {
        for (BiPredicate<JsonNode, JsonNode> sameness : SAMENESS) {
            for (JsonNode candidate : unused) {
                if (sameness.test(candidate, element)) {
                    unused.remove(candidate);
                    return candidate.deepCopy();
                }
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** Which element of HrFlow's list is the same as one of the system's, surest sign first. */
    private static final List<BiPredicate<JsonNode, JsonNode>> SAMENESS = List.of(
            (a, b) -> alike(a, b, "title", "company", "school", "name", "date_start"),
            (a, b) -> alike(a, b, "title", "company", "school", "name"));

    private static boolean alike(JsonNode a, JsonNode b, String... fields) {
        boolean any = false;
        for (String field : fields) {
            String left = a.path(field).asText("").strip();
            String right = b.path(field).asText("").strip();
            if (!left.equalsIgnoreCase(right)) {
                return false;
            }
            any |= !left.isEmpty();
        }
        return any;
    }

    private static ArrayNode united(JsonNode present, JsonNode links) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        Set<String> known = new HashSet<>();
        for (JsonNode link : ProfileLinks.list(present)) {
            known.add(link.path("url").asText());
            result.add(link);
        }
        for (JsonNode link : links) {
            if (known.add(link.path("url").asText())) {
                result.add(link);
            }
        }
        return result;
    }

    private static ArrayNode upserted(JsonNode present, JsonNode tags) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        Set<String> replaced = new HashSet<>();
        for (JsonNode tag : tags) {
            if (!isNothing(tag.path("value"))) {
                replaced.add(tag.path("name").asText());
            }
        }
        List<JsonNode> left = new ArrayList<>();
        tags.forEach(tag -> {
            if (replaced.contains(tag.path("name").asText()) && !isNothing(tag.path("value"))) {
                left.add(tag);
            }
        });
        for (JsonNode tag : present) {
            String name = tag.path("name").asText();
            if (!replaced.contains(name)) {
                result.add(tag);
                continue;
            }
            // In its old place, so that an unchanged list stays as it is.
            List<JsonNode> same = left.stream()
                    .filter(candidate -> candidate.path("name").asText().equals(name))
                    .toList();
            result.addAll(same);
            left.removeAll(same);
        }
        return result.addAll(left);
    }
}
