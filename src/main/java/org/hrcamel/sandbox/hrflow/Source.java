package org.hrcamel.sandbox.hrflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source and its profiles, by key and by reference. Guarded by its own monitor, held for the whole of a request. */
final class Source {

    /** Server times have an offset without colon (HrFlow contract, section 7). */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ").withZone(ZoneOffset.UTC);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A profile and what a résumé upload has still to do to it. */
    static final class Entry {
        /** Replaced as a whole, never changed in place, so that it may be read outside the monitor. */
        ObjectNode profile;
        /** Not yet visible: made by an upload that is still in the parsing queue. */
        boolean hidden;

        @Nullable
        Runnable parsing;

        int readsUntilParsed;

        @Nullable
        String lastUpload;

        Entry(ObjectNode profile) {
            this.profile = profile;
        }
    }

    final String key;
    final String name;
    /** Whether it belongs to another team, so that no key of ours may use it. */
    final boolean foreign;

    private final Clock clock;
    private final Map<String, Entry> byKey = new LinkedHashMap<>();
    private final Map<String, Entry> byReference = new LinkedHashMap<>();

    Source(String key, String name, boolean foreign, Clock clock) {
        this.key = key;
        this.name = name;
        this.foreign = foreign;
        this.clock = clock;
    }

    String now() {
        return TIME.format(clock.instant());
    }

    /** What {@code GET /source} tells (HrFlow contract, section 2.1). */
    ObjectNode info() {
        ObjectNode info = JSON.objectNode().put("id", 1166).put("key", key).put("name", name);
        info.putNull("description").put("type", "api").put("subtype", "java").put("environment", "production");
        info.put("private", true).put("status", true).putNull("archive");
        info.putArray("members").add("a@example.com");
        info.put("notification", false).put("consent", false).putNull("consent_url");
        info.putObject("user").put("id", 16).put("email", "a@example.com");
        return info.put("updated_at", "2020-09-01T17:51:36+0000").put("created_at", "2020-09-01T17:51:36+0000");
    }

    Collection<Entry> entries() {
        return byKey.values();
    }

    Optional<Entry> withKey(String profileKey) {
        return Optional.ofNullable(byKey.get(profileKey));
    }

    Optional<Entry> withReference(String reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    /** @param given any members of a profile; those that stand in it are kept as they are */
    Entry add(ObjectNode given) {
        String reference = given.path("reference").asText(null);
        if (reference != null && byReference.containsKey(reference)) {
            throw new IllegalArgumentException("Reference already used in this source: " + reference);
        }
        ObjectNode source = JSON.objectNode()
                .put("key", key)
                .put("name", name)
                .put("type", "api")
                .put("subtype", "java")
                .put("environment", "production");
        ObjectNode profile = JSON.objectNode()
                .put("source_key", key)
                .put("id", 14945487 + byKey.size())
                .put("key", Keys.of(key + "/" + (reference == null ? "#" + byKey.size() : reference)))
                .put("reference", reference);
        profile.set("source", source);
        profile.set("archive", NullNode.instance);
        profile.set("archived_at", NullNode.instance);
        profile.put("updated_at", now()).put("created_at", now());
        profile.put("experiences_duration", 0).put("educations_duration", 0);
        profile.set("attachments", JSON.arrayNode());
        profile.setAll(ProfileShape.editable(given));
        given.properties().forEach(field -> {
            if (!ProfileShape.EDITABLE.contains(field.getKey())) {
                profile.set(field.getKey(), field.getValue().deepCopy());
            }
        });
        Entry entry = new Entry(profile);
        byKey.put(profile.get("key").asText(), entry);
        if (reference != null) {
            byReference.put(reference, entry);
        }
        return entry;
    }

    void remove(Entry entry) {
        byKey.remove(entry.profile.get("key").asText());
        byReference.remove(entry.profile.path("reference").asText(""));
    }
}
