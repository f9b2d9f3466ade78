package org.hrcamel.sandbox.jazzhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The applicants that the simulated account holds, in the order in which they came. Thread safe. */
final class Applicants {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int REMEMBERED_LISTS = 64;

    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
    // Without this every page of a list would search all applicants again, which takes minutes for a large population.
    private final Map<ApplicantFilter, List<ObjectNode>> lists = new HashMap<>();

    synchronized void put(ObjectNode applicant) {
        byId.put(applicant.required("id").asText(), applicant.deepCopy());
        lists.clear();
    }

    synchronized void change(String id, Consumer<ObjectNode> change) {
        change.accept(known(id));
        lists.clear();
    }

    synchronized void remove(String id) {
        known(id);
        byId.remove(id);
        lists.clear();
    }

    /** A copy of the applicant's detail. */
    synchronized Optional<ObjectNode> detail(String id) {
        return Optional.ofNullable(byId.get(id)).map(ObjectNode::deepCopy);
    }

    /** The matching rows of the list, one for each application; nobody may change them. */
    synchronized List<ObjectNode> rows(ApplicantFilter filter) {
        if (lists.size() > REMEMBERED_LISTS) {
            lists.clear();
        }
        return lists.computeIfAbsent(filter, this::search);
    }

    private List<ObjectNode> search(ApplicantFilter filter) {
        List<ObjectNode> rows = new ArrayList<>();
        for (ObjectNode applicant : byId.values()) {
            for (JsonNode application : applications(applicant.path("jobs"))) {
                if (filter.matches(applicant, application)) {
                    rows.add(row(applicant, application));
                }
            }
        }
        return List.copyOf(rows);
    }

    private static Iterable<JsonNode> applications(JsonNode jobs) {
        return jobs.isArray() && !jobs.isEmpty() ? jobs : List.of(jobs);
    }

    private static ObjectNode row(JsonNode applicant, JsonNode application) {
        return JSON.objectNode()
                .put("id", text(applicant, "id"))
                .put("first_name", text(applicant, "first_name"))
                .put("last_name", text(applicant, "last_name"))
                .put("prospect_phone", text(applicant, "phone"))
                .put("apply_date", text(applicant, "apply_date"))
                .put("job_id", text(application, "job_id"))
                .put("job_title", text(application, "job_title"));
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).isNull() ? "" : object.path(name).asText();
    }

    private ObjectNode known(String id) {
        ObjectNode applicant = byId.get(id);
        if (applicant == null) {
            throw new IllegalArgumentException("No applicant " + id);
        }
        return applicant;
    }
}
