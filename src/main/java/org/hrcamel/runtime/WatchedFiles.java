package org.hrcamel.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.RouteFile;
import org.hrcamel.workflow.JsonFunctions;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What the files that an operator edits looked like at one moment: the settings, the routes, and the programs that settings name. Two
 * looks that are equal saw the same files, unless one was written within the last moments.
 */
record WatchedFiles(List<Look> looks) {

    /** Null fields: the file is not there. Permissions are changed without the file's being written. */
    record Look(
            Path path,
            @Nullable FileTime modified,
            long size,
            @Nullable Object key,
            boolean readable) {

        static Look at(Path path) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return new Look(
                        path,
                        attributes.lastModifiedTime(),
                        attributes.size(),
                        attributes.fileKey(),
                        Files.isReadable(path));
            } catch (IOException missing) {
                return new Look(path, null, 0, null, false);
            }
        }
    }

    static WatchedFiles of(Project project) {
        TreeSet<Path> paths = new TreeSet<>();
        paths.add(project.settings().file());
        paths.add(project.routes());
        paths.addAll(routes(project.routes()));
        paths.addAll(programs(project));
        List<Look> looks = new ArrayList<>();
        paths.forEach(path -> looks.add(Look.at(path)));
        return new WatchedFiles(looks);
    }

    private static List<Path> routes(Path folder) {
        try {
            return RouteFile.paths(folder);
        } catch (UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static List<Path> programs(Project project) {
        return project.settings().all().stream()
                .map(Setting::value)
                .map(value -> program(project.settings(), value))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The file that a setting's value names as a program. */
    static Optional<Path> program(Settings settings, String value) {
        return value.startsWith(JsonFunctions.PROGRAM_FILE)
                ? Optional.of(settings.resolvePath(
                        value.substring(JsonFunctions.PROGRAM_FILE.length()).strip()))
                : Optional.empty();
    }

    /** When the last of them was written. */
    Optional<Instant> newest() {
        return looks.stream()
                .map(Look::modified)
                .filter(modified -> modified != null)
                .map(FileTime::toInstant)
                .max(Comparator.naturalOrder());
    }
}
