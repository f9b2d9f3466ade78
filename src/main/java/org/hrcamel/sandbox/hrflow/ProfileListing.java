package org.hrcamel.sandbox.hrflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/**
 * {@code GET /storing/profiles} (HrFlow contract, section 2.4). Archived profiles are listed, with {@code archive} set. More rows than
 * the cap are never on one page, and {@code meta.maxPage} counts with the cap (rule U4).
 */
final class ProfileListing {

    private static final Set<String> KNOWN = Set.of(
            "source_keys",
            "name",
            "key",
            "reference",
            "return_profile",
            "page",
            "limit",
            "order_by",
            "sort_by",
            "created_at_min",
            "created_at_max");
    private static final List<String> BRIEF = List.of("key", "reference", "source_key", "created_at", "updated_at");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sources sources;

    ProfileListing(Sources sources) {
        this.sources = sources;
    }

    Reply answer(Request request, int cap) {
        Query query = Query.of(request, KNOWN);
        JsonNode keys = keys(query.get("source_keys").orElse(""));
        if (!keys.isArray() || keys.isEmpty()) {
            request.violation("source_keys is not a JSON list");
            return Envelope.failure(400, "Invalid parameters. source_keys must be a JSON list of keys");
        }
        String sort = query.get("sort_by").orElse("created_at");
        String order = query.get("order_by").orElse("desc");
        String full = query.get("return_profile").orElse("false");
        String page = query.get("page").orElse("1");
        String limit = query.get("limit").orElse("30");
        if (!sort.matches("created_at|updated_at")
                || !order.matches("asc|desc")
                || !full.matches("true|false")
                || !page.matches("[1-9]\\d{0,6}")
                || !limit.matches("[1-9]\\d{0,6}")
                || !day(query, "created_at_min")
                || !day(query, "created_at_max")) {
            request.violation("a listing parameter has a value that is not documented");
            return Envelope.failure(400, "Invalid parameters.");
        }
        List<ObjectNode> found = new ArrayList<>();
        for (JsonNode key : keys) {
            Reply refusal = sources.in(key.asText(), source -> {
                source.entries().stream()
                        .filter(entry -> !entry.hidden && matches(entry.profile, query))
                        .forEach(entry -> found.add(entry.profile));
                return null;
            });
            if (refusal != null) {
                return refusal;
            }
        }
        // Profiles are replaced, never changed, so that they may be read outside their source's monitor.
        Comparator<ObjectNode> by =
                Comparator.comparing(profile -> profile.path(sort).asText());
        found.sort(order.equals("asc") ? by : by.reversed());
        return page(found, Integer.parseInt(page), Math.min(cap, Integer.parseInt(limit)), full, request.foreignRoot());
    }

    private static Reply page(List<ObjectNode> found, int page, int limit, String full, String root) {
        ArrayNode rows = JSON.createArrayNode();
        found.stream()
                .skip((page - 1L) * limit)
                .limit(limit)
                .forEach(profile -> rows.add(
                        full.equals("true")
                                ? Attachments.resolved(profile, root)
                                : profile.deepCopy().retain(BRIEF)));
        ObjectNode meta = JSON.createObjectNode()
                .put("page", page)
                .put("maxPage", (found.size() + limit - 1) / limit)
                .put("count", rows.size())
                .put("total", found.size());
        return Envelope.list("List of profiles", meta, rows);
    }

    private static boolean matches(ObjectNode profile, Query query) {
        String day = profile.path("created_at").asText();
        return is(query, "key", profile.path("key").asText())
                && is(query, "reference", profile.path("reference").asText())
                && is(query, "name", profile.at("/info/full_name").asText())
                && query.get("created_at_min")
                        .map(from -> day.compareTo(from) >= 0)
                        .orElse(true)
                && query.get("created_at_max")
                        .map(to -> day.compareTo(to + "U") < 0)
                        .orElse(true);
    }

    private static boolean is(Query query, String name, String value) {
        return query.get(name).map(value::equals).orElse(true);
    }

    private static boolean day(Query query, String name) {
        return query.get(name)
                .map(value -> value.matches("\\d{4}-\\d\\d-\\d\\d"))
                .orElse(true);
    }

    private static JsonNode keys(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            return JSON.createObjectNode();
        }
    }
}
