package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.RunFatal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives applications of Harvest v3 the list of jobs that they have in v1, with names if the credential may read them. */
final class JobNames {

    private static final Logger LOG = LoggerFactory.getLogger(JobNames.class);

    private final NamesById jobs;
    private boolean refused;

    JobNames(HarvestV3 harvest) {
        this.jobs = new NamesById(harvest, HarvestList.JOBS);
    }

    void add(Collection<ObjectNode> applications) throws RequestFailed, RunFatal {
        learn(applications);
        for (ObjectNode application : applications) {
            if (application.hasNonNull("job_id")) {
                ObjectNode job = application.putArray("jobs").addObject();
                job.set("id", application.path("job_id"));
                jobs.of(application.path("job_id").asText()).ifPresent(name -> job.put("name", name));
            }
        }
    }

    private void learn(Collection<ObjectNode> applications) throws RequestFailed, RunFatal {
        if (refused) {
            return;
        }
        try {
            jobs.learn(CandidateChildren.ids(applications, "job_id"));
        } catch (CredentialRefused missing) {
            // A name is not worth a run, and what else is refused says so itself.
            refused = true;
            LOG.warn("Profiles are sent without the names of their jobs: {}", missing.getMessage());
        }
    }
}
