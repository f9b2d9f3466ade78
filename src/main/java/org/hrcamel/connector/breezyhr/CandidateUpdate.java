package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Change;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.ItemFailed;
import org.hrcamel.workflow.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one candidate up to date: changed fields, then entries that are not there yet, then the résumé if it is new (Breezy HR contract,
 * sections 3 and 4). The first step that fails fails the item. Used by one thread.
 */
final class CandidateUpdate {

    private static final Logger LOG = LoggerFactory.getLogger(CandidateUpdate.class);

    private final PositionApi api;
    private final Collection<String> networks;
    private final Item item;
    private final JsonNode form;
    private JsonNode candidate;
    private boolean sent;

    /**
     * @param form as the format made it
     * @param candidate as just read
     */
    CandidateUpdate(PositionApi api, Collection<String> networks, Item item, JsonNode form, JsonNode candidate) {
        this.api = api;
        this.networks = networks;
        this.item = item;
        this.form = form;
        this.candidate = candidate;
    }

    /** What would be sent; sends nothing. */
    Outcome preview() throws ItemFailed {
        List<Change> changes = new ArrayList<>(edit().changes());
        for (HistoryKind kind : HistoryKind.values()) {
            for (ObjectNode entry : missing(kind)) {
                changes.add(new Change(kind.list() + "[+]", NullNode.getInstance(), entry));
            }
        }
        new CandidateResume(api)
                .missing(item, candidate)
                .ifPresent(file -> changes.add(new Change("resume", presentResume(), TextNode.valueOf(file))));
        return changes.isEmpty() ? new Outcome.Unchanged() : new Outcome.Previewed(changes);
    }

    private JsonNode presentResume() {
        JsonNode name = candidate.path("resume").path("file_name");
        return name.isTextual() ? name : NullNode.getInstance();
    }

    Outcome write() throws ItemFailed, RequestFailed, CredentialRefused {
        sendFields();
        for (HistoryKind kind : HistoryKind.values()) {
            warnOfNameless(kind);
            for (ObjectNode entry : missing(kind)) {
                sendEntry(kind, entry);
            }
        }
        sent |= new CandidateResume(api).bring(item, candidate);
        return sent ? new Outcome.Written() : new Outcome.Unchanged();
    }

    private CandidateEdit edit() {
        return CandidateEdit.of(candidate, form, networks);
    }

    private void sendFields() throws ItemFailed, RequestFailed, CredentialRefused {
        CandidateEdit edit = edit();
        if (edit.changes().isEmpty()) {
            return;
        }
        ApiAnswer answer = api.edit(id(), edit.body());
        boolean withoutLinks = answer.status() == 400 && edit.has(CandidateEdit.SOCIAL_PROFILES);
        if (withoutLinks) {
            // The list of networks that it takes is not published (contract, U15).
            LOG.warn(
                    "{}: Breezy HR does not take the social profiles ({}); check connector.breezyhr.networks",
                    item.reference(),
                    BreezyAnswer.told(answer));
            ObjectNode rest = edit.bodyWithout(CandidateEdit.SOCIAL_PROFILES);
            if (rest.isEmpty()) {
                return;
            }
            answer = api.edit(id(), rest);
        }
        if (!answer.isSuccess()) {
            throw BreezyAnswer.refused(answer, "updating the candidate");
        }
        sent = true;
        become(answer.body());
        if (!withoutLinks) {
            warnOfUnstored();
        }
    }

    /** Fields that it does not take are ignored silently (contract, U12). */
    private void warnOfUnstored() {
        List<String> left = edit().changes().stream().map(Change::path).toList();
        if (!left.isEmpty()) {
            LOG.warn("{}: Breezy HR did not store {} as sent", item.reference(), left);
        }
    }

    /** The entries that the candidate does not have yet. */
    private List<ObjectNode> missing(HistoryKind kind) {
        List<ObjectNode> wanted = new ArrayList<>();
        form.path(kind.list())
                .forEach(entry -> HistoryEntries.accepted(kind, entry).ifPresent(wanted::add));
        return HistoryEntries.missing(kind, wanted, candidate.path(kind.list()));
    }

    private void warnOfNameless(HistoryKind kind) {
        for (JsonNode entry : form.path(kind.list())) {
            if (HistoryEntries.accepted(kind, entry).isEmpty()) {
                LOG.warn("{}: an entry of {} has no {} and is left out", item.reference(), kind.list(), kind.place());
            }
        }
    }

    private void sendEntry(HistoryKind kind, ObjectNode entry) throws ItemFailed, RequestFailed, CredentialRefused {
        Optional<JsonNode> written = api.add(id(), kind, entry, () -> {
            reread();
            return !missing(kind).contains(entry);
        });
        if (written.isPresent()) {
            become(written.get());
        }
        sent = true;
    }

    private String id() {
        return candidate.path("_id").asText();
    }

    /** Takes the candidate that a write gave back as the present one, and reads it when none came back. */
    private void become(JsonNode written) throws ItemFailed, RequestFailed, CredentialRefused {
        if (written.path("_id").asText("").equals(id())) {
            candidate = written;
        } else {
            reread();
        }
    }

    private void reread() throws ItemFailed, RequestFailed, CredentialRefused {
        Optional<JsonNode> now = api.candidate(id());
        candidate = now.orElseThrow(
                () -> new ItemFailed("candidate_not_found", "The candidate left the position during the update"));
    }
}
