package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
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
     * @return the profile after parsing, or empty when there was no file to upload
     */
    Optional<ObjectNode> upload(Item item, Resume.File resume, ObjectNode profile)
            throws RequestFailed, CredentialRefused, ItemFailed, RunFatal {
        try (DownloadedFile file = resume.fetch()) {
            return isParsed(item, file) ? Optional.of(parsed(item, file, profile)) : Optional.empty();
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

    private ObjectNode parsed(Item item, DownloadedFile file, ObjectNode profile)
            throws RequestFailed, CredentialRefused, ItemFailed, RunFatal {
        ApiAnswer answer;
        try {
            answer = api.parse(file, item.reference(), profile.path("key").asText());
        } catch (RequestFailed failure) {
            if (!failure.isPerhapsDone()) {
                throw failure;
            }
            // The upload may have arrived: look before sending it again.
            Optional<ObjectNode> now = api.byReference(item.reference()).filter(ResumeUpload::hasResume);
            if (now.isPresent()) {
                return now.get();
            }
            answer = api.parse(file, item.reference(), profile.path("key").asText());
        }
        JsonNode parsed = HrflowAnswer.data(answer).path("profile");
        return parsed.isObject() && !parsed.isEmpty() ? (ObjectNode) parsed : awaitParsing(item);
    }

    private ObjectNode awaitParsing(Item item) throws RequestFailed, CredentialRefused, ItemFailed, RunFatal {
        Instant end = clock.instant().plus(longest);
        while (clock.instant().isBefore(end) && pause.sleep(poll)) {
            Optional<ObjectNode> profile = api.byReference(item.reference()).filter(ResumeUpload::hasResume);
            if (profile.isPresent()) {
                return profile.get();
            }
        }
        // Editing now would race the parser, which writes what it read before.
        throw new ItemFailed(
                "parsing_timeout", "HrFlow has not parsed the résumé in time; the edit follows in the next run");
    }
}
