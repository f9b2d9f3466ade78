package org.hrcamel.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file fetched from a vendor, kept on disk while it is passed on; closing it deletes it.
 *
 * @param name file name with extension
 * @param contentType MIME type without parameters
 * @param sha256 hash of the content, hex
 */
public record DownloadedFile(Path path, String name, String contentType, long size, String sha256)
        implements AutoCloseable {

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException("A temporary file cannot be deleted", failure);
        }
    }
}
