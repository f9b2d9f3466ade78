package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.DownloadedFile;
import org.hrcamel.http.FileUnavailable;
import org.hrcamel.http.Pause;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.ItemFailed;
import org.hrcamel.workflow.Resume;
import org.hrcamel.workflow.RunFatal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a profile without résumé the one that the origin has, and waits until HrFlow has parsed it (HrFlow contract, section 4.1). A
 * file that cannot be had never fails the profile. Thread safe.
 */
final class ResumeUpload {

    private static final Logger LOG = LoggerFactory.getLogger(ResumeUpload.class);
    private static final Set<String> EXTENSIONS = Set.of(
            "pdf", "png", "jpg", "jpeg", "bmp", "doc", "docx", "rtf", "dotx", "odt", "odp", "ppt", "pptx", "msg");

    private final HrflowApi api;
    private final Duration poll;
    private final Duration longest;
    private final Pause pause;
    private final InstantSource clock;

    ResumeUpload(HrflowApi api, Duration poll, Duration longest, Pause pause, InstantSource clock) {
        this.api = api;
        this.poll = poll;
        this.longest = longest;
        this.pause = pause;
        this.clock = clock;
    }

    /** Whether the profile has a résumé already. */
    static boolean hasResume(JsonNode profile) {
        for (JsonNode attachment : profile.path("attachments")) {
            String type = attachment.path("type").asText("");
            if (type.equals("resume") || type.equals("original")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Uploads the item's résumé.
     *
     * @return the profile after parsing, or empty when there was no file to upload, or none that HrFlow takes
     */
    Optional<ObjectNode> upload(Item item, Resume.File resume, ObjectNode profile)
            throws RequestFailed, CredentialRefused, ItemFailed, RunFatal {
        try (DownloadedFile file = resume.fetch()) {
            return isParsed(item, file) ? parsed(item, file, profile) : Optional.empty();
        } catch (FileUnavailable unavailable) {
            LOG.debug("{}: no résumé: {}", item.reference(), unavailable.getMessage());
            return Optional.empty();
        }
    }

    /** Whether {@link #upload} would find a file to upload; nothing is written. */
    static boolean isUploadable(Item item, Resume.File resume) {
        try (DownloadedFile file = resume.fetch()) {
            return isParsed(item, file);
        } catch (FileUnavailable unavailable) {
            return false;
        }
    }

    private static boolean isParsed(Item item, DownloadedFile file) {
        String extension = extension(file.name());
        if (!EXTENSIONS.contains(extension)) {
            LOG.debug("{}: HrFlow does not parse files of this kind: {}", item.reference(), extension);
        }
        return EXTENSIONS.contains(extension);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Empty when HrFlow refuses the file: that must not keep the profile's own fields from being edited. */
    private Optional<ObjectNode> parsed(Item item, DownloadedFile file, ObjectNode profile)
            throws RequestFailed, CredentialRefused, ItemFailed, RunFatal {
        Optional<ApiAnswer> answer = send(item, file, profile);
        if (answer.filter(HrflowAnswer::isAlreadyUsed).isPresent()) {
            // Somebody made the profile anew since it was read (contract, U9).
            Optional<ObjectNode> now = api.byReference(item.reference());
            answer = now.isPresent() ? send(item, file, now.get()) : answer;
        }
        if (answer.isPresent() && !answer.get().isSuccess()) {
            LOG.warn("{}: HrFlow does not take the résumé ({})", item.reference(), answer.get());
            return Optional.empty();
        }
        JsonNode parsed =
                answer.map(HrflowAnswer::data).orElse(MissingNode.getInstance()).path("profile");
        return Optional.of(parsed.isObject() && !parsed.isEmpty() ? (ObjectNode) parsed : awaitParsing(item));
    }

    private Optional<ApiAnswer> send(Item item, DownloadedFile file, ObjectNode profile)
            throws RequestFailed, CredentialRefused, RunFatal {
        return api.parse(file, item.reference(), profile, () -> withResume(item).isPresent());
    }

    /** The profile once it is parsed; until then HrFlow may answer the read with any failure. */
    private Optional<ObjectNode> withResume(Item item) throws RequestFailed, CredentialRefused, RunFatal {
        try {
            return api.byReference(item.reference()).filter(ResumeUpload::hasResume);
        } catch (ItemFailed notReady) {
            return Optional.empty();
        }
    }

    private ObjectNode awaitParsing(Item item) throws RequestFailed, CredentialRefused, ItemFailed, RunFatal {
        Instant end = clock.instant().plus(longest);
        while (clock.instant().isBefore(end) && pause.sleep(poll)) {
            Optional<ObjectNode> profile = withResume(item);
            if (profile.isPresent()) {
                return profile.get();
            }
        }
        // Editing now would race the parser, which writes what it read before.
        throw new ItemFailed(
                "parsing_timeout", "HrFlow has not parsed the résumé in time; the edit follows in the next run");
    }
}
