package org.hrcamel.connector.jazzhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the list told of one applicant in all its rows: the id, and the jobs applied for (JazzHR contract, U9 and U11). Jobs are kept
 * in order, since the rows' own order may change from run to run. Not thread safe.
 */
final class ListedApplicant {

    static final String JOB_IDS = "job_ids";
    static final String DETAIL = "applicant";

    private final String id;
    private final SortedSet<String> jobs = new TreeSet<>();
    private boolean matched;
    private boolean doubtful;

    ListedApplicant(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Adds a row of an array. */
    void add(JsonNode row, ApplicantFilter filter) {
        addJob(Scalars.text(row, "job_id"));
        matched |= filter.matchesRow(row);
    }

    /** Adds a row that came without brackets: its values may be spoiled, and only a sound job id is believed. */
    void addBare(JsonNode row) {
        String job = Scalars.text(row, "job_id");
        if (job.startsWith("job_")) {
            addJob(job);
        }
        doubtful = true;
    }

    private void addJob(String job) {
        if (!job.isEmpty()) {
            jobs.add(job);
        }
    }

    /** Whether a row met the filters as far as rows tell. */
    boolean isMatched() {
        return matched;
    }

    /** Whether it may be what is asked for: a row met the filters, or came in a form that cannot be trusted. */
    boolean isCandidate() {
        return matched || doubtful;
    }

    /** The applicant as an item's row. */
    ObjectNode row() {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("id", id);
        jobs.forEach(row.putArray(JOB_IDS)::add);
        return row;
    }

    /** Lays the jobs that the rows told into a detail that lacks them, so that every application is named. */
    static void completeJobs(ObjectNode applicant, JsonNode row) {
        List<JsonNode> told = Scalars.elements(applicant, "jobs");
        Set<String> known =
                told.stream().map(job -> Scalars.text(job, "job_id")).collect(Collectors.toSet());
        ArrayNode jobs = JsonNodeFactory.instance.arrayNode().addAll(told);
        row.path(JOB_IDS).forEach(job -> {
            if (known.add(job.asText())) {
                jobs.addObject().put("job_id", job.asText());
            }
        });
        if (jobs.size() > told.size()) {
            applicant.set("jobs", jobs);
        }
    }
}
