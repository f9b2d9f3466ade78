package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.hrcamel.connector.hrflow.Profile;

/**
 * A candidate's applications as tags: the current one in full, and the ids and names of all when there are several. The current one is
 * the newest that is still open, else the newest.
 */
final class ApplicationTags {

    private static final List<String> OPEN = List.of("active", "in_process");

    private ApplicationTags() {}

    static void add(Profile profile, JsonNode candidate) {
        List<JsonNode> all = StreamSupport.stream(candidate.path("applications").spliterator(), false)
                .toList();
        all.stream()
                .max(Comparator.comparing(ApplicationTags::isOpen).thenComparing(ApplicationTags::appliedAt))
                .ifPresent(current -> {
                    current(profile, current);
                    people(profile, candidate, current);
                });
        if (all.size() > 1) {
            profile.tag("application_ids", values(all, application -> List.of(application.path("id"))))
                    .tag("job_ids", values(all, application -> jobs(application, "id")))
                    .tag("job_names", values(all, application -> jobs(application, "name")));
        }
    }

    private static boolean isOpen(JsonNode application) {
        return OPEN.contains(application.path("status").asText());
    }

    private static Instant appliedAt(JsonNode application) {
        return HarvestTime.of(appliedAtNode(application)).orElse(Instant.MIN);
    }

    /** v3 has no other time for it than that of the row. */
    private static JsonNode appliedAtNode(JsonNode application) {
        return first(application.path("applied_at"), application.path("created_at"));
    }

    private static void current(Profile profile, JsonNode application) {
        profile.tag("application_id", application.path("id"))
                .tag("job_id", values(List.of(application), one -> jobs(one, "id")))
                .tag("job_name", values(List.of(application), one -> jobs(one, "name")))
                .tag("job_post_id", application.path("job_post_id"))
                .tag("status", application.path("status"))
                .tag("stage_id", application.path("stage_id"))
                .tag(
                        "job_interview_stage_id",
                        first(application.path("job_interview_stage_id"), at(application, "current_stage", "id")))
                .tag("stage_name", first(application.path("stage_name"), at(application, "current_stage", "name")))
                .tag("prospect", application.path("prospect"))
                .tag("prospective_job_ids", elements(application.path("prospective_job_ids")))
                .tag("source_id", first(application.path("source_id"), at(application, "source", "id")))
                .tag("source", at(application, "source", "public_name"))
                .tag("referrer_id", application.path("referrer_id"))
                .tag("credited_to", at(application, "credited_to", "name"))
                .tag("recruiter_id", first(application.path("recruiter_id"), at(application, "recruiter", "id")))
                .tag("coordinator_id", first(application.path("coordinator_id"), at(application, "coordinator", "id")))
                .tag("applied_at", appliedAtNode(application))
                .tag("rejected_at", application.path("rejected_at"))
                .tag("rejection_reason", at(application, "rejection_reason", "name"))
                .tag(
                        "location_address",
                        first(application.path("location_address"), at(application, "location", "address")))
                .tag("answers", String.join("; ", answers(application.path("answers"))));
    }

    /** v1 may name them on the candidate too, which then holds. */
    private static void people(Profile profile, JsonNode candidate, JsonNode application) {
        for (String role : List.of("recruiter", "coordinator")) {
            if (at(candidate, role, "name").asText("").isBlank()) {
                profile.tag(role, at(application, role, "name"));
            }
        }
    }

    private static JsonNode at(JsonNode application, String field, String name) {
        return application.path(field).path(name);
    }

    private static JsonNode first(JsonNode one, JsonNode other) {
        return one.isMissingNode() || one.isNull() ? other : one;
    }

    private static List<JsonNode> jobs(JsonNode application, String field) {
        List<JsonNode> values = new ArrayList<>();
        application.path("jobs").forEach(job -> values.add(job.path(field)));
        return values;
    }

    private static List<String> values(List<JsonNode> applications, Function<JsonNode, List<JsonNode>> values) {
        return applications.stream()
                .flatMap(application -> values.apply(application).stream())
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> elements(JsonNode list) {
        List<String> elements = new ArrayList<>();
        list.forEach(element -> elements.add(element.asText()));
        return elements;
    }

    private static List<String> answers(JsonNode answers) {
        List<String> told = new ArrayList<>();
        for (JsonNode answer : answers) {
            String text = GreenhouseProfile.text(answer, "answer");
            String question = GreenhouseProfile.text(answer, "question");
            if (text != null && !text.isBlank()) {
                told.add(question == null || question.isBlank() ? text : question + ": " + text);
            }
        }
        return told;
    }
}
