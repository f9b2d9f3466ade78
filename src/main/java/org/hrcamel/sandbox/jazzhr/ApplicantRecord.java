package org.hrcamel.sandbox.jazzhr;

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
        ApplicantCollections.addTo(applicant, person);
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

    static String token(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder token = new StringBuilder();
        for (int letter = 0; letter < 16; letter++) {
            token.append(TOKEN_ALPHABET.charAt(random.nextInt(TOKEN_ALPHABET.length())));
        }
        return token.toString();
    }
}
