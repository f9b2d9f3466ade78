package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.hrcamel.connector.Seen;
import org.hrcamel.connector.Side;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;

/**
 * The candidates of one job: its applications tell their ids, 50 of which are read at a time (Greenhouse contract, section 2.8).
 * Prospects of the job are no applicants.
 */
final class JobCandidates implements RowPages {

    private final HarvestV3 harvest;
    private final TokenUser user;
    private final Run run;
    private final String job;
    private final List<String> only;
    private final RowPages applications;
    private final Queue<String> waiting = new ArrayDeque<>();
    private final Seen ids = Seen.all();
    private boolean ended;

    /**
     * @param job id of the job
     */
    JobCandidates(HarvestV3 harvest, TokenUser user, Side side, String job) {
        this.harvest = harvest;
        this.user = user;
        this.run = side.run();
        this.job = job;
        this.only = CandidateFilter.ids(side.parameters());
        this.applications = harvest.pages(
                HarvestList.APPLICATIONS,
                CandidateQuery.applications(harvest.address(HarvestList.APPLICATIONS), job),
                side.parameters().key(GreenhouseConnector.JOB_ID));
    }

    @Override
    public Optional<JsonNode> next() throws RequestFailed, CredentialRefused, RunFatal {
        while (!ended && waiting.size() < CandidateIds.MOST) {
            Optional<JsonNode> page = applications.next();
            page.ifPresent(this::collect);
            ended = page.isEmpty() || run.isEnding();
        }
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        List<String> chunk = new ArrayList<>();
        while (chunk.size() < CandidateIds.MOST && !waiting.isEmpty()) {
            chunk.add(waiting.remove());
        }
        return new CandidatesById(run, harvest, user, chunk).next();
    }

    private void collect(JsonNode rows) {
        for (JsonNode application : rows) {
            String id = application.path("candidate_id").asText("");
            boolean applied = application.path("job_id").asText().equals(job)
                    && !application.path("prospect").asBoolean();
            if (applied && application.hasNonNull("candidate_id") && isWanted(id) && ids.add(id)) {
                waiting.add(id);
            }
        }
    }

    private boolean isWanted(String id) {
        return only.isEmpty() || only.contains(id);
    }
}
