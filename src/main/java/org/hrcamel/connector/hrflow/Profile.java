package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds the part of an HrFlow profile that an applicant tracking system knows (HrFlow contract, section 2.3). Whatever is null,
 * missing or blank is left out, so that it can never wipe what HrFlow holds. Not thread safe.
 */
public final class Profile {

    /** The link types that HrFlow knows. */
    public static final Set<String> URL_TYPES = Set.of("from_resume", "linkedin", "twitter", "facebook", "github");

    private final ObjectNode profile = JsonNodeFactory.instance.objectNode();
    private final ObjectNode info = JsonNodeFactory.instance.objectNode();

    /**
     * @param reference the system's own id of the candidate
     */
    public Profile(String reference) {
        profile.put("reference", reference);
    }

    /** First and last name, and the full name made of them. */
    public Profile name(@Nullable String first, @Nullable String last) {
        put(info, "first_name", first);
        put(info, "last_name", last);
        put(
                info,
                "full_name",
                Stream.of(first, last)
                        .filter(part -> part != null && !part.isBlank())
                        .map(String::strip)
                        .collect(Collectors.joining(" ")));
        return this;
    }

    public Profile email(@Nullable String email) {
        put(info, "email", email);
        return this;
    }

    public Profile phone(@Nullable String phone) {
        put(info, "phone", phone);
        return this;
    }

    public Profile gender(@Nullable String gender) {
        put(info, "gender", gender);
        return this;
    }

    public Profile picture(@Nullable String url) {
        put(info, "picture", url);
        return this;
    }

    public Profile summary(@Nullable String summary) {
        put(info, "summary", summary);
        return this;
    }

    public Profile location(ProfileLocation location) {
        location.json().ifPresent(json -> info.set("location", json));
        return this;
    }

    /** A link; one of a type that HrFlow does not know becomes a tag of that name. */
    public Profile url(String type, @Nullable String url) {
        if (url == null || url.isBlank()) {
            return this;
        }
        if (!URL_TYPES.contains(type)) {
            return tag(type, url);
        }
        info.withArray("urls").addObject().put("type", type).put("url", url.strip());
        return this;
    }

    public Profile experience(ProfileEntry entry) {
        return entry("experiences", entry);
    }

    public Profile education(ProfileEntry entry) {
        return entry("educations", entry);
    }

    private Profile entry(String list, ProfileEntry entry) {
        entry.json().ifPresent(json -> profile.withArray(list).add(json));
        return this;
    }

    /** A skill whose kind (hard or soft) the system does not tell. */
    public Profile skill(@Nullable String name) {
        return named("skills", name);
    }

    public Profile language(@Nullable String name) {
        return named("languages", name);
    }

    private Profile named(String list, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            profile.withArray(list).addObject().put("name", name.strip()).putNull("value");
        }
        return this;
    }

    /** A value that has no field of its own, under the system's own name in snake case. HrFlow takes text only. */
    public Profile tag(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            profile.withArray("tags").addObject().put("name", name).put("value", value.strip());
        }
        return this;
    }

    /** Any scalar as a tag; null, a missing node and collections are left out. */
    public Profile tag(String name, @Nullable JsonNode value) {
        return value == null || !value.isValueNode() || value.isNull() ? this : tag(name, value.asText());
    }

    /** Several values as one tag, comma separated, each once. */
    public Profile tag(String name, Collection<String> values) {
        return tag(
                name,
                values.stream()
                        .filter(value -> value != null && !value.isBlank())
                        .map(String::strip)
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    public ObjectNode json() {
        if (!info.isEmpty()) {
            profile.set("info", info);
        }
        return profile;
    }

    static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            node.put(field, value.strip());
        }
    }
}
