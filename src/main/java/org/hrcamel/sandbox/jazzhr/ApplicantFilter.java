package org.hrcamel.sandbox.jazzhr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The path segments that narrow an applicant list; all of them must match.
 *
 * <p>JazzHR contract, section 2.1. Chosen where it is silent: {@code name} and {@code city} ignore case, dates are inclusive at both
 * ends, {@code status} matches the workflow step id or the progress text of the application.
 *
 * @param values segment value by segment name, decoded
 */
record ApplicantFilter(Map<String, String> values) {

    static final Set<String> DATES = Set.of("apply_date", "from_apply_date", "to_apply_date");
    static final Set<String> NAMES = Set.of(
            "name",
            "city",
            "job_id",
            "job_title",
            "recruiter_id",
            "apply_date",
            "from_apply_date",
            "to_apply_date",
            "status",
            "rating");

    /**
     * @param application one element of the applicant's {@code jobs}, or an empty object
     */
    boolean matches(JsonNode applicant, JsonNode application) {
        return values.entrySet().stream()
                .allMatch(filter -> matches(filter.getKey(), filter.getValue(), applicant, application));
    }

    private static boolean matches(String name, String value, JsonNode applicant, JsonNode application) {
        String date = applicant.path("apply_date").asText();
        return switch (name) {
            case "name" ->
                lower(applicant.path("first_name").asText()).contains(lower(value))
                        || lower(applicant.path("last_name").asText()).contains(lower(value));
            case "city" -> (lower(applicant.path("location").asText()) + " ").startsWith(lower(value) + " ");
            case "job_id" -> application.path("job_id").asText().equals(value);
            case "job_title" -> application.path("job_title").asText().equalsIgnoreCase(value);
            case "recruiter_id" -> applicant.path("recruiter_id").asText().equals(value);
            case "apply_date" -> date.equals(value);
            case "from_apply_date" -> date.compareTo(value) >= 0;
            case "to_apply_date" -> date.compareTo(value) <= 0;
            case "status" ->
                application.path("workflow_step_id").asText().equals(value)
                        || application.path("applicant_progress").asText().equalsIgnoreCase(value);
            case "rating" -> applicant.path("rating").asText().equals(value);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
