package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.jspecify.annotations.Nullable;

/** The legacy candidate list and detail: numbered pages and one joined object a candidate (Greenhouse contract, section 11). Thread safe. */
final class HarvestV1 {

    private static final Set<String> PARAMETERS = Set.of(
            "per_page",
            "page",
            "skip_count",
            "created_before",
            "created_after",
            "updated_before",
            "updated_after",
            "job_id",
            "email",
            "candidate_ids");

    private final GreenhouseRecords records;
    private final LegacyCandidate legacy;

    HarvestV1(GreenhouseRecords records) {
        this.records = records;
        this.legacy = new LegacyCandidate(records);
    }

    Reply detail(Request request, String id) {
        if (request.rawQuery() != null) {
            request.violation("the candidate detail takes no parameters");
        }
        ObjectNode row = id.matches("[0-9]{1,18}") ? records.table("candidates").get(Long.parseLong(id)) : null;
        return row == null || !row.has("id")
                ? Reply.json(404, "{\"message\":\"Resource not found\"}")
                : json(200, legacy.of(row, request.foreignRoot()));
    }

    Reply list(Request request) {
        Map<String, String> query = new LinkedHashMap<>();
        request.query().forEach((name, values) -> {
            if (!PARAMETERS.contains(name) || values.size() > 1) {
                request.violation("unknown or repeated parameter " + name);
            }
            query.put(name, values.get(0));
        });
        if (!query.containsKey("per_page") && !query.containsKey("candidate_ids") && !query.containsKey("email")) {
            request.violation("a whole list read without per_page");
        }
        try {
            return page(request, query);
        } catch (Unprocessable refused) {
            request.violation(refused.getMessage());
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", "Validation error");
            String[] parts = refused.getMessage().split(": ", 2);
            body.putArray("errors").addObject().put("message", parts[1]).put("field", parts[0]);
            return json(422, body);
        }
    }

    private Reply page(Request request, Map<String, String> query) {
        int size = number(query, "per_page", 100, 500);
        int page = number(query, "page", 1, Integer.MAX_VALUE);
        boolean skipCount = flag(query, "skip_count");
        Predicate<ObjectNode> kept = kept(query);
        List<ObjectNode> matching = records.table("candidates").oldestFirst().stream()
                .filter(row -> row.has("id"))
                .filter(kept)
                .toList();
        int last = Math.max(1, (matching.size() + size - 1) / size);
        if (page > last) {
            request.violation("page " + page + " was never offered by a Link header");
        }
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        matching.stream()
                .skip((page - 1L) * size)
                .limit(size)
                .forEach(row -> body.add(legacy.of(row, request.foreignRoot())));
        return links(json(200, body), request, query, page, last, skipCount);
    }

    /** The last of several pages carries {@code rel="last"} alone, as recorded traffic does. */
    private static Reply links(
            Reply reply, Request request, Map<String, String> query, int page, int last, boolean skipCount) {
        List<String> links = new ArrayList<>();
        if (page < last) {
            links.add(link(request, query, page + 1, "next"));
        }
        if (page < last && page > 1) {
            links.add(link(request, query, page - 1, "prev"));
        }
        if (last > 1 && !skipCount) {
            links.add(link(request, query, last, "last"));
        }
        return links.isEmpty() ? reply : reply.with("Link", String.join(",", links));
    }

    private static String link(Request request, Map<String, String> query, int page, String rel) {
        Map<String, String> parameters = new LinkedHashMap<>(query);
        parameters.put("page", String.valueOf(page));
        String encoded = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "<" + request.base() + "/v1/candidates?" + encoded + ">; rel=\"" + rel + "\"";
    }

    private Predicate<ObjectNode> kept(Map<String, String> query) {
        Predicate<ObjectNode> kept = row -> true;
        for (String field : List.of("created", "updated")) {
            Instant after = instant(query, field + "_after");
            Instant before = instant(query, field + "_before");
            if (after != null) {
                kept = kept.and(row -> !time(row, field).isBefore(after));
            }
            if (before != null) {
                kept = kept.and(row -> time(row, field).isBefore(before));
            }
        }
        if (query.containsKey("email")) {
            kept = kept.and(Filter.email().parse(query.get("email")));
        } else if (query.containsKey("candidate_ids")) {
            kept = kept.and(new Filter.Ids("candidate_ids", "id").parse(query.get("candidate_ids")));
        }
        if (query.containsKey("job_id")) {
            Predicate<ObjectNode> onJob = Filter.id("job_id", "job_id").parse(query.get("job_id"));
            kept = kept.and(row -> records
                    .children("applications", "candidate_id", row.path("id").asLong())
                    .stream()
                    .anyMatch(application -> onJob.test(application)
                            && !application.path("prospect").asBoolean()));
        }
        return kept;
    }

    private static Instant time(ObjectNode row, String field) {
        JsonNode time = row.path(field + "_at");
        return time.isTextual() ? OffsetDateTime.parse(time.asText()).toInstant() : Instant.MIN;
    }

    private static @Nullable Instant instant(Map<String, String> query, String name) {
        if (!query.containsKey(name)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(query.get(name)).toInstant();
        } catch (DateTimeException malformed) {
            throw new Unprocessable(name, "Must be an ISO-8601 timestamp");
        }
    }

    private static int number(Map<String, String> query, String name, int absent, int max) {
        String value = query.getOrDefault(name, String.valueOf(absent));
        if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > max) {
            throw new Unprocessable(name, "Must be an integer between 1 and " + max);
        }
        return Integer.parseInt(value);
    }

    private static boolean flag(Map<String, String> query, String name) {
        String value = query.getOrDefault(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new Unprocessable(name, "Must be one of: true, false");
        }
        return value.equals("true");
    }

    /** Real v1 answers spell their content type so (section 11). */
    private static Reply json(int status, JsonNode body) {
        return Reply.json(status, body).with("Content-Type", "application/json;charset=utf-8");
    }
}
