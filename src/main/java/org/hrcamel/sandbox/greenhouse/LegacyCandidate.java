package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins the rows of one candidate into the single object that Harvest v1 returns (Greenhouse contract, section 11). */
final class LegacyCandidate {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final GreenhouseRecords records;

    LegacyCandidate(GreenhouseRecords records) {
        this.records = records;
    }

    /**
     * @param filesRoot address of the host that keeps the attachments
     */
    ObjectNode of(ObjectNode row, String filesRoot) {
        long id = row.path("id").asLong();
        List<ObjectNode> applications = records.children("applications", "candidate_id", id);
        ObjectNode candidate = JSON.objectNode();
        copy(row, candidate, "id", "first_name", "last_name", "company", "title", "created_at", "updated_at");
        candidate.set("last_activity", row.path("last_activity_at"));
        candidate.put("is_private", row.path("private").asBoolean());
        candidate.putNull("photo_url");
        candidate.set("attachments", attachments(id, applications, filesRoot));
        ArrayNode applicationIds = candidate.putArray("application_ids");
        applications.forEach(
                application -> applicationIds.add(application.path("id").asLong()));
        copy(
                row,
                candidate,
                "phone_numbers",
                "addresses",
                "email_addresses",
                "website_addresses",
                "social_media_addresses");
        candidate.putNull("recruiter").putNull("coordinator");
        copy(row, candidate, "can_email", "tags");
        ArrayNode embedded = candidate.putArray("applications");
        applications.forEach(application -> embedded.add(application(application)));
        ArrayNode educations = candidate.putArray("educations");
        records.children("candidate_educations", "candidate_id", id).forEach(child -> educations.add(education(child)));
        ArrayNode employments = candidate.putArray("employments");
        records.children("candidate_employments", "candidate_id", id)
                .forEach(child -> employments.add(
                        copy(child, JSON.objectNode(), "id", "company_name", "title", "start_date", "end_date")));
        copy(row, candidate, "linked_user_ids");
        customFields(row, candidate);
        return candidate;
    }

    private ArrayNode attachments(long candidate, List<ObjectNode> applications, String filesRoot) {
        Map<Long, ObjectNode> rows = new LinkedHashMap<>();
        List<ObjectNode> found = new ArrayList<>(records.children("attachments", "candidate_id", candidate));
        applications.forEach(application -> found.addAll(records.children(
                "attachments", "application_id", application.path("id").asLong())));
        found.forEach(row -> rows.put(row.path("id").asLong(), row));
        ArrayNode attachments = JSON.arrayNode();
        rows.values()
                .forEach(row -> attachments.add(copy(
                        GreenhouseRecords.signed(row, filesRoot),
                        JSON.objectNode(),
                        "filename",
                        "url",
                        "type",
                        "created_at")));
        return attachments;
    }

    private ObjectNode application(ObjectNode row) {
        ObjectNode application = copy(row, JSON.objectNode(), "id", "candidate_id", "prospect");
        application.set("applied_at", row.path("created_at"));
        copy(row, application, "rejected_at", "last_activity_at");
        application.putObject("location").set("address", row.path("location_address"));
        application
                .putObject("source")
                .put("id", row.path("source_id").asLong())
                .put("public_name", "LinkedIn (Prospecting)");
        application.putNull("credited_to").putNull("recruiter").putNull("coordinator");
        application.putNull("rejection_reason").putNull("rejection_details");
        ArrayNode jobs = application.putArray("jobs");
        ObjectNode job = records.table("jobs").get(row.path("job_id").asLong());
        if (job != null) {
            jobs.add(copy(job, JSON.objectNode(), "id", "name"));
        }
        copy(row, application, "job_post_id");
        String status = row.path("status").asText();
        application.put("status", status.equals("in_process") ? "active" : status);
        application
                .putObject("current_stage")
                .put("id", row.path("job_interview_stage_id").asLong())
                .set("name", row.path("stage_name"));
        copy(row, application, "answers");
        application.putNull("prospective_office").putNull("prospective_department");
        application
                .putObject("prospect_detail")
                .putNull("prospect_pool")
                .putNull("prospect_stage")
                .putNull("prospect_owner");
        application.putArray("attachments");
        return application;
    }

    private ObjectNode education(ObjectNode row) {
        ObjectNode education = JSON.objectNode().put("id", row.path("id").asLong());
        education.set("school_name", option(row.path("school_name_custom_field_option_id")));
        education.set("degree", option(row.path("degree_custom_field_option_id")));
        education.set("discipline", option(row.path("discipline_custom_field_option_id")));
        education.set("start_date", row.path("start_at"));
        education.set("end_date", row.path("end_at"));
        return education;
    }

    private JsonNode option(JsonNode id) {
        ObjectNode option = records.table("custom_field_options").get(id.asLong());
        return option == null ? JSON.nullNode() : option.path("name");
    }

    private static void customFields(ObjectNode row, ObjectNode candidate) {
        ObjectNode plain = candidate.putObject("custom_fields");
        ObjectNode keyed = candidate.putObject("keyed_custom_fields");
        row.path("custom_fields").properties().forEach(field -> {
            JsonNode value = field.getValue().path("value");
            plain.set(field.getKey(), value);
            keyed.set(field.getKey(), value.isNull() ? JSON.nullNode() : field.getValue());
        });
    }

    /** Copies the keys that the row has: recorded v1 answers lack some (section 11). */
    private static ObjectNode copy(ObjectNode from, ObjectNode to, String... names) {
        for (String name : names) {
            if (from.has(name)) {
                to.set(name, from.get(name));
            }
        }
        return to;
    }
}
