package org.hrcamel.sandbox.smartrecruiters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hrcamel.sandbox.Person;
import org.jspecify.annotations.Nullable;

/** The candidate that SmartRecruiters holds of a person; the first dozen have the odd shapes of section 2 of its contract. */
final class PersonRecord {

    private static final List<String> TITLES = List.of("Front End Engineer", "Nurse (m/f/d)", "Ingénieur H/F");
    private static final List<String> STATUSES =
            List.of("NEW", "IN_REVIEW", "INTERVIEW", "OFFERED", "HIRED", "REJECTED", "WITHDRAWN", "LEAD");
    /** Partial dates of all three precisions. */
    private static final List<DateTimeFormatter> PRECISIONS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("yyyy-MM"),
            DateTimeFormatter.ofPattern("yyyy"));

    private PersonRecord() {}

    static String id(Person person) {
        return uuid("candidate " + person.index());
    }

    static String job(int index) {
        return uuid("job " + index % TITLES.size());
    }

    static ObjectNode of(Person person) {
        int index = person.index();
        ObjectNode record = JsonNodeFactory.instance
                .objectNode()
                .put("id", id(person))
                .put("internal", index == 11)
                .put("firstName", person.firstName())
                .put("lastName", person.lastName());
        put(record, "email", person.email());
        put(record, "phoneNumber", person.phone());
        record.putObject("location")
                .put("countryCode", person.countryCode().toLowerCase(Locale.ROOT))
                .put("country", person.country())
                .put("regionCode", person.region().substring(0, 2).toUpperCase(Locale.ROOT))
                .put("region", person.region())
                .put("city", person.city())
                .put("lat", person.latitude())
                .put("lng", person.longitude());
        if (person.linkedin() != null) {
            record.putObject("web").put("linkedin", person.linkedin());
        }
        record.put("createdOn", person.applied() + "T04:55:28.000Z")
                .put("updatedOn", person.applied() + "T17:20:29.000Z");
        if (!person.skills().isEmpty()) {
            person.skills().forEach(record.putArray("tags")::add);
        }
        record.putObject("consent").put("status", index % 2 == 0 ? "ACQUIRED" : "PENDING");
        schools(person, record);
        jobs(person, record);
        ObjectNode primary = assignment(record.putObject("primaryAssignment"), index, STATUSES.get(index % 8));
        primary.put("source", index % 2 == 0 ? "Referred by A. Colleague" : "Career Site");
        oddities(index, record);
        return record;
    }

    private static void schools(Person person, ObjectNode record) {
        for (Person.School school : person.schools()) {
            ObjectNode education = record.withArray("education")
                    .addObject()
                    .put("institution", school.name())
                    .put("degree", school.degree())
                    .put("major", school.field())
                    .put("current", false)
                    .put("location", person.city());
            education.put("startDate", date(person, school.start())).put("endDate", date(person, school.end()));
        }
    }

    private static void jobs(Person person, ObjectNode record) {
        for (Person.Job job : person.jobs()) {
            ObjectNode experience = record.withArray("experience")
                    .addObject()
                    .put("title", job.title())
                    .put("company", job.company())
                    .put("current", job.end() == null)
                    .put("location", person.city() + ", " + person.countryCode())
                    .put("startDate", date(person, job.start()));
            put(experience, "endDate", job.end() == null ? null : date(person, job.end()));
            put(experience, "description", job.text().isEmpty() ? null : job.text());
        }
    }

    private static ObjectNode assignment(ObjectNode assignment, int job, String status) {
        assignment.putObject("job").put("id", job(job)).put("title", TITLES.get(job % TITLES.size()));
        return assignment.put("status", status);
    }

    private static void oddities(int index, ObjectNode record) {
        switch (index) {
            case 0 -> {
                record.put("averageRating", 4.0);
                record.withObject("/web")
                        .put("skype", "nora.e")
                        .put("facebook", "https://facebook.example.com/nora")
                        .put("website", "https://nora.example.com");
                ((ObjectNode) record.get("primaryAssignment"))
                        .put("subStatus", "Offer Accepted")
                        .put("startsOn", "2018-07-01T00:00:00.000Z");
            }
            case 1 -> record.remove(List.of("education", "web", "tags", "averageRating", "phoneNumber"));
            case 3 ->
                ((ObjectNode) record.at("/experience/0")).put("current", true).put("endDate", "2018-02");
            case 4 -> record.remove("updatedOn");
            case 5 -> record.putObject("location").put("countryCode", "jp");
            case 6 -> {
                record.putArray("education");
                record.putArray("experience");
                record.putArray("tags");
                record.putArray("secondaryAssignments");
                record.putObject("web");
            }
            case 7 -> record.putArray("experience").addObject().put("title", "Freelancer");
            case 8 -> {
                record.putObject("web")
                        .put("linkedin", "linkedin.com/in/candidate8")
                        .put("twitter", "");
                ((ObjectNode) record.at("/education/0")).remove(List.of("degree", "major", "startDate", "endDate"));
            }
            case 10 -> {
                assignment((ObjectNode) record.get("primaryAssignment"), 0, "TRANSFERRED");
                assignment(record.putArray("secondaryAssignments").addObject(), 1, "REJECTED");
                assignment(record.withArray("secondaryAssignments").addObject(), 2, "NEW");
                record.put("preferredPronouns", "they").putObject("talentPool").put("id", 7);
            }
            case 11 -> ((ObjectNode) record.get("location")).put("lat", 48).put("lng", 2);
            default -> {
                // Everybody else is plain.
            }
        }
    }

    private static String date(Person person, LocalDate date) {
        return PRECISIONS.get(person.index() % PRECISIONS.size()).format(date);
    }

    /** What SmartRecruiters does not know is absent, never null. */
    private static void put(ObjectNode object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }

    private static String uuid(String seed) {
        return UUID.nameUUIDFromBytes(("smartrecruiters " + seed).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
