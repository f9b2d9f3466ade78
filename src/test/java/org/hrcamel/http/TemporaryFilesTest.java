package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    private Path file(String name, Duration age) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    @Test
    void deletesWhatAKilledProcessLeftBehindAndNothingElse() throws IOException {
        Path forgotten = file("hrcamel-1.part", Duration.ofHours(25));
        Path inUse = file("hrcamel-2.part", Duration.ofHours(1));
        Path notOurs = file("report.part", Duration.ofDays(9));

        TemporaryFiles.deleteForgotten(folder, NOW);

        assertThat(forgotten).doesNotExist();
        assertThat(inUse).exists();
        assertThat(notOurs).exists();
    }

    @Test
    void aFolderThatIsNotThereStopsNothing() {
        TemporaryFiles.deleteForgotten(folder.resolve("missing"), NOW);
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    @Test
    void onlyTheOwnerMayReadATemporaryFile() throws IOException {
        Path file = TemporaryFiles.create();
        try {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        } finally {
            Files.delete(file);
        }
    }
}
