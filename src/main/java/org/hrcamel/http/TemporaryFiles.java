package org.hrcamel.http;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that are on disk only while they are passed on. They hold people's data: only the owner may read them. Thread safe. */
public final class TemporaryFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFiles.class);
    private static final String PREFIX = "hrcamel-";
    private static final String SUFFIX = ".part";

    /** No file is passed on for so long; what is older was left by a process that was killed. */
    private static final Duration LONGEST_USE = Duration.ofDays(1);

    private TemporaryFiles() {}

    /** The name tells the process whose it is. */
    static Path create() throws IOException {
        return Files.createTempFile(PREFIX + ProcessHandle.current().pid() + "-", SUFFIX);
    }

    /** Deletes what killed processes left behind in the folder for temporary files. */
    public static void deleteForgotten(Path folder, Instant now) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LONGEST_USE))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            // Another user's, or deleted by another process meanwhile.
            LOG.debug("Forgotten temporary files could not be deleted", failure);
        }
    }
}
