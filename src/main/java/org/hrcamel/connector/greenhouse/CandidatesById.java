package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;

/** Candidates that are asked for by id, 50 at a time; the run is told who does not exist any more. */
final class CandidatesById implements RowPages {

    private final Run run;
    private final HarvestV3 harvest;
    private final TokenUser user;
    private final Iterator<List<String>> chunks;

    CandidatesById(Run run, HarvestV3 harvest, TokenUser user, Iterable<String> ids) {
        this.run = run;
        this.harvest = harvest;
        this.user = user;
        this.chunks = CandidateIds.chunks(ids).iterator();
    }

    @Override
    public Optional<JsonNode> next() throws RequestFailed, CredentialRefused, RunFatal {
        if (!chunks.hasNext()) {
            return Optional.empty();
        }
        List<String> ids = chunks.next();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode().addAll(harvest.candidates(ids));
        if (rows.isEmpty() && !user.seesSomebody()) {
            // Then nobody can be told gone, and the other groups would show as little.
            return Optional.empty();
        }
        tellMissing(ids, rows);
        return Optional.of(rows);
    }

    private void tellMissing(List<String> ids, ArrayNode rows) {
        Set<String> missing = new LinkedHashSet<>(ids);
        int stubs = 0;
        for (JsonNode row : rows) {
            stubs += row.hasNonNull("id") ? 0 : 1;
            missing.remove(row.path("id").asText());
        }
        if (stubs == 0) {
            missing.forEach(run::gone);
        }
        // A row without an id stands for one of them, nobody can tell which, and is counted by whoever reads the rows.
        for (int gone = missing.size() - stubs; stubs > 0 && gone > 0; gone--) {
            run.gone();
        }
    }
}
