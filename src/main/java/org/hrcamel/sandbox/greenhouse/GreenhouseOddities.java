package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.hrcamel.sandbox.Person;

/** The shapes that trip clients, among the first dozen people (Greenhouse contract, sections 2 to 4). */
final class GreenhouseOddities {

    private final GreenhouseRecords records;

    GreenhouseOddities(GreenhouseRecords records) {
        this.records = records;
    }

    /** Bends the rows of this person, if it is among the first dozen. */
    void bend(Person person) {
        switch (person.index()) {
            case 0 -> workAddressFirstAndOldResumes(person);
            case 1 -> change("attachments", GreenhousePeople.attachmentId(1), row -> row.putNull("candidate_id"));
            case 2 -> records.putStub(GreenhousePeople.candidateId(2) + 1);
            case 3 ->
                candidate(person, row -> {
                    row.putNull("company")
                            .putNull("title")
                            .putNull("time_zone")
                            .putNull("tags")
                            .putNull("addresses");
                    row.putNull("social_media_addresses")
                            .putNull("custom_fields")
                            .putNull("can_email");
                });
            case 4 -> {
                candidate(person, row -> row.remove(List.of("preferred_name", "website_addresses", "tags")));
                prospectOnly(person);
            }
            case 5 ->
                candidate(
                        person,
                        row -> row.withArray("email_addresses").insertObject(0).putNull("value"));
            case 6 -> richCustomFieldsAndTwoApplications(person);
            case 8 ->
                change("candidate_educations", GreenhousePeople.educationId(8), row -> {
                    row.putNull("degree_custom_field_option_id").putNull("discipline_custom_field_option_id");
                    row.putNull("start_at").putNull("start_date_month").putNull("end_at");
                    row.putNull("end_date_month").putNull("end_date_year");
                });
            case 10 -> {
                candidate(person, row -> row.put("first_name", "  " + person.firstName() + " "));
                change("candidate_employments", GreenhousePeople.employmentId(10), row -> row.putNull("title"));
                change(
                        "candidate_employments",
                        GreenhousePeople.employmentId(10) + 1,
                        row -> row.put(
                                "start_date", row.path("start_date").asText().substring(0, 10)));
            }
            case 11 -> candidate(person, row -> row.put("private", true));
            default -> {
                // An ordinary person.
            }
        }
    }

    private void workAddressFirstAndOldResumes(Person person) {
        candidate(person, row -> {
            row.withArray("email_addresses")
                    .insertObject(0)
                    .put("value", "work0@example.com")
                    .put("type", "work");
            row.withArray("phone_numbers")
                    .insertObject(0)
                    .put("value", "555-555-0000")
                    .put("type", "work");
            row.withArray("website_addresses")
                    .addObject()
                    .put("value", "mysite.com")
                    .put("type", "portfolio");
        });
        long id = GreenhousePeople.attachmentId(0);
        // The newest résumé has the lowest id, so that neither the first nor the last row of a list is the right one.
        ObjectNode old = GreenhousePeople.attachment(person, id + 1, "resume");
        records.put(
                "attachments",
                old.put("filename", "old.pdf")
                        .put("created_at", "2019-05-01T08:00:00.000Z")
                        .put("url", "/files/resume/900001.pdf"));
        records.put("attachments", GreenhousePeople.attachment(person, id + 2, "cover_letter"));
        ObjectNode older = GreenhousePeople.attachment(person, id + 3, "resume");
        records.put(
                "attachments",
                older.put("filename", "older.doc")
                        .put("created_at", "2018-05-01T08:00:00.000Z")
                        .put("url", "/files/resume/900002.pdf"));
    }

    private void prospectOnly(Person person) {
        change("applications", GreenhousePeople.applicationId(person.index()), row -> {
            row.putNull("job_id").putNull("job_post_id").put("prospect", true);
            row.putNull("stage_id").putNull("stage_name").putNull("job_interview_stage_id");
            row.withArray("prospective_job_ids").add(GreenhousePeople.ENGINEER_JOB);
        });
    }

    private void richCustomFieldsAndTwoApplications(Person person) {
        candidate(person, row -> {
            ObjectNode custom = row.putObject("custom_fields");
            custom.putObject("years").put("name", "Years").put("type", "number").put("value", 12.5);
            custom.putObject("languages")
                    .put("name", "Languages")
                    .put("type", "multi_select")
                    .putArray("value")
                    .add("fr");
            custom.putObject("salary")
                    .put("name", "Salary")
                    .put("type", "currency")
                    .putObject("value")
                    .put("amount", "1")
                    .put("unit", "EUR");
            custom.putNull("abandoned");
        });
        ObjectNode second = GreenhousePeople.application(person, GreenhousePeople.applicationId(person.index()) + 1);
        records.put(
                "applications",
                second.put("status", "rejected")
                        .put("job_id", GreenhousePeople.OTHER_JOB)
                        .put("rejected_at", "2024-03-01T10:00:00.000Z"));
    }

    private void candidate(Person person, Consumer<ObjectNode> change) {
        change("candidates", GreenhousePeople.candidateId(person.index()), change);
    }

    /** Changes a row before anyone has read it, so that its update time stays; nothing if this person has no such row. */
    private void change(String resource, long id, Consumer<ObjectNode> change) {
        ObjectNode row = records.table(resource).get(id);
        if (row != null) {
            ObjectNode changed = row.deepCopy();
            change.accept(changed);
            records.put(resource, changed);
        }
    }
}
