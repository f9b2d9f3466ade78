package org.hrcamel.workflow;

import java.util.Optional;
import org.hrcamel.http.DownloadedFile;
import org.hrcamel.http.FileUnavailable;

/**
 * A candidate's résumé at the origin, fetched only when the target wants it.
 *
 * @param file empty when the origin has none
 * @param text the résumé as plain text where the origin tells it, used when no file is to be had
 */
public record Resume(Optional<File> file, Optional<String> text) {

    public static final Resume NONE = new Resume(Optional.empty(), Optional.empty());

    /** Fetches the file; the caller closes it. */
    @FunctionalInterface
    public interface File {
        DownloadedFile fetch() throws FileUnavailable;
    }

    public static Resume of(File file) {
        return new Resume(Optional.of(file), Optional.empty());
    }
}
