package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.SimulatedFiles;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Harvest rows of invented people; {@link GreenhouseOddities} then bends those of the first dozen.
 *
 * <p>All ids follow from a person's index, and grow with it.
 */
final class GreenhousePeople {

    static final long ENGINEER_JOB = 149995;
    static final long OTHER_JOB = 149996;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final GreenhouseRecords records;
    private final Options options;

    GreenhousePeople(GreenhouseRecords records) {
        this.records = records;
        this.options = new Options(records);
    }

    static long candidateId(int index) {
        return 53_883_394L + index * 7L;
    }

    static long applicationId(int index) {
        return 69_102_626L + index * 4L;
    }

    static long attachmentId(int index) {
        return 90_001L + index * 4L;
    }

    static long educationId(int index) {
        return 561_227L + index * 4L;
    }

    static long employmentId(int index) {
        return 8_485_064L + index * 4L;
    }

    void jobs() {
        records.put("jobs", job(ENGINEER_JOB, "DevOps Engineer"));
        records.put("jobs", job(OTHER_JOB, "Product Designer"));
    }

    void add(Person person) {
        records.put("candidates", candidate(person));
        records.put("applications", application(person, applicationId(person.index())));
        if (person.hasResume()) {
            records.put("attachments", attachment(person, attachmentId(person.index()), "resume"));
        }
        List<Person.School> schools = person.schools();
        for (int i = 0; i < schools.size(); i++) {
            records.put("candidate_educations", education(person, i, schools.get(i)));
        }
        List<Person.Job> jobs = person.jobs();
        for (int i = 0; i < jobs.size(); i++) {
            records.put("candidate_employments", employment(person, i, jobs.get(i)));
        }
    }

    private static ObjectNode candidate(Person person) {
        ObjectNode row = JSON.objectNode().put("id", candidateId(person.index()));
        row.put("first_name", person.firstName()).put("last_name", person.lastName());
        row.putNull("preferred_name");
        row.put("company", person.jobs().isEmpty() ? null : person.jobs().get(0).company());
        row.put("title", person.headline());
        times(row, person).put("last_activity_at", time(person, 9));
        row.put("private", false).put("can_email", true).put("time_zone", "America/New_York");
        ArrayNode tags = row.putArray("tags");
        person.skills().forEach(tags::add);
        row.putArray("linked_user_ids");
        value(row.putArray("phone_numbers"), person.phone(), "mobile");
        value(row.putArray("addresses"), address(person), "home");
        value(row.putArray("email_addresses"), person.email(), "personal");
        row.putArray("website_addresses");
        ArrayNode social = row.putArray("social_media_addresses");
        if (person.linkedin() != null) {
            social.addObject().put("value", person.linkedin());
        }
        ObjectNode custom = row.putObject("custom_fields");
        custom.putObject("desired_salary")
                .put("name", "Desired Salary")
                .put("type", "short_text")
                .put("value", "40000");
        custom.putObject("work_remotely")
                .put("name", "Work Remotely")
                .put("type", "boolean")
                .putNull("value");
        return row;
    }

    private static String address(Person person) {
        return person.street() + "\n" + person.city() + ", " + person.region() + " " + person.postcode() + "\n"
                + person.country();
    }

    private static void value(ArrayNode list, @Nullable String value, String type) {
        if (value != null) {
            list.addObject().put("value", value).put("type", type);
        }
    }

    static ObjectNode application(Person person, long id) {
        ObjectNode row = JSON.objectNode().put("id", id).put("candidate_id", candidateId(person.index()));
        row.put("job_id", person.index() % 2 == 0 ? ENGINEER_JOB : OTHER_JOB).put("job_post_id", 123);
        row.put("status", "in_process").put("prospect", false);
        // Larger than 32 bits, as real stage ids are (section 2.5).
        row.put("stage_id", 11_925_559_004L)
                .put("stage_name", "Take Home Test")
                .put("job_interview_stage_id", 1_073_533);
        row.put("needs_decision", false)
                .put("source_id", 16)
                .putNull("referrer_id")
                .put("recruiter_id", 92_120);
        row.putNull("coordinator_id").putNull("agency_note_id").putArray("prospective_job_ids");
        row.put("location_address", person.city() + ", " + person.country());
        row.putArray("answers")
                .addObject()
                .put("question", "How did you hear about this job?")
                .put("answer", "A friend");
        row.putObject("custom_fields");
        row.putNull("rejected_at").put("last_activity_at", time(person, 9));
        return times(row, person);
    }

    /** The URL is a path, completed with the address of the host of files when it is read. */
    static ObjectNode attachment(Person person, long id, String type) {
        ObjectNode row = JSON.objectNode().put("id", id).put("candidate_id", candidateId(person.index()));
        row.put("application_id", applicationId(person.index())).put("type", type);
        row.put("filename", person.fullName().replace(' ', '_') + "_" + type + ".pdf");
        row.put("url", SimulatedFiles.path(person));
        return times(row, person);
    }

    private ObjectNode education(Person person, int position, Person.School school) {
        ObjectNode row = JSON.objectNode().put("id", educationId(person.index()) + position);
        row.put("candidate_id", candidateId(person.index()));
        row.put("school_name_custom_field_option_id", options.id("school_name", school.name()));
        row.put("degree_custom_field_option_id", options.id("degree", school.degree()));
        row.put("discipline_custom_field_option_id", options.id("discipline", school.field()));
        row.put("start_at", day(school.start())).put("end_at", day(school.end()));
        row.put("start_date_month", school.start().getMonthValue())
                .put("start_date_year", school.start().getYear());
        row.put("end_date_month", school.end().getMonthValue())
                .put("end_date_year", school.end().getYear());
        row.put("latest", position == 0);
        return times(row, person);
    }

    private static ObjectNode employment(Person person, int position, Person.Job job) {
        ObjectNode row = JSON.objectNode().put("id", employmentId(person.index()) + position);
        row.put("candidate_id", candidateId(person.index()));
        row.put("company_name", job.company()).put("title", job.title());
        row.put("start_date", day(job.start())).put("end_date", job.end() == null ? null : day(job.end()));
        row.put("latest", position == 0);
        return times(row, person);
    }

    private static ObjectNode job(long id, String name) {
        ObjectNode row = JSON.objectNode().put("id", id).put("name", name).put("requisition_id", "R-" + id);
        row.putNull("notes")
                .put("confidential", false)
                .put("status", "open")
                .put("opened_at", "2023-12-12T14:42:58.000Z");
        row.putNull("closed_at")
                .put("is_template", false)
                .putNull("copied_from_id")
                .put("department_id", 25_907);
        row.putArray("office_ids").add(47_012);
        row.putObject("custom_fields");
        return row.put("created_at", "2023-12-12T14:42:58.000Z").put("updated_at", "2024-01-02T09:00:00.000Z");
    }

    private static ObjectNode times(ObjectNode row, Person person) {
        return row.put("created_at", time(person, 8)).put("updated_at", time(person, 9));
    }

    private static String time(Person person, int hour) {
        return GreenhouseRecords.timestamp(
                person.applied().atTime(hour, 0).toInstant(ZoneOffset.UTC).plusMillis(person.index() % 1000));
    }

    private static String day(LocalDate date) {
        Instant start = date.atStartOfDay().toInstant(ZoneOffset.UTC);
        return GreenhouseRecords.timestamp(start);
    }
}
