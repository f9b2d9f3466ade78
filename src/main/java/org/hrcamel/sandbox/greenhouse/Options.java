package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The named values of schools, degrees and disciplines, which v3 educations refer to by id only (Greenhouse contract, section 2.3). */
final class Options {

    /** Custom field id by its key. */
    static final Map<String, Long> FIELDS = Map.of("school_name", 101L, "degree", 102L, "discipline", 103L);

    private final Map<String, Long> known = new LinkedHashMap<>();
    private final GreenhouseRecords records;

    Options(GreenhouseRecords records) {
        this.records = records;
    }

    /** The id of this value, which is added to the account's options when it is new. */
    long id(String key, String name) {
        return known.computeIfAbsent(key + "/" + name, option -> {
            long taken = known.keySet().stream()
                    .filter(other -> other.startsWith(key + "/"))
                    .count();
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            row.put("id", first(key) + taken);
            row.put("custom_field_id", FIELDS.get(key));
            row.put("name", name);
            row.putNull("external_id");
            row.put("sort_order", taken);
            row.put("active", true);
            row.put("created_at", "2017-08-15T03:31:46.591Z");
            row.put("updated_at", "2017-08-15T03:31:46.591Z");
            records.put("custom_field_options", row);
            return row.path("id").asLong();
        });
    }

    private static long first(String key) {
        return switch (key) {
            case "school_name" -> 2001;
            case "degree" -> 2101;
            case "discipline" -> 2201;
            default -> throw new IllegalArgumentException("No custom field: " + key);
        };
    }
}
