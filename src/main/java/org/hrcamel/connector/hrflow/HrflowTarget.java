package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrcamel.connector.KeyedLocks;
import org.hrcamel.connector.Side;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Change;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.ItemFailed;
import org.hrcamel.workflow.Outcome;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.Resume;
import org.hrcamel.workflow.RunFatal;
import org.hrcamel.workflow.TargetSession;

/**
 * Updates profiles of one HrFlow source: read, merge, and write the full object only when something differs (HrFlow contract, section
 * 3.4). Thread safe.
 */
final class HrflowTarget implements TargetSession {

    private static final KeyedLocks LOCKS = new KeyedLocks();

    private final HrflowApi api;
    private final List<String> onlyFields;
    private final ResumeUpload resumes;

    private HrflowTarget(HrflowApi api, List<String> onlyFields, ResumeUpload resumes) {
        this.api = api;
        this.onlyFields = onlyFields;
        this.resumes = resumes;
    }

    static HrflowTarget open(Side side) throws RunFatal, RequestFailed, CredentialRefused {
        HrflowApi api = new HrflowApi(
                side,
                side.parameters().get(HrflowConnector.TARGET_SOURCE),
                side.parameters().key(HrflowConnector.TARGET_SOURCE),
                Reason.BAD_TARGET_PARAMETERS);
        api.checkSource();
        ResumeUpload resumes = new ResumeUpload(
                api,
                side.api().settings().get(HrflowConnector.PARSING_POLL),
                side.api().settings().get(HrflowConnector.PARSING_WAIT),
                side.run().cancellation(),
                side.api().clock());
        return new HrflowTarget(api, side.parameters().list(HrflowConnector.ONLY_EDIT_FIELDS), resumes);
    }

    @Override
    public Outcome push(Item item, JsonNode known, boolean dryRun)
            throws ItemFailed, RequestFailed, CredentialRefused, RunFatal {
        // HrFlow has no optimistic lock: two edits of one profile must not cross.
        try (KeyedLocks.Held held = LOCKS.lock(api.source() + "/" + item.reference())) {
            ObjectNode present = api.byReference(item.reference())
                    .orElseThrow(() -> new ItemFailed(
                            "profile_not_found", "HrFlow has no profile with this reference in the source"));
            if (isArchived(present)) {
                return new Outcome.Archived();
            }
            return dryRun ? preview(item, known, present) : update(item, known, present);
        }
    }

    private static boolean isArchived(JsonNode profile) {
        JsonNode archive = profile.path("archive");
        boolean flagged = archive.isBoolean()
                ? archive.booleanValue()
                : !archive.asText("").isEmpty();
        return (!archive.isNull() && flagged && !archive.asText().equals("0")) || profile.hasNonNull("archived_at");
    }

    private Outcome preview(Item item, JsonNode known, ObjectNode present) {
        // Only the file itself tells whether there is one: many origins do not say so before.
        boolean resume = wantedResume(item, present)
                .filter(file -> ResumeUpload.isUploadable(item, file))
                .isPresent();
        JsonNode all = resume ? known : withText(item, known, present);
        List<Change> changes = new ArrayList<>(merge(present, all).changes());
        if (resume) {
            changes.add(new Change("attachments", NullNode.getInstance(), TextNode.valueOf("resume")));
        }
        return changes.isEmpty() ? new Outcome.Unchanged() : new Outcome.Previewed(changes);
    }

    private Outcome update(Item item, JsonNode known, ObjectNode present)
            throws ItemFailed, RequestFailed, CredentialRefused, RunFatal {
        Optional<Resume.File> resume = wantedResume(item, present);
        Optional<ObjectNode> parsed =
                resume.isPresent() ? resumes.upload(item, resume.get(), present) : Optional.empty();
        ObjectNode base = parsed.orElse(present);
        ProfileMerge.Result merged = merge(base, withText(item, known, base));
        if (merged.changes().isEmpty()) {
            return parsed.isPresent() ? new Outcome.Written() : new Outcome.Unchanged();
        }
        ObjectNode profile = merged.profile();
        profile.put("source_key", api.source());
        profile.put("reference", item.reference());
        api.edit(profile);
        return new Outcome.Written();
    }

    private ProfileMerge.Result merge(ObjectNode present, JsonNode known) {
        return ProfileMerge.merge(present, known, onlyFields);
    }

    private Optional<Resume.File> wantedResume(Item item, JsonNode profile) {
        return ResumeUpload.hasResume(profile) || !onlyFields.isEmpty()
                ? Optional.empty()
                : item.resume().file();
    }

    /** The résumé's text stands in for a file that is not to be had, and never replaces a text that HrFlow has. */
    private static JsonNode withText(Item item, JsonNode known, JsonNode base) {
        Optional<String> text = item.resume().text();
        if (text.isEmpty() || !base.path("text").asText("").isBlank() || ResumeUpload.hasResume(base)) {
            return known;
        }
        ObjectNode more = known.deepCopy();
        return more.put("text", text.get());
    }
}
