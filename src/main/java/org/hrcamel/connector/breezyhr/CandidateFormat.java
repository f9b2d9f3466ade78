package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes Breezy HR's update form of an HrFlow profile: the accepted fields of a candidate, {@code education} and {@code work_history} in
 * the form in which entries are added, and {@code reference}, which tells the candidate (Breezy HR contract, section 3; HrFlow contract,
 * section 2.3). Any field of the profile may be missing or null, and what is not known is left out; the table of fields is in
 * {@code docs/mappings/breezyhr.md}.
 */
final class CandidateFormat implements UnaryOperator<JsonNode> {

    /** Fields of a candidate that HrFlow has no place for; they are kept in tags of these names. */
    private static final Set<String> KEPT_IN_TAGS = Set.of("headline", "cover_letter");

    @Override
    public JsonNode apply(JsonNode profile) {
        JsonNode info = profile.path("info");
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        put(form, "reference", text(profile, "reference"));
        put(form, "name", name(info));
        put(form, "email_address", text(info, "email"));
        put(form, "phone_number", text(info, "phone"));
        put(form, "address", address(info.path("location")));
        put(form, "headline", currentTitle(profile.path("experiences")));
        put(form, "summary", text(info, "summary"));
        for (JsonNode tag : profile.path("tags")) {
            if (KEPT_IN_TAGS.contains(text(tag, "name"))) {
                put(form, text(tag, "name"), text(tag, "value"));
            }
        }
        tags(form, profile.path("skills"));
        set(form, CandidateEdit.SOCIAL_PROFILES, SocialLinks.of(info.path("urls")));
        for (JsonNode education : profile.path("educations")) {
            add(form, HistoryKind.EDUCATION, education(education));
        }
        for (JsonNode experience : profile.path("experiences")) {
            add(form, HistoryKind.WORK_HISTORY, work(experience));
        }
        return form;
    }

    private static String name(JsonNode info) {
        String full = text(info, "full_name");
        return full.isEmpty() ? joined(" ", text(info, "first_name"), text(info, "last_name")) : full;
    }

    /** The place as one text, else made of its parts; HrFlow writes parts that are none as an empty list. */
    private static String address(JsonNode location) {
        JsonNode parts = location.path("fields");
        String told = text(location, "text").isEmpty() ? text(parts, "text") : text(location, "text");
        return told.isEmpty()
                ? joined(
                        ", ",
                        joined(" ", text(parts, "house_number"), text(parts, "road")),
                        joined(" ", text(parts, "postcode"), text(parts, "city")),
                        text(parts, "state"),
                        text(parts, "country"))
                : told;
    }

    /** What the person does now: the job that began last of those that have not ended. */
    private static String currentTitle(JsonNode experiences) {
        String title = "";
        EntryDate latest = EntryDate.UNKNOWN;
        for (JsonNode experience : experiences) {
            EntryDate start = EntryDate.of(experience.path("date_start"));
            boolean current = start.isKnown()
                    && !EntryDate.of(experience.path("date_end")).isKnown();
            if (current && latest.isBefore(start) && !text(experience, "title").isEmpty()) {
                title = text(experience, "title");
                latest = start;
            }
        }
        return title;
    }

    private static void tags(ObjectNode form, JsonNode skills) {
        ArrayNode tags = JsonNodeFactory.instance.arrayNode();
        Stream.Builder<String> names = Stream.builder();
        skills.forEach(skill -> names.add(skill.isTextual() ? skill.asText().strip() : text(skill, "name")));
        names.build().filter(name -> !name.isEmpty()).distinct().forEach(tags::add);
        if (!tags.isEmpty()) {
            form.set("tags", tags);
        }
    }

    private static ObjectNode education(JsonNode education) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        put(entry, "school_name", text(education, "school"));
        put(entry, "field_of_study", text(education, "title"));
        return dated(entry, education, HistoryKind.EDUCATION);
    }

    private static ObjectNode work(JsonNode experience) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        put(entry, "company_name", text(experience, "company"));
        put(entry, "title", text(experience, "title"));
        put(entry, "summary", text(experience, "description"));
        return dated(entry, experience, HistoryKind.WORK_HISTORY);
    }

    private static ObjectNode dated(ObjectNode entry, JsonNode told, HistoryKind kind) {
        EntryDate.of(told.path("date_start")).put(entry, "start", kind.months());
        EntryDate.of(told.path("date_end")).put(entry, "end", kind.months());
        return entry;
    }

    private static void add(ObjectNode form, HistoryKind kind, ObjectNode entry) {
        if (!entry.isEmpty()) {
            form.withArray(kind.list()).add(entry);
        }
    }

    private static void set(ObjectNode form, String field, Optional<ObjectNode> value) {
        value.ifPresent(present -> form.set(field, present));
    }

    private static void put(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("").strip();
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
}
