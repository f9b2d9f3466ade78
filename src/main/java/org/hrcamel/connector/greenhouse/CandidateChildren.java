package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrcamel.http.Address;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.RunFatal;

/**
 * Reads what Harvest v3 keeps in lists beside the candidates, for a page of candidates at once, and puts it where Harvest v1 has it:
 * {@code applications}, {@code attachments}, {@code educations} and {@code employments} (Greenhouse contract, section 2.7).
 */
final class CandidateChildren {

    private final HarvestV3 harvest;
    private final EducationNames educationNames;
    private final JobNames jobNames;

    CandidateChildren(HarvestV3 harvest) {
        this.harvest = harvest;
        this.educationNames = new EducationNames(harvest);
        this.jobNames = new JobNames(harvest);
    }

    /**
     * @param candidates by id
     */
    void complete(Map<String, ObjectNode> candidates) throws RequestFailed, CredentialRefused, RunFatal {
        Set<String> ids = candidates.keySet();
        Map<String, ObjectNode> applications = children(HarvestList.APPLICATIONS, ids);
        jobNames.add(applications.values());
        Map<String, ObjectNode> educations = children(HarvestList.EDUCATIONS, ids);
        educationNames.add(educations.values());
        Map<String, ObjectNode> employments = children(HarvestList.EMPLOYMENTS, ids);
        Map<String, ObjectNode> resumes = resumes(ids, applications);

        for (ObjectNode candidate : candidates.values()) {
            HarvestList.BESIDE_CANDIDATES.forEach(list -> candidate.putArray(list.field()));
        }
        put(candidates, HarvestList.APPLICATIONS, applications);
        put(candidates, HarvestList.ATTACHMENTS, resumes);
        put(candidates, HarvestList.EDUCATIONS, educations);
        put(candidates, HarvestList.EMPLOYMENTS, employments);
    }

    private Map<String, ObjectNode> children(HarvestList list, Set<String> candidates)
            throws RequestFailed, CredentialRefused, RunFatal {
        return byId(harvest.rows(list, harvest.address(list), "candidate_ids", candidates));
    }

    /** Some name only their application, and the filter by candidate may miss those (contract, U12). */
    private Map<String, ObjectNode> resumes(Set<String> candidates, Map<String, ObjectNode> applications)
            throws RequestFailed, CredentialRefused, RunFatal {
        Address query = harvest.address(HarvestList.ATTACHMENTS).query("type", "resume");
        Map<String, ObjectNode> resumes =
                byId(harvest.rows(HarvestList.ATTACHMENTS, query, "candidate_ids", candidates));
        byId(harvest.rows(HarvestList.ATTACHMENTS, query, "application_ids", applications.keySet()))
                .forEach(resumes::putIfAbsent);
        for (ObjectNode resume : resumes.values()) {
            ObjectNode application =
                    applications.get(resume.path("application_id").asText());
            if (!resume.hasNonNull("candidate_id") && application != null) {
                resume.set("candidate_id", application.path("candidate_id"));
            }
        }
        return resumes;
    }

    private static Map<String, ObjectNode> byId(List<JsonNode> rows) {
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            if (row instanceof ObjectNode object && row.hasNonNull("id")) {
                byId.put(row.path("id").asText(), object);
            }
        }
        return byId;
    }

    private static void put(Map<String, ObjectNode> candidates, HarvestList list, Map<String, ObjectNode> children) {
        for (ObjectNode child : children.values()) {
            ObjectNode candidate = candidates.get(child.path("candidate_id").asText());
            if (candidate != null) {
                candidate.withArray(list.field()).add(child);
            }
        }
    }

    /** The distinct values of a field that holds ids. */
    static Set<String> ids(Iterable<ObjectNode> rows, String... fields) {
        Set<String> ids = new LinkedHashSet<>();
        for (ObjectNode row : rows) {
            for (String field : fields) {
                if (row.hasNonNull(field)) {
                    ids.add(row.path(field).asText());
                }
            }
        }
        return ids;
    }
}
