package org.hrcamel.sandbox.hrflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.SimulatedFiles;
import org.jspecify.annotations.Nullable;

/** The profile that HrFlow holds of a person from an earlier import: some values are old, and some are HrFlow's alone. */
final class OlderProfile {

    private static final String CREATED = "2023-06-20T15:25:07+0000";

    private OlderProfile() {}

    static ObjectNode of(Person person) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.put("created_at", CREATED).put("updated_at", CREATED);
        ObjectNode info = profile.putObject("info")
                .put("full_name", person.fullName())
                .put("first_name", person.firstName())
                .put("last_name", person.lastName())
                .put("email", person.email())
                .put("phone", "+1999%07d".formatted(person.index()))
                .put("date_birth", person.index() % 5 == 0 ? "1997-06-26T00:00:00+0000" : null);
        info.putNull("location");
        info.putArray("urls")
                .addObject()
                .put("type", "github")
                .put("url", "https://github.example.com/" + person.index());
        profile.put("text_language", "en").put("text", person.fullName() + "\nOlder résumé text");
        profile.putArray("skills")
                .addObject()
                .put("name", "critical thinking")
                .put("type", "soft")
                .putNull("value");
        profile.putArray("languages").addObject().put("name", "english").putNull("value");
        profile.putArray("tags")
                .add(named("origin", "career site"))
                .add(named("old_campaign", "spring 2023"))
                .add(named("referrer", null));
        profile.putArray("metadatas").add(named("recruiter_note", "call back in spring"));
        profile.putArray("labels")
                .addObject()
                .put("board_key", "1".repeat(40))
                .put("job_key", "2".repeat(40))
                .put("job_reference", "job-1")
                .put("stage", person.index() % 2 == 0 ? "yes" : "new")
                .put("date_stage", "2020-07-07T00:00:00")
                .put("rating", 5)
                .put("date_rating", "2020-07-06T00:00:00");
        if (!person.jobs().isEmpty()) {
            Person.Job first = person.jobs().get(person.jobs().size() - 1);
            profile.putArray("experiences")
                    .addObject()
                    .put("title", first.title())
                    .put("company", first.company())
                    .put("date_start", first.start() + "T00:00:00");
        }
        if (person.index() % 3 == 0) {
            String path = SimulatedFiles.path(person);
            int size = SimulatedFiles.resume(person.index()).length;
            profile.putArray("attachments")
                    .add(Attachments.of("original", size, ".pdf", path, CREATED))
                    .add(Attachments.of("resume", size, ".pdf", path, CREATED));
        }
        oddities(person, profile, info);
        return profile;
    }

    /** Shapes of section 2.3 and 7 that only some profiles have. */
    private static void oddities(Person person, ObjectNode profile, ObjectNode info) {
        switch (person.index()) {
            case 3 -> info.putObject("urls").put("linkedin", "").putArray("from_resume");
            case 4 -> ((ObjectNode) profile.withArray("experiences").get(0)).put("date_end", "1969-12-31T23:59:59");
            case 5 ->
                info.putObject("location")
                        .putNull("text")
                        .putNull("lat")
                        .putNull("lng")
                        .putNull("fields");
            case 6 -> profile.putNull("text").putNull("text_language");
            case 7 ->
                info.putObject("location")
                        .put("text", "Los Angeles, USA")
                        .put("lat", 34.05357)
                        .put("lng", -118.24545)
                        .putObject("fields")
                        .put("city", "Los Angeles")
                        .putNull("postcode");
            case 8 -> profile.withArray("tags").addObject().put("name", "score").put("value", 7);
            default -> {
                // Most profiles are plain.
            }
        }
    }

    private static ObjectNode named(String name, @Nullable String value) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("value", value);
    }
}
