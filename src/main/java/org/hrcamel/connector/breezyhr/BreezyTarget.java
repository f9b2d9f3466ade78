package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.hrcamel.connector.KeyedLocks;
import org.hrcamel.connector.Side;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.ItemFailed;
import org.hrcamel.workflow.Outcome;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.RunFatal;
import org.hrcamel.workflow.TargetSession;

/**
 * Updates candidates of one Breezy HR position: each is found by reference or else by e-mail address, read, compared, and written only
 * where it differs (Breezy HR contract, sections 1 and 3). Signs in once, and out when closed. Thread safe.
 */
final class BreezyTarget implements TargetSession {

    private static final KeyedLocks LOCKS = new KeyedLocks();

    private final BreezyAccount account;
    private final PositionApi api;
    private final List<String> networks;

    private BreezyTarget(BreezyAccount account, PositionApi api, List<String> networks) {
        this.account = account;
        this.api = api;
        this.networks = networks;
    }

    static BreezyTarget open(Side side) throws RunFatal, RequestFailed, CredentialRefused {
        BreezyAccount account = new BreezyAccount(side);
        boolean open = false;
        try {
            BreezyTarget target = open(side, account);
            open = true;
            return target;
        } finally {
            if (!open) {
                account.close();
            }
        }
    }

    private static BreezyTarget open(Side side, BreezyAccount account)
            throws RunFatal, RequestFailed, CredentialRefused {
        Parameters settings = side.api().settings();
        PositionApi api = new PositionApi(
                account,
                account.company(),
                side.parameters().get(BreezyhrConnector.POSITION_ID).strip(),
                side.parameters().key(BreezyhrConnector.POSITION_ID),
                settings.get(BreezyhrConnector.RESUME_FIELD));
        api.check();
        return new BreezyTarget(account, api, settings.list(BreezyhrConnector.NETWORKS));
    }

    @Override
    public Outcome push(Item item, JsonNode form, boolean dryRun)
            throws ItemFailed, RequestFailed, CredentialRefused, RunFatal {
        String reference = form.path("reference").asText("").strip();
        Optional<Outcome> direct = reference.isEmpty() ? Optional.empty() : update(reference, item, form, dryRun);
        if (direct.isPresent()) {
            return direct.get();
        }
        String found = new CandidateSearch(api)
                .find(form.path("email_address").asText("").strip());
        return update(found, item, form, dryRun)
                .orElseThrow(
                        () -> new ItemFailed("candidate_not_found", "The candidate that was found left the position"));
    }

    /** Empty when this is no candidate of the position. */
    private Optional<Outcome> update(String id, Item item, JsonNode form, boolean dryRun)
            throws ItemFailed, RequestFailed, CredentialRefused {
        // There is no optimistic lock: two updates of one candidate must not cross.
        try (KeyedLocks.Held held = LOCKS.lock(id)) {
            Optional<JsonNode> candidate = api.candidate(id);
            if (candidate.isEmpty()) {
                return Optional.empty();
            }
            CandidateUpdate update = new CandidateUpdate(api, networks, item, form, candidate.get());
            return Optional.of(dryRun ? update.preview() : update.write());
        }
    }

    @Override
    public void close() {
        account.close();
    }
}
