package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;

/** Reads the children of those candidates only that may have changed since they were delivered: four requests for 50 of them. */
final class ChangedCandidates implements CandidateListing.Completion {

    private final Run run;
    private final Optional<ChildChanges> changes;
    private final CandidateChildren children;

    /**
     * @param changes what changed beside the candidates since the last run; without it everybody may have changed, whatever
     *     was delivered
     */
    ChangedCandidates(Run run, Optional<ChildChanges> changes, CandidateChildren children) {
        this.run = run;
        this.changes = changes;
        this.children = children;
    }

    @Override
    public Map<String, String> complete(Map<String, ObjectNode> candidates)
            throws RequestFailed, CredentialRefused, RunFatal {
        Map<String, String> versions =
                changes.isPresent() ? unchanged(candidates, changes.get().byCandidate()) : new HashMap<>();
        Map<String, ObjectNode> changed = new LinkedHashMap<>(candidates);
        changed.keySet().removeAll(versions.keySet());
        if (!changed.isEmpty()) {
            children.complete(changed);
        }
        changed.forEach((id, candidate) ->
                CandidateVersion.of(candidate).ifPresent(version -> versions.put(id, version.text())));
        return versions;
    }

    /** The version on record is theirs still, and makes the workflow leave them out. */
    private Map<String, String> unchanged(Map<String, ObjectNode> candidates, Map<String, Instant> childChanges)
            throws RunFatal {
        Map<String, String> unchanged = new HashMap<>();
        run.delivered(candidates.keySet()).forEach((id, text) -> {
            Optional<Instant> childChange = Optional.ofNullable(childChanges.get(id));
            CandidateVersion.parse(text)
                    .filter(version -> version.isThatOf(candidates.get(id), childChange))
                    .ifPresent(version -> unchanged.put(id, text));
        });
        return unchanged;
    }
}
