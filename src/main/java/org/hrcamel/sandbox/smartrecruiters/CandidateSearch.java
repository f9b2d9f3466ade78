package org.hrcamel.sandbox.smartrecruiters;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.sandbox.Request;
import org.jspecify.annotations.Nullable;

/**
 * The query of {@code GET /candidates}, checked (SmartRecruiters contract, section 2.2). Values of one parameter are alternatives,
 * different parameters must all match.
 *
 * @param limit rows per page
 * @param pageId null on the first page
 * @param filters fingerprint of everything but limit and pageId
 * @param match whether a candidate is found
 */
record CandidateSearch(int limit, @Nullable String pageId, int filters, Predicate<Candidate> match) {

    private static final Set<String> SINGLE =
            Set.of("q", "limit", "pageId", "subStatus", "updatedAfter", "onboardingStatus");
    private static final Map<String, Set<String>> REPEATABLE = Map.of(
            "jobId",
            Set.of(),
            "location",
            Set.of(),
            "tag",
            Set.of(),
            "status",
            Set.of("LEAD", "NEW", "IN_REVIEW", "INTERVIEW", "OFFERED", "HIRED", "REJECTED", "WITHDRAWN", "TRANSFERRED"),
            "consentStatus",
            Set.of("REQUIRED", "PENDING", "ACQUIRED"));
    private static final Set<String> ONBOARDING =
            Set.of("READY_TO_ONBOARD", "ONBOARDING_SUCCESSFUL", "ONBOARDING_FAILED");
    /** Documented, but they need screening questions, properties and sources, which are not simulated. */
    private static final Set<String> NOT_SIMULATED = Set.of(
            "propertyId",
            "propertyValueId",
            "sourceType",
            "sourceSubType",
            "sourceValueId",
            "questionCategory",
            "questionFieldId",
            "questionFieldValueId");

    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:?\\d\\d)");
    private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"|[^\\s\\p{Punct}]+");

    static CandidateSearch of(Request request, boolean updatedAfterInclusive) throws Problem.BadParameter {
        Map<String, List<String>> query = request.query();
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            check(request, parameter.getKey(), parameter.getValue());
        }
        Map<String, List<String>> filters = new TreeMap<>(query);
        filters.keySet().removeAll(Set.of("limit", "pageId"));
        Predicate<Candidate> match = candidate -> !candidate.assignments().isEmpty();
        List<String> jobs = filters.getOrDefault("jobId", List.of());
        List<String> statuses = filters.getOrDefault("status", List.of());
        List<String> subStatuses = filters.getOrDefault("subStatus", List.of());
        if (statuses.isEmpty() && !subStatuses.isEmpty()) {
            throw new Problem.BadParameter("subStatus needs status");
        }
        if (!jobs.isEmpty() || !statuses.isEmpty()) {
            match = match.and(candidate -> candidate.assignments().stream()
                    .anyMatch(assignment -> any(jobs, assignment.at("/job/id"))
                            && any(statuses, assignment.path("status"))
                            && any(subStatuses, assignment.path("subStatus"))));
        }
        if (filters.containsKey("tag")) {
            List<String> tags = lower(filters.get("tag"));
            match = match.and(
                    candidate -> texts(candidate.record().path("tags")).stream().anyMatch(tags::contains));
        }
        if (filters.containsKey("location")) {
            List<String> places = lower(filters.get("location"));
            match = match.and(candidate ->
                    texts(candidate.record().path("location")).stream().anyMatch(places::contains));
        }
        if (filters.containsKey("consentStatus")) {
            match = match.and(candidate ->
                    any(filters.get("consentStatus"), candidate.record().at("/consent/status")));
        }
        if (filters.containsKey("onboardingStatus")) {
            match = match.and(candidate ->
                    any(filters.get("onboardingStatus"), candidate.record().at("/primaryAssignment/onboardingStatus")));
        }
        if (filters.containsKey("updatedAfter")) {
            Instant after = time(request, filters.get("updatedAfter").get(0));
            match = match.and(candidate -> {
                int order = Instant.parse(candidate.changed()).compareTo(after);
                return order > 0 || (updatedAfterInclusive && order == 0);
            });
        }
        if (filters.containsKey("q")) {
            match = match.and(keywords(filters.get("q").get(0)));
        }
        String limit = request.query("limit").orElse("10");
        if (!limit.matches("[1-9]\\d?|100")) {
            throw new Problem.BadParameter("limit must be between 1 and 100");
        }
        return new CandidateSearch(
                Integer.parseInt(limit),
                request.query("pageId").orElse(null),
                filters.toString().hashCode(),
                match);
    }

    private static void check(Request request, String name, List<String> values) throws Problem.BadParameter {
        if (NOT_SIMULATED.contains(name)) {
            throw new Problem.BadParameter(name + " is not simulated");
        }
        Set<String> allowed = REPEATABLE.get(name);
        if (name.equals("onboardingStatus")) {
            allowed = ONBOARDING;
        } else if (allowed == null && !SINGLE.contains(name)) {
            request.violation("unknown query parameter " + name);
            return;
        }
        if (SINGLE.contains(name) && values.size() > 1) {
            request.violation("repeated query parameter " + name);
        }
        for (String value : values) {
            boolean list = allowed != null && value.contains(",") && !name.equals("location");
            boolean encoding = name.equals("pageId") && (value.contains(" ") || value.contains("%"));
            if (list || encoding || value.isEmpty()) {
                request.violation(name + (list ? " as a list with commas" : encoding ? " wrongly encoded" : " empty"));
            }
            if (allowed != null && !allowed.isEmpty() && !allowed.contains(value)) {
                throw new Problem.BadParameter(name + " has an unknown value");
            }
        }
    }

    private static Instant time(Request request, String text) throws Problem.BadParameter {
        if (!TIME.matcher(text).matches()) {
            request.violation("updatedAfter is not of the form yyyy-MM-ddTHH:mm:ss.SSSZZ");
        }
        try {
            return OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                    .toInstant();
        } catch (DateTimeException malformed) {
            throw new Problem.BadParameter("updatedAfter is no time");
        }
    }

    /** Words anywhere in name, e-mail and title; what stands in quotation marks must occur as it is. */
    private static Predicate<Candidate> keywords(String q) {
        List<String> phrases = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(q.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            (matcher.group(1) != null ? phrases : words)
                    .add(matcher.group(1) != null ? matcher.group(1) : matcher.group());
        }
        return candidate -> {
            JsonNode record = candidate.record();
            String text = String.join(
                            " ",
                            record.path("firstName").asText(),
                            record.path("lastName").asText(),
                            record.path("email").asText(),
                            record.at("/primaryAssignment/job/title").asText())
                    .toLowerCase(Locale.ROOT);
            return phrases.stream().allMatch(text::contains)
                    && Arrays.asList(text.split("[\\s\\p{Punct}]+")).containsAll(words);
        };
    }

    private static boolean any(List<String> wanted, JsonNode value) {
        return wanted.isEmpty() || wanted.contains(value.asText());
    }

    private static List<String> lower(List<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    }

    private static List<String> texts(JsonNode container) {
        List<String> texts = new ArrayList<>();
        container.forEach(value -> texts.add(value.asText().toLowerCase(Locale.ROOT)));
        return texts;
    }
}
