package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.RunFatal;

/** The candidates whose own record changed, then those whose record stood still while something beside it changed. */
final class ChangedRows implements RowPages {

    private final RowPages listed;
    private final ChildChanges changes;
    private final Function<Set<String>, RowPages> byId;
    private final Set<String> unlisted = new LinkedHashSet<>();
    private boolean begun;
    private Optional<RowPages> rest = Optional.empty();

    /**
     * @param listed those whose own record changed
     * @param byId reads others by their ids
     */
    ChangedRows(RowPages listed, ChildChanges changes, Function<Set<String>, RowPages> byId) {
        this.listed = listed;
        this.changes = changes;
        this.byId = byId;
    }

    @Override
    public Optional<JsonNode> next() throws RequestFailed, CredentialRefused, RunFatal {
        if (!begun) {
            unlisted.addAll(changes.candidates());
            begun = true;
        }
        if (rest.isPresent()) {
            return rest.get().next();
        }
        Optional<JsonNode> page = listed.next();
        if (page.isPresent()) {
            page.get().forEach(row -> unlisted.remove(row.path("id").asText()));
            return page;
        }
        rest = Optional.of(byId.apply(unlisted));
        return rest.get().next();
    }
}
