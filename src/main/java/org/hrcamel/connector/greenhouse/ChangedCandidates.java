package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                changes.isPresent() ? unchanged(candidates, changes.get().candidates()) : new HashMap<>();
        Map<String, ObjectNode> changed = new LinkedHashMap<>(candidates);
        changed.keySet().removeAll(versions.keySet());
        if (!changed.isEmpty()) {
            children.complete(changed);
        }
        changed.forEach((id, candidate) ->
                CandidateVersion.of(candidate).ifPresent(version -> versions.put(id, version.text())));
        return versions;
    }

    /**
     * The version on record is theirs still, and makes the workflow leave them out. Beside whom something changed may have been
     * delivered with it: their children tell.
     */
    private Map<String, String> unchanged(Map<String, ObjectNode> candidates, Set<String> childrenChanged)
            throws RunFatal {
        Set<String> untouched = new HashSet<>(candidates.keySet());
        untouched.removeAll(childrenChanged);
        Map<String, String> delivered = run.delivered(untouched);
        Map<String, String> unchanged = new HashMap<>();
        candidates.forEach((id, candidate) -> {
            String text = delivered.get(id);
            if (text != null
                    && CandidateVersion.parse(text)
                            .filter(version -> version.isThatOf(candidate))
                            .isPresent()) {
                unchanged.put(id, text);
            }
        });
        return unchanged;
    }
}
