package org.hrcamel.connector.greenhouse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.connector.Side;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Run;

/** Candidates of Harvest v3, whose educations, employments, applications and résumés lie in lists of their own. */
final class CandidatesV3 implements Candidates {

    private final Side side;
    private final Run run;
    private final Parameters parameters;
    private final HarvestV3 harvest;
    private final TokenUser user;
    private final CandidateChildren children;

    CandidatesV3(Side side) {
        this.side = side;
        this.run = side.run();
        this.parameters = side.parameters();
        this.harvest = new HarvestV3(side);
        this.user = new TokenUser(harvest, side);
        this.children = new CandidateChildren(harvest);
    }

    @Override
    public PagedItems.Pages listing() {
        Optional<Instant> since = CandidateQuery.since(parameters, run.since());
        if (since.isEmpty()) {
            // Who failed before and is not listed is not wanted any more, so nobody asks for them past the filters.
            run.listsEverybody();
        }
        Optional<ChildChanges> changes = CandidateQuery.isShort(parameters)
                ? Optional.empty()
                : run.since().map(this::changes);
        return new CandidateListing(
                run,
                new DoubtedRows(rows(since, changes), user),
                new CandidateFilter(parameters),
                new ChangedCandidates(run, changes, children));
    }

    private ChildChanges changes(Instant since) {
        return side.api().settings().get(GreenhouseConnector.CHILD_UPDATES)
                ? ChildChanges.since(harvest, since)
                : ChildChanges.notLookedFor(harvest);
    }

    private RowPages rows(Optional<Instant> since, Optional<ChildChanges> changes) {
        Optional<String> job = parameters.find(GreenhouseConnector.JOB_ID);
        if (job.isPresent()) {
            return new JobCandidates(harvest, user, side, job.get());
        }
        RowPages listed = harvest.pages(
                HarvestList.CANDIDATES,
                CandidateQuery.v3(harvest.address(HarvestList.CANDIDATES), parameters, since),
                "the pull_parameters");
        return changes.filter(read -> since.isPresent())
                .<RowPages>map(read -> new ChangedRows(listed, read, this::byId))
                .orElse(listed);
    }

    @Override
    public PagedItems.Pages these(List<String> ids) {
        return new CandidateListing(
                run, byId(ids), row -> true, new ChangedCandidates(run, Optional.empty(), children));
    }

    private RowPages byId(Iterable<String> ids) {
        return new CandidatesById(run, harvest, user, ids);
    }
}
