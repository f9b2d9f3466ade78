package org.hrcamel.sandbox.jazzhr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hrcamel.sandbox.Person;

/**
 * The nested collections of an applicant's detail: applications, comments, messages and so on.
 *
 * <p>JazzHR contract, section 2.2. Somebody applied for no job (7), some twice (1, 51, …), and one has an element or two of everything
 * (10).
 */
final class ApplicantCollections {

    private ApplicantCollections() {}

    static void addTo(ObjectNode applicant, Person person) {
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
                "job_20240301151055_" + ApplicantRecord.token(title.hashCode()),
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
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            object.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return object;
    }
}
