package org.hrcamel.sandbox.smartrecruiters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.hrcamel.sandbox.Person;
import org.jspecify.annotations.Nullable;

/**
 * One candidate in the detail form without its links, which depend on the address of the request (SmartRecruiters contract, section 2.3).
 *
 * @param sequence position in lists
 * @param person null for a record that a test added
 * @param gone whether the detail is already deleted although lists still have the row
 */
record Candidate(long sequence, ObjectNode record, @Nullable Person person, boolean gone) {

    private static final List<String> LISTED = List.of(
            "id",
            "internal",
            "firstName",
            "lastName",
            "email",
            "location",
            "createdOn",
            "updatedOn",
            "averageRating",
            "tags",
            "consent",
            "primaryAssignment",
            "secondaryAssignments");

    String id() {
        return record.path("id").asText();
    }

    /** Time of the last change, or of the creation where there is none. */
    String changed() {
        return record.path("updatedOn").asText(record.path("createdOn").asText());
    }

    /** All applications, the primary one first. */
    List<JsonNode> assignments() {
        List<JsonNode> assignments = new ArrayList<>();
        if (record.path("primaryAssignment").isObject()) {
            assignments.add(record.get("primaryAssignment"));
        }
        record.path("secondaryAssignments").forEach(assignments::add);
        return assignments;
    }

    /** The list form (section 2.2). */
    ObjectNode row(String base) {
        ObjectNode row = record.deepCopy().retain(LISTED);
        if (row.path("primaryAssignment").isObject()) {
            ((ObjectNode) row.get("primaryAssignment")).retain("job", "status", "subStatus");
        }
        row.path("secondaryAssignments").forEach(assignment -> ((ObjectNode) assignment).retain("job"));
        return linked(row, base, "properties");
    }

    /** The detail form, where consent is only a link unless it is wanted inline (rule U5). */
    ObjectNode detail(String base, boolean consentInline) {
        ObjectNode detail = record.deepCopy();
        if (!consentInline) {
            detail.remove("consent");
        }
        return linked(detail, base, "properties", "attachments", "consent", "consents");
    }

    private static ObjectNode linked(ObjectNode form, String base, String... links) {
        String self = base + "/candidates/" + form.path("id").asText();
        link(form.path("primaryAssignment").path("job"), base);
        form.path("secondaryAssignments").forEach(assignment -> link(assignment.path("job"), base));
        ObjectNode actions = form.putObject("actions");
        if (links.length == 1) {
            actions.set("details", action(self));
        }
        for (String link : links) {
            actions.set(link, action(self + "/" + link));
        }
        return form;
    }

    private static void link(JsonNode job, String base) {
        if (job instanceof ObjectNode object) {
            object.putObject("actions")
                    .set("details", action(base + "/jobs/" + job.path("id").asText()));
        }
    }

    static ObjectNode action(String url) {
        return JsonNodeFactory.instance.objectNode().put("url", url).put("method", "GET");
    }
}
