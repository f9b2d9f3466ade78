package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.jspecify.annotations.Nullable;

/** The lists of Harvest v3: bare arrays, newest id first, paged by an opaque cursor (Greenhouse contract, section 2.1). Thread safe. */
final class HarvestV3 {

    /** Parameters after which a list is short, so that a page size does not matter. */
    private static final Set<String> NARROW =
            Set.of("ids", "candidate_ids", "application_ids", "email", "custom_field_key", "per_page", "cursor");

    private final GreenhouseRecords records;
    private final AtomicInteger expiring = new AtomicInteger();
    private volatile boolean twoSidedDates;

    HarvestV3(GreenhouseRecords records) {
        this.records = records;
    }

    void twoSidedDates(boolean understood) {
        twoSidedDates = understood;
    }

    /** The next cursors that arrive have expired (section 10, U5). */
    void expireCursors(int times) {
        expiring.set(times);
    }

    Reply answer(Request request, String resource) {
        Map<String, List<String>> query = request.query();
        List<String> cursor = query.get("cursor");
        if (cursor != null && query.size() == 1 && expiring.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return unprocessable(new Unprocessable("Cursor has expired."));
        }
        try {
            return page(
                    request,
                    cursor == null ? first(request, resource, query) : next(resource, cursor, query.size() == 1));
        } catch (Unprocessable refused) {
            request.violation(refused.getMessage());
            return unprocessable(refused);
        }
    }

    private static Cursor next(String resource, List<String> cursor, boolean alone) {
        if (!alone || cursor.size() > 1) {
            throw new Unprocessable("When passing a cursor, do not include other query params.");
        }
        return Cursor.parse(resource, cursor.get(0)).orElseThrow(() -> new Unprocessable("Cursor is invalid."));
    }

    private static Cursor first(Request request, String resource, Map<String, List<String>> query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        query.forEach((name, values) -> {
            if (values.size() > 1) {
                throw new Unprocessable(name, "must be given once");
            }
            parameters.put(name, values.get(0));
        });
        if (parameters.containsKey("created_at") && parameters.containsKey("updated_at")) {
            throw new Unprocessable("created_at and updated_at filters cannot be combined.");
        }
        if (parameters.keySet().stream().noneMatch(NARROW::contains)) {
            request.violation("a whole list read without per_page");
        }
        if (parameters.containsKey("private")) {
            request.violation("private has an uncertain meaning and is not sent");
        }
        if (parameters.containsKey("job_interview_stage_ids")) {
            request.violation("job_interview_stage_ids is not documented");
        }
        return new Cursor(resource, Long.MAX_VALUE, parameters);
    }

    private Reply page(Request request, Cursor place) {
        Map<String, Filter> filters = Lists.filters(place.resource(), twoSidedDates);
        List<Predicate<ObjectNode>> kept = new ArrayList<>();
        place.parameters().forEach((name, value) -> {
            Filter filter = filters.get(name);
            if (filter != null) {
                kept.add(filter.parse(value));
            } else if (!name.equals("per_page") && !name.equals("fields")) {
                throw new Unprocessable(name, "is not a permitted parameter");
            }
        });
        int size = perPage(place.parameters().getOrDefault("per_page", "100"));
        List<String> fields = fields(place.parameters().get("fields"));
        List<Map.Entry<Long, ObjectNode>> rows = rows(place, filters)
                .filter(row -> kept.stream().allMatch(filter -> filter.test(row.getValue())))
                .limit(size + 1L)
                .toList();
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        rows.stream()
                .limit(size)
                .forEach(row ->
                        body.add(project(GreenhouseRecords.signed(row.getValue(), request.foreignRoot()), fields)));
        Reply reply = Reply.json(200, body);
        if (rows.size() <= size) {
            return reply;
        }
        Cursor next = new Cursor(place.resource(), rows.get(size - 1).getKey(), place.parameters());
        String url = request.base() + "/v3/" + place.resource() + "?cursor=" + next.text();
        return reply.with("Link", "<" + url + ">; rel=\"next\"");
    }

    /** By ids and by parents through the index; a scan only where the list really has to be walked. */
    private Stream<Map.Entry<Long, ObjectNode>> rows(Cursor place, Map<String, Filter> filters) {
        Table table = records.table(place.resource());
        for (Map.Entry<String, String> parameter : place.parameters().entrySet()) {
            if (filters.get(parameter.getKey()) instanceof Filter.Ids lookup) {
                boolean own = lookup.field().equals("id");
                if (own || table.indexes(lookup.field())) {
                    Set<Long> ids = lookup.ids(parameter.getValue());
                    return (own ? ids.stream() : table.children(lookup.field(), ids).stream())
                            .filter(id -> id < place.after())
                            .sorted(Comparator.reverseOrder())
                            .flatMap(id -> Stream.ofNullable(table.get(id)).map(row -> new SimpleEntry<>(id, row)));
                }
            }
        }
        return table.below(place.after());
    }

    private static int perPage(String value) {
        if (!value.matches("[0-9]{1,9}")) {
            throw new Unprocessable("per_page", "`" + value + "` is not an integer");
        }
        int size = Integer.parseInt(value);
        if (size > 500) {
            throw new Unprocessable("per_page", "`" + value + "` number is greater than: 500");
        }
        if (size < 1) {
            throw new Unprocessable("per_page", "`" + value + "` number is less than: 1");
        }
        return size;
    }

    private static List<String> fields(@Nullable String value) {
        List<String> fields = value == null ? List.of() : Arrays.asList(value.split(",", -1));
        if (fields.size() > 50) {
            throw new Unprocessable("fields", "array size is greater than: 50");
        }
        return fields;
    }

    private static ObjectNode project(ObjectNode row, List<String> fields) {
        return fields.isEmpty() || !row.has("id") ? row : row.deepCopy().retain(fields);
    }

    private static Reply unprocessable(Unprocessable refused) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", "Unprocessable Content");
        body.putArray("errors").add(refused.error());
        return Reply.json(422, body);
    }
}
