package org.hrcamel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is deleted in the end, with all that is in it. */
final class TemporaryFolder implements AutoCloseable {

    private final Path path;

    TemporaryFolder() {
        try {
            path = Files.createTempDirectory("hrcamel-bench-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
