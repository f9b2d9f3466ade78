package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrcamel.connector.hrflow.Profile;
import org.hrcamel.connector.hrflow.ProfileEntry;
import org.hrcamel.connector.hrflow.ProfileLocation;
import org.jspecify.annotations.Nullable;

/**
 * Makes an HrFlow profile of a Greenhouse candidate, in the form of Harvest v1 or of v3 with its lists put together (Greenhouse
 * contract, sections 2 and 11). Every field but the id may be missing; the table of fields is in {@code docs/mappings/greenhouse.md}.
 */
final class GreenhouseProfile implements UnaryOperator<JsonNode> {

    @Override
    public JsonNode apply(JsonNode candidate) {
        Contacts emails = Contacts.emails(candidate.path("email_addresses"));
        Contacts phones = Contacts.phones(candidate.path("phone_numbers"));
        Contacts addresses = Contacts.addresses(candidate.path("addresses"));
        Profile profile = new Profile(candidate.path("id").asText())
                .name(text(candidate, "first_name"), text(candidate, "last_name"))
                .email(emails.best())
                .phone(phones.best())
                .picture(text(candidate, "photo_url"))
                .location(new ProfileLocation().text(addresses.best()));
        WebAddresses.add(profile, candidate);
        candidate.path("employments").forEach(entry -> profile.experience(experience(entry)));
        candidate.path("educations").forEach(entry -> profile.education(education(entry)));
        profile.tag("email_addresses", emails.several(", "))
                .tag("phone_numbers", phones.several(", "))
                .tag("addresses", addresses.several("; "))
                .tag("skype", Contacts.skype(candidate.path("phone_numbers")));
        CandidateTags.add(profile, candidate);
        ApplicationTags.add(profile, candidate);
        return profile.json();
    }

    private static ProfileEntry experience(JsonNode employment) {
        String start = text(employment, "start_date");
        String end = text(employment, "end_date");
        ProfileEntry entry = ProfileEntry.experience(text(employment, "title"), text(employment, "company_name"))
                .start(start);
        // No end means that it goes on (contract, section 2.4), which an entry without any date does not say.
        return end == null && start != null ? entry.current() : entry.end(end);
    }

    private static ProfileEntry education(JsonNode education) {
        String title = Stream.of(text(education, "degree"), text(education, "discipline"))
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(", "));
        return ProfileEntry.education(title, text(education, "school_name"))
                .start(date(education, "start"))
                .end(date(education, "end"));
    }

    /** v1 tells a date; v3 a time, or year and month alone. */
    private static String date(JsonNode education, String end) {
        return Stream.of(text(education, end + "_at"), text(education, end + "_date"))
                .filter(date -> date != null && !date.isBlank())
                .findFirst()
                .orElseGet(() -> month(education.path(end + "_date_year"), education.path(end + "_date_month")));
    }

    private static @Nullable String month(JsonNode year, JsonNode month) {
        if (!year.isIntegralNumber()) {
            return null;
        }
        return month.isIntegralNumber() && month.asInt() >= 1 && month.asInt() <= 12
                ? String.format(Locale.ROOT, "%04d-%02d", year.asInt(), month.asInt())
                : String.format(Locale.ROOT, "%04d", year.asInt());
    }

    /** Null when it is missing or null. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
