package org.hrcamel.sandbox.jazzhr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.SimulatedFiles;

/**
 * A person as JazzHR's applicant detail, the nasty shapes of the JazzHR contract, sections 2.2, 4 and 7, among the first dozen.
 *
 * <p>Collections are kept as arrays and become bare objects when they are sent. Links are kept without the server's address, which is
 * known only when a request comes.
 */
final class ApplicantRecord {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> QUESTIONS = List.of(
            "has_driver_license",
            "willing_to_relocate",
            "citizenship_status",
            "education_level",
            "has_cdl",
            "over_18",
            "can_work_weekends",
            "can_work_evenings",
            "can_work_overtime",
            "has_felony");
    private static final List<String> BLANKS = List.of(
            "twitter_username",
            "website",
            "desired_salary",
            "desired_start_date",
            "referrer",
            "languages",
            "wmyu",
            "felony_explanation",
            "college",
            "college_gpa",
            "references",
            "notes");
    private static final String TOKEN_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private ApplicantRecord() {}

    static String id(Person person) {
        return "prospect_" + person.applied().format(DateTimeFormatter.BASIC_ISO_DATE)
                + "%02d%02d%02d_".formatted(8 + person.index() % 10, person.index() / 10 % 60, person.index() % 60)
                + token(person.index());
    }

    static ObjectNode of(Person person) {
        int index = person.index();
        boolean placeholders = index == 2;
        boolean quoted = index == 6;
        ObjectNode applicant = JSON.objectNode();
        applicant.put("id", id(person));
        applicant.put("first_name", quoted ? '"' + person.firstName() + '"' : person.firstName());
        applicant.put("last_name", quoted ? '"' + person.lastName() + '"' : person.lastName());
        applicant.put("email", person.email() == null && index % 2 == 1 ? "" : person.email());
        applicant.put("address", placeholders ? "Unavailable" : person.street());
        applicant.put(
                "location",
                placeholders
                        ? "(No City Provided) (No State Provided) (No Postal Code Provided)"
                        : person.city() + " " + person.region() + " " + person.postcode());
        applicant.put("phone", person.phone());
        applicant.put("linkedin_url", person.linkedin() == null ? "" : person.linkedin());
        BLANKS.forEach(name -> applicant.put(name, ""));
        QUESTIONS.forEach(name -> applicant.put(name, index == 8 ? "No Answer" : "No answer"));
        equalOpportunity(applicant, index);
        applicant.put(
                "apply_date", index == 11 ? "0000-00-00" : person.applied().toString());
        applicant.put("comments_count", index == 10 ? "2" : "0");
        applicant.put("source", index % 2 == 0 ? "Indeed" : "");
        applicant.put("recruiter_id", index % 3 == 0 ? "usr_20230105101500_" + token(-1) : "");
        rating(applicant, index);
        resume(applicant, person);
        collections(applicant, person);
        return applicant;
    }

    private static void equalOpportunity(ObjectNode applicant, int index) {
        applicant.put("eeo_gender", index % 4 == 3 ? "Decline to answer" : index % 2 == 0 ? "Female" : "Male");
        applicant.putNull("eeo_race");
        applicant.putNull("eeo_disability");
        applicant.put("eeoc_veteran", index == 1 ? "I AM A PROTECTED VETERAN" : null);
        applicant.putNull("eeoc_disability");
        applicant.putNull("eeoc_disability_signature");
        applicant.putNull("eeoc_disability_date");
    }

    private static void rating(ObjectNode applicant, int index) {
        switch (index % 4) {
            case 1 -> applicant.put("rating", String.valueOf(1 + index % 5));
            case 3 -> applicant.put("rating", "");
            default -> applicant.put("rating", false);
        }
    }

    private static void resume(ObjectNode applicant, Person person) {
        if (!person.hasResume()) {
            applicant.put("resume_body", "");
            switch (person.index() % 9) {
                case 2 -> applicant.remove("resume_link");
                case 5 -> applicant.putNull("resume_link");
                default -> applicant.put("resume_link", "");
            }
            return;
        }
        applicant.put("resume_body", text(person));
        switch (person.index()) {
            case 3 -> applicant.put("resume_link", WebApplication.downloadLink("resume.pdf"));
            case 4 -> applicant.put("resume_link", "/files/resume/deleted-4.pdf");
            default -> applicant.put("resume_link", SimulatedFiles.path(person));
        }
    }

    private static String text(Person person) {
        StringBuilder text = new StringBuilder(person.fullName()).append('\n').append(person.headline());
        person.jobs()
                .forEach(job -> text.append('\n')
                        .append(job.start())
                        .append(' ')
                        .append(job.title())
                        .append(", ")
                        .append(job.company()));
        person.schools()
                .forEach(school ->
                        text.append('\n').append(school.degree()).append(", ").append(school.name()));
        return text.append('\n').append(String.join(", ", person.skills())).toString();
    }

    private static void collections(ObjectNode applicant, Person person) {
        int index = person.index();
        ArrayNode jobs = applicant.putArray("jobs");
        if (index != 7) {
            jobs.add(application(person.headline(), index));
        }
        if (index % 50 == 1) {
            jobs.add(application("General Application", index));
        }
        boolean talkative = index == 10;
        ArrayNode comments = applicant.putArray("comments");
        ArrayNode feedback = applicant.putArray("feedback");
        ArrayNode messages = applicant.putArray("messages");
        ArrayNode questionnaire = applicant.putArray("questionnaire");
        ArrayNode evaluation = applicant.putArray("evaluation");
        ArrayNode categories = applicant.putArray("categories");
        applicant
                .putArray("activities")
                .add(texts(
                        "id",
                        String.valueOf(index + 1),
                        "activity",
                        "Applied",
                        "date",
                        person.applied().toString(),
                        "time",
                        "14:22:10"));
        if (talkative) {
            comments.add(texts(
                    "id",
                    "1",
                    "author_id",
                    "usr_1",
                    "author_name",
                    "Rita",
                    "text",
                    "Call her.",
                    "date",
                    "2024-02-01",
                    "time",
                    "09:00:00"));
            comments.add(texts(
                    "id",
                    "2",
                    "author_id",
                    "usr_1",
                    "author_name",
                    "Rita",
                    "text",
                    "Called.",
                    "date",
                    "0000-00-00",
                    "time",
                    "09:30:00"));
            feedback.add(texts(
                    "id",
                    "3",
                    "author_id",
                    "usr_2",
                    "text",
                    "Good.",
                    "date",
                    "2024-02-02",
                    "time",
                    "10:00:00",
                    "privacy",
                    "1",
                    "is_external",
                    "0"));
            messages.add(texts(
                    "comm_id",
                    "4",
                    "comm_subject",
                    "Hello",
                    "comm_text",
                    "Hello there",
                    "comm_author_email",
                    "rita@example.com",
                    "comm_to",
                    "candidate10@example.com",
                    "comm_cc",
                    "",
                    "comm_bcc",
                    "",
                    "comm_datetime_sent",
                    "2024-02-03 11:00:00"));
            questionnaire.add(texts("question", "Can you drive?", "answer", "Yes"));
            questionnaire.add(texts("question", "Since when?", "answer", ""));
            evaluation.add(texts("id", "5", "name", "Skills", "category", "General", "rating", "4", "comment", ""));
        }
        if (talkative || index == 0) {
            categories.add(texts(
                    "category_id", "category_1", "name", "Talent pool", "date_created", "2024-01-02", "status", "1"));
        }
    }

    private static ObjectNode application(String title, int index) {
        return texts(
                "job_id",
                "job_20240301151055_" + token(title.hashCode()),
                "job_title",
                title,
                "applicant_progress",
                index % 10 == 4 ? "NOT A FIT" : "NEW",
                "hiring_lead_rating",
                "0",
                "average_rating",
                "0",
                "workflow_step_id",
                index % 10 == 4 ? "2886661" : "2886659");
    }

    private static ObjectNode texts(String... namesAndValues) {
        ObjectNode object = JSON.objectNode();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            object.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return object;
    }

    private static String token(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder token = new StringBuilder();
        for (int letter = 0; letter < 16; letter++) {
            token.append(TOKEN_ALPHABET.charAt(random.nextInt(TOKEN_ALPHABET.length())));
        }
        return token.toString();
    }
}
