package org.hrcamel.connector.jazzhr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.connector.hrflow.Profile;
import org.hrcamel.connector.hrflow.ProfileLocation;

/**
 * Makes an HrFlow profile of a JazzHR applicant's detail (JazzHR contract, section 2.2). Every field is optional; the table of fields
 * is in {@code docs/mappings/jazzhr.md}.
 */
final class JazzhrProfile implements UnaryOperator<JsonNode> {

    private static final List<String> TAGS = List.of(
            "source",
            "recruiter_id",
            "desired_salary",
            "desired_start_date",
            "referrer",
            "wmyu",
            "has_driver_license",
            "willing_to_relocate",
            "citizenship_status",
            "education_level",
            "has_cdl",
            "over_18",
            "can_work_weekends",
            "can_work_evenings",
            "can_work_overtime",
            "has_felony",
            "felony_explanation",
            "college",
            "college_gpa",
            "references",
            "notes",
            "eeo_gender",
            "eeo_race",
            "eeo_disability",
            "eeoc_veteran",
            "eeoc_disability",
            "eeoc_disability_signature",
            "eeoc_disability_date");
    private static final List<String> APPLICATION_TAGS = List.of(
            "job_id", "job_title", "applicant_progress", "workflow_step_id", "hiring_lead_rating", "average_rating");

    private static final Pattern LINK = Pattern.compile("https?://.+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN_LANGUAGES = Pattern.compile("[,;/\\n]");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String NO_DATE = "0000-00-00";
    private static final Pattern US_PLACE =
            Pattern.compile("(?<city>\\p{L}.*?),? (?<state>[A-Z]{2}),? (?<postcode>\\d{5}(-\\d{4})?)");

    @Override
    public JsonNode apply(JsonNode applicant) {
        Profile profile = new Profile(Scalars.text(applicant, "id"))
                .name(name(applicant, "first_name"), name(applicant, "last_name"))
                .email(Scalars.text(applicant, "email"))
                .phone(Scalars.text(applicant, "phone"))
                .location(location(applicant))
                .url("linkedin", Scalars.text(applicant, "linkedin_url"))
                .url("website", Scalars.text(applicant, "website"));
        twitter(profile, Scalars.text(applicant, "twitter_username"));
        languages(profile, Scalars.text(applicant, "languages"));
        tags(profile, applicant);
        applications(profile, Scalars.elements(applicant, "jobs"));
        profile.tag("categories", texts(Scalars.elements(applicant, "categories"), "name"));
        AnswerTags.add(profile, applicant);
        return profile.json();
    }

    /** Some names arrive within quotation marks (contract, U13). */
    private static String name(JsonNode applicant, String field) {
        String name = Scalars.text(applicant, field);
        while (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1).strip();
        }
        return name;
    }

    private static ProfileLocation location(JsonNode applicant) {
        String address = Scalars.text(applicant, "address");
        String place = Scalars.text(applicant, "location");
        ProfileLocation location = new ProfileLocation().field("road", address);
        // The text is city, state and postal code in a row; where one ends is certain only in this form.
        Matcher parts = US_PLACE.matcher(place);
        if (parts.matches()) {
            location.field("city", parts.group("city"))
                    .field("state", parts.group("state"))
                    .field("postcode", parts.group("postcode"));
        }
        return !place.isEmpty() && address.contains(place) ? location.text(address) : location.text(address, place);
    }

    /** A name is no link, although some applicants put a link there. */
    private static void twitter(Profile profile, String username) {
        if (LINK.matcher(username).matches()) {
            profile.url("twitter", username);
        } else {
            profile.tag("twitter_username", username);
        }
    }

    /** A free text: a list of names becomes languages, a sentence does not. */
    private static void languages(Profile profile, String languages) {
        List<String> names = BETWEEN_LANGUAGES
                .splitAsStream(languages)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.stream().allMatch(name -> SPACE.split(name).length <= 2)) {
            names.forEach(profile::language);
        } else {
            profile.tag("languages", languages);
        }
    }

    private static void tags(Profile profile, JsonNode applicant) {
        String applied = Scalars.text(applicant, "apply_date");
        profile.tag("apply_date", applied.equals(NO_DATE) ? "" : applied);
        // A rating of false says that there is none.
        profile.tag("rating", Scalars.text(applicant, "rating"));
        TAGS.forEach(field -> profile.tag(field, applicant.path(field)));
    }

    private static void applications(Profile profile, List<JsonNode> jobs) {
        APPLICATION_TAGS.forEach(field -> profile.tag(field, texts(jobs, field)));
    }

    private static List<String> texts(List<JsonNode> elements, String field) {
        return elements.stream().map(element -> Scalars.text(element, field)).toList();
    }
}
