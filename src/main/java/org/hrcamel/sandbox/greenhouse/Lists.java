package org.hrcamel.sandbox.greenhouse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The filters that each v3 list documents (Greenhouse contract, sections 2.2 to 2.6 and 4). A parameter that is not here, other than
 * {@code fields}, {@code per_page} and {@code cursor}, is unknown to the list.
 */
final class Lists {

    private static final List<String> ATTACHMENT_TYPES = List.of(
            "resume",
            "cover_letter",
            "take_home_test",
            "offer_packet",
            "offer_letter",
            "signed_offer_letter",
            "other",
            "form_attachment",
            "midfunnel_agreement",
            "automated_agreement");

    /** Filter words of applications and the word that the rows carry: they differ for {@code active} (section 2.5). */
    private static final Map<String, String> APPLICATION_STATUS =
            Map.of("active", "in_process", "rejected", "rejected", "hired", "hired", "converted", "converted");

    private Lists() {}

    static Map<String, Filter> filters(String resource, boolean twoSidedDates) {
        Map<String, Filter> filters = new LinkedHashMap<>();
        filters.put("ids", new Filter.Ids("ids", "id"));
        dates(filters, twoSidedDates, "created_at", "updated_at");
        switch (resource) {
            case "candidates" -> {
                dates(filters, twoSidedDates, "last_activity_at");
                filters.put("custom_field_option_id", Filter.id("custom_field_option_id", "custom_field_option_ids"));
                filters.put("private", Filter.includePrivate());
                filters.put("email", Filter.email());
                filters.put("tag", Filter.tag());
            }
            case "attachments" -> {
                ids(filters, "candidate_ids", "candidate_id");
                ids(filters, "application_ids", "application_id");
                filters.put("type", Filter.choice("type", "type", same(ATTACHMENT_TYPES.stream())));
            }
            case "candidate_educations" -> {
                ids(filters, "candidate_ids", "candidate_id");
                dates(filters, twoSidedDates, "start_at", "end_at");
                filters.put("latest", Filter.flag("latest", "latest"));
            }
            case "candidate_employments" -> {
                ids(filters, "candidate_ids", "candidate_id");
                filters.put("latest", Filter.flag("latest", "latest"));
            }
            case "custom_field_options" ->
                filters.put(
                        "custom_field_key",
                        Filter.choice(
                                "custom_field_key",
                                "custom_field_id",
                                Options.FIELDS.entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey,
                                                field -> field.getValue().toString()))));
            case "applications" -> applications(filters, twoSidedDates);
            case "jobs" -> {
                dates(filters, twoSidedDates, "opened_at", "closed_at");
                filters.put("requisition_id", Filter.text("requisition_id"));
                filters.put("department_id", Filter.id("department_id", "department_id"));
                filters.put("office_id", Filter.id("office_id", "office_ids"));
                filters.put("custom_field_option_id", Filter.id("custom_field_option_id", "custom_field_option_ids"));
                filters.put("confidential", Filter.flag("confidential", "confidential"));
                filters.put("status", Filter.choice("status", "status", same(Stream.of("open", "draft", "closed"))));
            }
            default -> throw new IllegalArgumentException(resource);
        }
        return filters;
    }

    private static void applications(Map<String, Filter> filters, boolean twoSidedDates) {
        ids(filters, "candidate_ids", "candidate_id");
        ids(filters, "job_ids", "job_id");
        ids(filters, "prospective_job_ids", "prospective_job_ids");
        ids(filters, "job_post_ids", "job_post_id");
        ids(filters, "source_ids", "source_id");
        ids(filters, "referrer_ids", "referrer_id");
        ids(filters, "stage_ids", "stage_id");
        ids(filters, "job_interview_stage_ids", "job_interview_stage_id");
        filters.put("status", Filter.choice("status", "status", APPLICATION_STATUS));
        filters.put("stage_name", Filter.text("stage_name"));
        filters.put("custom_field_option_id", Filter.id("custom_field_option_id", "custom_field_option_ids"));
        filters.put("prospect", Filter.flag("prospect", "prospect"));
        dates(filters, twoSidedDates, "last_activity_at");
    }

    private static void ids(Map<String, Filter> filters, String parameter, String field) {
        filters.put(parameter, new Filter.Ids(parameter, field));
    }

    private static void dates(Map<String, Filter> filters, boolean twoSided, String... names) {
        for (String name : names) {
            filters.put(name, new DateFilter(name, name, twoSided));
        }
    }

    private static Map<String, String> same(Stream<String> words) {
        return words.collect(Collectors.toMap(word -> word, word -> word));
    }
}
