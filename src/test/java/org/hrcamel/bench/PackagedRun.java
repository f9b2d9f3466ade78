package org.hrcamel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One {@code run} of the packaged program, from the start of its process to the end of it.
 *
 * @param cpuSeconds of all of it, to some hundredths of a second
 * @param peakHeap bytes, garbage included
 * @param liveHeap bytes in use after each collection of all garbage
 * @param resident bytes of RAM, at most
 */
record PackagedRun(double seconds, double cpuSeconds, long peakHeap, List<Long> liveHeap, long resident) {

    private static final Pattern COLLECTION = Pattern.compile(" (\\d+)M->\\d+M\\(");
    /** A collection of the young alone leaves what became garbage after it grew old. */
    private static final Pattern FULL_COLLECTION = Pattern.compile("Pause Full.* \\d+M->(\\d+)M\\(");

    private static final long MEGABYTE = 1024L * 1024;

    static PackagedRun of(Scenario scenario, Stage stage) {
        return of(scenario, stage, false);
    }

    /** The same, all garbage being collected every other second, which takes time. */
    static PackagedRun collecting(Scenario scenario, Stage stage) {
        return of(scenario, stage, true);
    }

    private static PackagedRun of(Scenario scenario, Stage stage, boolean collecting) {
        Path collections = stage.folder().resolve("gc.log");
        List<String> java = new ArrayList<>(scenario.javaOptions());
        java.add("-Xlog:gc:file=" + collections);
        List<String> arguments = MeasuredProgram.arguments(stage.settings(), Stage.ROUTES, "run", scenario.workflow());
        try (MeasuredProgram program = new MeasuredProgram(stage.folder(), java, arguments)) {
            MeasuredProgram.Use use = collecting ? program.collectUntilEnd() : program.untilEnd();
            long peak =
                    sizes(collections, COLLECTION).stream().max(Long::compare).orElse(0L);
            return new PackagedRun(
                    use.seconds(), use.cpuSeconds(), peak, sizes(collections, FULL_COLLECTION), use.resident());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the log tells of such collections, in bytes. */
    private static List<Long> sizes(Path collections, Pattern size) throws IOException {
        try (Stream<String> lines = Files.lines(collections)) {
            return lines.map(size::matcher)
                    .filter(Matcher::find)
                    .map(found -> Long.parseLong(found.group(1)) * MEGABYTE)
                    .toList();
        }
    }

    /** Adds what was measured to a scenario's row. */
    void in(Table.Row row, int profiles) {
        row.add("seconds", seconds)
                .add("profiles/s", profiles / seconds)
                .add("CPU ms/profile", cpuSeconds * 1000 / profiles)
                .add("peak heap MB", peakHeap / 1e6)
                .add("resident MB", resident / 1e6);
    }
}
