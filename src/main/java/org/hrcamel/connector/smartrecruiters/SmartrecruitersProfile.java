package org.hrcamel.connector.smartrecruiters;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrcamel.connector.hrflow.Profile;
import org.hrcamel.connector.hrflow.ProfileEntry;
import org.hrcamel.connector.hrflow.ProfileLocation;

/**
 * Makes an HrFlow profile of a SmartRecruiters candidate (SmartRecruiters contract, section 2.3). Every field is optional; the table of
 * fields is in {@code docs/mappings/smartrecruiters.md}.
 */
final class SmartrecruitersProfile implements UnaryOperator<JsonNode> {

    @Override
    public JsonNode apply(JsonNode candidate) {
        Profile profile = new Profile(candidate.path("id").asText())
                .name(text(candidate, "firstName"), text(candidate, "lastName"))
                .email(text(candidate, "email"))
                .phone(text(candidate, "phoneNumber"))
                .location(location(candidate.path("location")));
        links(profile, candidate.path("web"));
        candidate.path("experience").forEach(entry -> profile.experience(experience(entry)));
        candidate.path("education").forEach(entry -> profile.education(education(entry)));
        tags(profile, candidate);
        assignment(profile, candidate.path("primaryAssignment"));
        secondary(profile, candidate.path("secondaryAssignments"));
        return profile.json();
    }

    private static ProfileLocation location(JsonNode location) {
        return new ProfileLocation()
                .text(text(location, "city"), text(location, "region"), text(location, "country"))
                .coordinates(location.path("lat"), location.path("lng"))
                .field("city", text(location, "city"))
                .field("state", text(location, "region"))
                .field("country", text(location, "country"));
    }

    private static void links(Profile profile, JsonNode web) {
        web.properties()
                .forEach(link -> profile.url(link.getKey(), link.getValue().asText("")));
    }

    private static ProfileEntry experience(JsonNode entry) {
        return period(
                ProfileEntry.experience(text(entry, "title"), text(entry, "company"))
                        .description(text(entry, "description")),
                entry);
    }

    private static ProfileEntry education(JsonNode entry) {
        String title = Stream.of(text(entry, "degree"), text(entry, "major"))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return period(
                ProfileEntry.education(title, text(entry, "institution")).description(text(entry, "description")),
                entry);
    }

    private static ProfileEntry period(ProfileEntry profileEntry, JsonNode entry) {
        profileEntry
                .location(new ProfileLocation().text(text(entry, "location")))
                .start(text(entry, "startDate"));
        // Some current entries carry an end date all the same.
        return entry.path("current").asBoolean() ? profileEntry.current() : profileEntry.end(text(entry, "endDate"));
    }

    private static void tags(Profile profile, JsonNode candidate) {
        List<String> tags = new ArrayList<>();
        candidate.path("tags").forEach(tag -> tags.add(tag.asText("")));
        JsonNode location = candidate.path("location");
        profile.tag("tags", tags)
                .tag("average_rating", candidate.path("averageRating"))
                .tag("internal", candidate.path("internal"))
                .tag("consent_status", candidate.path("consent").path("status"))
                .tag("country_code", location.path("countryCode"))
                .tag("region_code", location.path("regionCode"))
                .tag("created_on", candidate.path("createdOn"))
                .tag("updated_on", candidate.path("updatedOn"));
    }

    private static void assignment(Profile profile, JsonNode assignment) {
        profile.tag("job_id", assignment.path("job").path("id"))
                .tag("job_title", assignment.path("job").path("title"))
                .tag("status", assignment.path("status"))
                .tag("sub_status", assignment.path("subStatus"))
                .tag("source", assignment.path("source"))
                .tag("starts_on", assignment.path("startsOn"))
                .tag("reason_of_rejection", assignment.path("reasonOfRejection").path("label"))
                .tag(
                        "reason_of_withdrawal",
                        assignment.path("reasonOfWithdrawal").path("label"));
    }

    private static void secondary(Profile profile, JsonNode assignments) {
        List<String> ids = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        List<String> statuses = new ArrayList<>();
        assignments.forEach(assignment -> {
            ids.add(assignment.path("job").path("id").asText(""));
            titles.add(assignment.path("job").path("title").asText(""));
            statuses.add(assignment.path("status").asText(""));
        });
        profile.tag("secondary_job_ids", ids)
                .tag("secondary_job_titles", titles)
                .tag("secondary_statuses", statuses);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText(null);
    }
}
