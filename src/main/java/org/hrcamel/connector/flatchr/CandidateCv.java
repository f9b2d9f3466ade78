package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.hrcamel.http.DownloadedFile;
import org.hrcamel.http.FileUnavailable;
import org.hrcamel.workflow.Resume;

/**
 * A candidate's CV (Flatchr contract, section 4): from the CV route by its storage key, else from its presigned address; never from
 * {@code candidate.cv}, which is plain http and may be private.
 *
 * @param key storage key without extension, possibly empty
 * @param extension without a dot, possibly empty
 * @param signature presigned address without scheme, possibly empty
 */
record CandidateCv(FlatchrApi api, String key, String extension, String signature) {

    /** Empty when there is no CV: {@code aws} is then missing, null, or has null values. */
    static Optional<CandidateCv> of(FlatchrApi api, JsonNode aws) {
        CandidateCv cv =
                new CandidateCv(api, text(aws.path("key")), text(aws.path("extension")), text(aws.path("signature")));
        return cv.hasKey() || !cv.signature.isEmpty() ? Optional.of(cv) : Optional.empty();
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText().strip() : "";
    }

    private boolean hasKey() {
        return !key.isEmpty() && !extension.isEmpty();
    }

    Resume resume() {
        return Resume.of(this::fetch);
    }

    private DownloadedFile fetch() throws FileUnavailable {
        if (hasKey()) {
            try {
                return api.cv(key, extension, name());
            } catch (FileUnavailable unavailable) {
                if (signature.isEmpty()) {
                    throw unavailable;
                }
            }
        }
        return api.presigned(signature, name());
    }

    private Optional<String> name() {
        String last = key.substring(key.lastIndexOf('/') + 1);
        String ending = "." + extension.toLowerCase(Locale.ROOT);
        return Optional.of(hasKey() && !last.toLowerCase(Locale.ROOT).endsWith(ending) ? last + "." + extension : last)
                .filter(name -> !name.isBlank());
    }
}
