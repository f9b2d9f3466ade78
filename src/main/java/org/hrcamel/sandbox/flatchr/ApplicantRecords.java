package org.hrcamel.sandbox.flatchr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.SimulatedFiles;

/**
 * A person as Flatchr's applicants: one for each vacancy applied to, all with the same candidate.
 *
 * <p>Flatchr contract, section 2.2, with its nasty shapes among the first dozen people: two applications (1; 4, the second archived),
 * no CV (2, 8, 11; 5 with a null {@code aws}; 7 with a null key), consent as a list (3), archived (6), an empty or null e-mail (8, 9),
 * a column and a vacancy that are not listed (10). Every other application arrived a quarter of an hour after midnight in Paris,
 * which is the day before in UTC. Links are kept without the server's address.
 */
final class ApplicantRecords {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** The text of a row's {@code source} by the encoded id of the offerer through which somebody applied. */
    static final Map<String, String> SOURCES = Map.of(
            EncodedId.of("offerer", 0), "L'Apec",
            EncodedId.of("offerer", 1), "Indeed",
            EncodedId.of("offerer", 2), "Site carrière");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneId.of("UTC"));

    private ApplicantRecords() {}

    static String candidateId(Person person) {
        return EncodedId.of("candidate", person.index());
    }

    /**
     * @param which 0 for the first application of this person
     */
    static String applicantId(Person person, int which) {
        return EncodedId.of("applicant", person.index() * 2 + which);
    }

    /** One or two applicants that hold the same candidate object. */
    static List<ObjectNode> of(Person person) {
        int index = person.index();
        ObjectNode candidate = candidate(person);
        List<ObjectNode> applicants = new ArrayList<>();
        applicants.add(applicant(person, candidate, 0));
        if (index % 50 == 1 || index == 4) {
            applicants.add(applicant(person, candidate, 1));
        }
        return applicants;
    }

    private static ObjectNode applicant(Person person, ObjectNode candidate, int which) {
        int index = person.index();
        boolean odd = index == 10;
        Posting posting = odd ? Posting.unlisted() : Posting.listed(index + which);
        BoardColumn column = odd
                ? BoardColumn.UNLISTED
                : index % 10 == 9 && which == 0 ? BoardColumn.HIRED : BoardColumn.open(index + 2 * which);
        ZonedDateTime created = applied(person).plusDays(3L * which);
        Instant updated = created.plusDays(30 + index % 60 + 10L * which).toInstant();
        boolean archived = index == 6 || which == 1 && index == 4 || index % 40 == 39;
        ObjectNode applicant = JSON.objectNode()
                .put("id", applicantId(person, which))
                .put("vacancy_id", posting.id())
                .put("column_id", column.id())
                .put("score", index % 4)
                .put("comment", "")
                .put("created_at", created.toEpochSecond())
                .put("updated_at", updated.getEpochSecond())
                .put("status", archived ? 0 : 1)
                .put("view", true)
                .put("anonym", false)
                .put("external_id", index == 11 ? "ext-11" : null);
        applicant.set("candidate", candidate);
        applicant.putObject("column");
        applicant.putObject("vacancy");
        applicant.put("foreigner", false);
        applicant
                .putArray("applies")
                .addObject()
                .put("id", EncodedId.of("apply", index * 2 + which))
                .put("created_at", ISO.format(created))
                .put("vacancy_id", posting.id())
                .put("offerer_id", EncodedId.of("offerer", odd ? 9 : index % 3))
                .put("import", false);
        return applicant;
    }

    private static ZonedDateTime applied(Person person) {
        LocalTime time = person.index() % 2 == 0 ? LocalTime.of(0, 15) : LocalTime.of(14, 20, 35);
        return person.applied().atTime(time).atZone(PARIS);
    }

    private static ObjectNode candidate(Person person) {
        int index = person.index();
        ObjectNode candidate = JSON.objectNode()
                .put("id", candidateId(person))
                .put("email", index == 8 ? "" : person.email())
                .put("firstname", person.firstName())
                .put("lastname", index == 11 ? " " + person.lastName() + " " : person.lastName())
                .put("created_at", ISO.format(applied(person)))
                .put("phone", index == 11 ? "" : person.phone());
        ObjectNode urls = candidate.putObject("urls");
        if (person.linkedin() != null) {
            urls.put("linkedin", person.linkedin());
        }
        if (index == 3) {
            candidate
                    .putArray("consent")
                    .addObject()
                    .put("candidate_id", candidateId(person))
                    .put("value", true);
        } else {
            candidate.put("consent", index % 2 == 0);
        }
        if (person.hasResume()) {
            cv(candidate, person);
        } else if (index == 5) {
            candidate.putNull("cv");
            candidate.putNull("aws");
        }
        return candidate;
    }

    private static void cv(ObjectNode candidate, Person person) {
        String key = key(person);
        candidate.put("cv", "/flatchr/private-storage/" + person.index() + ".pdf");
        candidate
                .putObject("aws")
                .put("key", person.index() == 7 ? null : key)
                .put("extension", person.index() == 7 ? null : "pdf")
                .put(
                        "signature",
                        SimulatedFiles.path(person) + "?X-Amz-Expires=86400&X-Amz-Algorithm=AWS4-HMAC-SHA256");
    }

    /** The storage key of this person's CV; the second person's has characters that a client must percent-encode. */
    static String key(Person person) {
        String name = person.index() == 1 ? "josé garcía+cv & lettre" : "candidate-" + person.index();
        return "candidates/" + person.applied().getYear() + "/"
                + "%02d".formatted(person.applied().getMonthValue()) + "/%04d/".formatted(person.index()) + name;
    }
}
