package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrcamel.connector.hrflow.Profile;
import org.hrcamel.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * Makes an HrFlow profile of a Flatchr candidate with its applications in the form of {@link CandidateApplications}. Every field is
 * optional; the table of fields is in {@code docs/mappings/flatchr.md}.
 */
final class FlatchrProfile implements UnaryOperator<JsonNode> {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s()]");

    @Override
    public JsonNode apply(JsonNode item) {
        List<JsonNode> applications = new ArrayList<>();
        applications.add(item);
        item.path("other_applications").forEach(applications::add);
        JsonNode candidate = item.path("candidate");
        List<String> emails = spellings(candidate, applications, "email");
        List<String> phones = spellings(candidate, applications, "phone");
        Profile profile = new Profile(item.path("reference").asText())
                .name(text(candidate, applications, "firstname"), text(candidate, applications, "lastname"))
                .email(emails.isEmpty() ? null : emails.get(0))
                .phone(phones.isEmpty() ? null : phones.get(0));
        links(profile, candidate.path("urls"));
        applications(profile, applications);
        several(profile, "email", emails);
        several(profile, "phone", phones);
        return profile.tag("consent", consent(candidate.path("consent")))
                .tag("candidate_created_at", time(candidate.path("created_at")))
                .json();
    }

    /** What the candidate says wins over what the rows say, a newer application over an older one. */
    private static Stream<String> values(JsonNode candidate, List<JsonNode> applications, String field) {
        return Stream.concat(Stream.of(candidate), applications.stream())
                .map(source -> source.path(field))
                .filter(value -> !RecruitingBoard.isBlank(value))
                .map(value -> value.asText().strip());
    }

    private static @Nullable String text(JsonNode candidate, List<JsonNode> applications, String field) {
        return values(candidate, applications, field).findFirst().orElse(null);
    }

    /** All different values, where case and what separates digits makes no difference. */
    private static List<String> spellings(JsonNode candidate, List<JsonNode> applications, String field) {
        Map<String, String> different = new LinkedHashMap<>();
        values(candidate, applications, field)
                .forEach(value -> different.putIfAbsent(
                        SEPARATORS.matcher(value.toLowerCase(Locale.ROOT)).replaceAll(""), value));
        return List.copyOf(different.values());
    }

    private static void several(Profile profile, String tag, Collection<String> values) {
        if (values.size() > 1) {
            profile.tag(tag, values);
        }
    }

    private static void links(Profile profile, JsonNode urls) {
        if (urls.isArray()) {
            urls.forEach(entry -> links(profile, entry));
        }
        urls.properties().forEach(link -> {
            String type = link.getKey().toLowerCase(Locale.ROOT);
            String url = RecruitingBoard.isBlank(link.getValue())
                    ? null
                    : link.getValue().asText();
            if (Profile.URL_TYPES.contains(type)) {
                profile.url(type, url);
            } else {
                profile.tag("urls_" + type, url);
            }
        });
    }

    private static void applications(Profile profile, List<JsonNode> applications) {
        profile.tag("applicant_id", all(applications, "applicant"))
                .tag("vacancy", all(applications, "vacancy"))
                .tag("vacancy_id", all(applications, "vacancy_id"))
                .tag("column", all(applications, "column"));
        for (String field : List.of("source", "external_id", "hired", "score")) {
            profile.tag(field, newest(applications, field));
        }
        profile.tag("status", status(newest(applications, "status")))
                .tag("comment", newest(applications, "comment"))
                .tag("created_at", time(newest(applications, "created_at")))
                .tag("updated_at", time(newest(applications, "updated_at")));
    }

    private static List<String> all(List<JsonNode> applications, String field) {
        return applications.stream()
                .map(application -> application.path(field))
                .filter(value -> !RecruitingBoard.isBlank(value))
                .map(JsonNode::asText)
                .toList();
    }

    /** The newest application that tells it; the detail is finer than the row. */
    private static JsonNode newest(List<JsonNode> applications, String field) {
        return applications.stream()
                .flatMap(application -> Stream.of(application.path("detail").path(field), application.path(field)))
                .filter(value -> !RecruitingBoard.isBlank(value))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String status(JsonNode status) {
        return switch (status.asText("")) {
            case "0" -> "archived";
            case "1" -> "active";
            default -> status.asText("");
        };
    }

    /** ISO 8601, or nothing: a day first and a month first look the same. */
    private static @Nullable String time(JsonNode value) {
        return FlatchrDates.parse(value).map(Object::toString).orElse(null);
    }

    /** Any JSON (Flatchr contract, U14), but HrFlow takes text only. */
    private static @Nullable String consent(JsonNode consent) {
        if (consent.isContainerNode()) {
            return consent.isEmpty() ? null : Json.text(consent);
        }
        return RecruitingBoard.isBlank(consent) ? null : consent.asText();
    }
}
