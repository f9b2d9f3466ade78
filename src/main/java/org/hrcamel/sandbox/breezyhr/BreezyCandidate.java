package org.hrcamel.sandbox.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One candidate on one position, with the two shapes in which it is read (Breezy HR contract, section 2.2). Immutable by convention.
 *
 * @param detail as stored: without {@code resume}, educations with {@code start_year} and {@code end_year}
 * @param resume null if there is none
 */
record BreezyCandidate(
        String position, ObjectNode detail, @Nullable ResumeFile resume) {

    private static final List<String> LISTED = List.of(
            "_id",
            "meta_id",
            "creation_date",
            "email_address",
            "headline",
            "initial",
            "name",
            "origin",
            "phone_number",
            "profile_photo_url",
            "source",
            "stage",
            "tags",
            "updated_date");

    String id() {
        return detail.path("_id").asText();
    }

    String updated() {
        return detail.path("updated_date").asText();
    }

    String email() {
        return detail.path("email_address").asText("");
    }

    BreezyCandidate with(ObjectNode changed) {
        return new BreezyCandidate(position, changed, resume);
    }

    /**
     * @param url address of the company, such as {@code …/v3/company/abc123def456}
     */
    ObjectNode read(String url, EducationDates dates) {
        ObjectNode read = detail.deepCopy();
        read.set("resume", resumeNode(url));
        for (JsonNode entry : read.path("education")) {
            dates((ObjectNode) entry, "start", dates);
            dates((ObjectNode) entry, "end", dates);
        }
        return read;
    }

    /** The abbreviated item of a list, in which the stage's type is an object. */
    ObjectNode listed(String url) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        LISTED.stream().filter(detail::has).forEach(name -> item.set(name, detail.get(name)));
        if (item.path("stage").isObject()) {
            ObjectNode stage = item.path("stage").deepCopy();
            String type = stage.path("type").asText();
            stage.putObject("type").put("id", type).put("name", type).put("icon", "user");
            item.set("stage", stage);
        }
        item.set("resume", resumeNode(url));
        return item;
    }

    private JsonNode resumeNode(String url) {
        if (resume == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        String address = url + "/position/" + position + "/candidate/" + id() + "/resume";
        return JsonNodeFactory.instance
                .objectNode()
                .put("file_name", resume.fileName())
                .put("url", address)
                .put("pdf_url", address);
    }

    private static void dates(ObjectNode entry, String which, EducationDates dates) {
        JsonNode year = entry.remove(which + "_year");
        if (year == null) {
            return;
        }
        switch (dates) {
            case ABSENT -> {
                // The vendor's model has no dates here.
            }
            case YEARS -> entry.set(which + "_year", year);
            case OBJECTS -> entry.putObject(which + "_date").set("year", year);
            case TEXTS -> entry.put(which + "_date", year.asText());
        }
    }

    /** The list under this name, which may be missing or null, as a list to add to. */
    static ArrayNode list(ObjectNode detail, String name) {
        return detail.path(name).isArray() ? (ArrayNode) detail.get(name) : detail.putArray(name);
    }
}
