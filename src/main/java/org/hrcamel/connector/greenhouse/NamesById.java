package org.hrcamel.connector.greenhouse;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.RunFatal;

/** Names that Harvest v3 tells by id only, each asked for once a run (Greenhouse contract, sections 2.3 and 2.6). */
final class NamesById {

    private final HarvestV3 harvest;
    private final HarvestList list;
    private final Map<String, String> names = new HashMap<>();

    NamesById(HarvestV3 harvest, HarvestList list) {
        this.harvest = harvest;
        this.list = list;
    }

    /** Asks for the ids that are not known yet. */
    void learn(Set<String> ids) throws RequestFailed, CredentialRefused, RunFatal {
        Set<String> unknown = new LinkedHashSet<>(ids);
        unknown.removeAll(names.keySet());
        harvest.rows(list, harvest.address(list), "ids", unknown)
                .forEach(row ->
                        names.put(row.path("id").asText(), row.path("name").asText("")));
        // One that is not told will not be told on the next page either.
        unknown.forEach(id -> names.putIfAbsent(id, ""));
    }

    Optional<String> of(String id) {
        return Optional.ofNullable(names.get(id)).filter(name -> !name.isBlank());
    }
}
