package org.hrcamel.sandbox.breezyhr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.hrcamel.sandbox.Person;
import org.jspecify.annotations.Nullable;

/**
 * Makes candidates of invented people, older than the people are: another phone, no headline, fewer entries; so that an update has work
 * to do. The first dozen carry the odd shapes of the Breezy HR contract, section 2.2.
 */
final class BreezyPeople {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BreezyPeople() {}

    /** Id on the main position. */
    static String id(Person person) {
        return "%012x".formatted(0x5f3c0e000000L + person.index() * 17L);
    }

    /** Id on the second position, higher than any on the main one, so that a search shows it first. */
    static String secondId(Person person) {
        return "%012x".formatted(0x6a3c0e000000L + person.index() * 17L);
    }

    static boolean onSecondPosition(Person person) {
        return person.index() % 5 == 1;
    }

    static BreezyCandidate candidate(Person person, String id, String position) {
        ObjectNode detail = JSON.objectNode();
        detail.put("_id", id).put("meta_id", "%012x".formatted(0x8a1b2c000000L + person.index()));
        detail.put("name", person.fullName()).put("initial", person.firstName().substring(0, 1));
        detail.put("email_address", person.email());
        detail.put("phone_number", person.phone() == null ? null : "555-000-%04d".formatted(person.index() % 10000));
        detail.put("address", "An old street\n" + person.city());
        detail.putNull("headline").put("summary", person.index() % 3 == 0 ? null : "An older summary.");
        detail.putNull("cover_letter").put("origin", "sourced");
        detail.putArray("tags").add("imported").add("team-" + person.index() % 3);
        source(detail, "LinkedIn");
        detail.putObject("stage").put("id", "applied").put("name", "Applied").put("type", "applied");
        ArrayNode profiles = detail.putArray("social_profiles");
        if (person.index() % 2 == 1) {
            profile(profiles, "facebook", "https://www.facebook.com/candidate" + person.index());
        }
        ArrayNode education = detail.putArray("education");
        person.schools().stream().filter(school -> person.index() % 2 == 1).forEach(school -> {
            ObjectNode entry = education.addObject().put("school_name", school.name());
            entry.put("field_of_study", school.field())
                    .put("degree", school.degree())
                    .put("is_current", false);
            entry.put("start_year", school.start().getYear())
                    .put("end_year", school.end().getYear());
        });
        ArrayNode work = detail.putArray("work_history");
        person.jobs().stream().skip(1).forEach(job -> work.add(work(job)));
        detail.putArray("custom_attributes");
        for (String empty : List.of(
                "assigned_to",
                "recruited_by",
                "referred_by",
                "sourced_by",
                "questionnaire",
                "profile_photo_url",
                "disposition_date",
                "disposition_reason")) {
            detail.putNull(empty);
        }
        detail.putObject("followed_by");
        detail.put("creation_date", person.applied() + "T10:00:00.000Z");
        detail.put("updated_date", person.applied().plusDays(14) + "T12:00:%02d.000Z".formatted(person.index() % 60));
        bend(person, detail);
        return new BreezyCandidate(position, detail, resume(person));
    }

    static void source(ObjectNode detail, String name) {
        String id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        detail.putObject("source").put("id", id).put("name", name).put("type", "text");
    }

    static void profile(ArrayNode profiles, String network, String url) {
        String name = network.substring(0, 1).toUpperCase(Locale.ROOT) + network.substring(1);
        profiles.addObject()
                .put("type", network)
                .put("typeId", network)
                .put("typeName", name)
                .put("url", url);
    }

    private static ObjectNode work(Person.Job job) {
        ObjectNode entry = JSON.objectNode().put("company_name", job.company()).put("title", job.title());
        entry.put("summary", job.text()).put("is_current", job.end() == null);
        entry.putObject("start_date")
                .put("month", job.start().getMonthValue())
                .put("year", job.start().getYear());
        if (job.end() != null) {
            entry.putObject("end_date")
                    .put("month", job.end().getMonthValue())
                    .put("year", job.end().getYear());
        }
        return entry;
    }

    /** Every sixth person's file is the one the world knows too; as many have an older one; the others have none. */
    private static @Nullable ResumeFile resume(Person person) {
        return switch (person.index() % 6) {
            case 0 -> new ResumeFile("cv.pdf", "application/pdf", person.index(), new byte[0]);
            case 4 ->
                new ResumeFile(
                        "old.pdf", "application/pdf", -1, "%PDF-1.4\nold\n%%EOF\n".getBytes(StandardCharsets.UTF_8));
            default -> null;
        };
    }

    private static void bend(Person person, ObjectNode detail) {
        switch (person.index()) {
            case 2 -> detail.putNull("address").remove(List.of("summary", "cover_letter"));
            case 3 -> detail.putNull("source");
            case 4 -> {
                source(detail, "Breezy API");
                BreezyCandidate.list(detail, "custom_attributes")
                        .addObject()
                        .put("id", "c1")
                        .put("name", "Desired Salary")
                        .put("value", "100000")
                        .put("secure", true);
            }
            case 5 ->
                ((ObjectNode) detail.path("education").get(0))
                        .remove(List.of("field_of_study", "degree", "start_year", "end_year"));
            case 6 -> {
                ObjectNode again = detail.path("work_history").get(0).deepCopy();
                again.putObject("start_date").put("year", 2009);
                again.putObject("end_date").put("year", 2010);
                BreezyCandidate.list(detail, "work_history").add(again);
            }
            case 7 -> detail.putNull("tags").putNull("custom_attributes");
            case 8 -> detail.remove(List.of("social_profiles", "work_history"));
            case 10 -> detail.putNull("education").putNull("work_history").putNull("social_profiles");
            case 11 -> detail.putNull("stage");
            default -> {
                // An ordinary person.
            }
        }
    }
}
