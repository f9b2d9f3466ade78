package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/hrcamel} does about the archive of classes, with a Java that only tells how it was called. */
class FastStartTest {

    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
                -version) echo 'openjdk version "17.0.1"' >&2; exit ;;
                *rehearse) echo rehearsed >>"$CALLS" ;;
                *) echo "$*"; exit ;;
            esac
            case $REHEARSAL in
                works) for option; do case $option in -XX:Arch*) echo classes >"${option#*=}" ;; esac; done ;;
                waits) echo "$$" >"$CALLS.pid"; exec sleep 60 ;;
                fails) exit 1 ;;
            esac
            """;

    @TempDir
    private Path folder;

    private Path home;
    private Path calls;
    private ProcessBuilder builder;

    @BeforeEach
    void install() throws IOException {
        install(folder.resolve("home"));
    }

    private void install(Path place) throws IOException {
        home = place;
        calls = folder.resolve("calls");
        Files.createDirectories(home.resolve("bin"));
        for (String file : List.of("hrcamel", "fast-start.sh")) {
            executable(home.resolve("bin").resolve(file), Files.readString(Path.of("src/main/dist/bin", file)));
        }
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("hrcamel.jar"), "program");
        Files.writeString(home.resolve("lib/library.jar"), "library");
        Files.createDirectories(folder.resolve("java/bin"));
        executable(folder.resolve("java/bin/java"), JAVA);
        builder = new ProcessBuilder(home.resolve("bin/hrcamel").toString(), "run", "a-workflow")
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("HRCAMEL_") || name.equals("XDG_CACHE_HOME"));
        builder.environment().put("HOME", folder.resolve("user").toString());
        builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
        builder.environment().put("CALLS", calls.toString());
        builder.environment().put("REHEARSAL", "works");
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String start() throws IOException, InterruptedException {
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private long rehearsals() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void rehearsesOnceAndThenUsesWhatItKept() throws IOException, InterruptedException {
        assertThat(start()).contains("Preparing a faster start");
        String second = start();
        assertThat(rehearsals()).isEqualTo(1);
        assertThat(files(home.resolve("cache"))).hasSize(1);
        assertThat(second)
                .contains(
                        "-XX:SharedArchiveFile=" + files(home.resolve("cache")).get(0) + " -Xlog:cds*=off")
                .endsWith("hrcamel.jar run a-workflow\n")
                .doesNotContain("Preparing");
    }

    @Test
    void rehearsesAgainForAnotherProgramOrAnotherJava() throws IOException, InterruptedException {
        start();
        Files.writeString(home.resolve("hrcamel.jar"), "Program");
        start();
        assertThat(rehearsals()).isEqualTo(2);
        Files.writeString(home.resolve("lib/library.jar"), "another library");
        start();
        assertThat(rehearsals()).isEqualTo(3);
        executable(folder.resolve("java/bin/java"), JAVA.replace("17.0.1", "17.0.2"));
        start();
        assertThat(rehearsals()).isEqualTo(4);
    }

    @Test
    void doesNotRehearseAgainWhatFailed() throws IOException, InterruptedException {
        builder.environment().put("REHEARSAL", "fails");
        start();
        assertThat(start()).doesNotContain("SharedArchiveFile").doesNotContain("Preparing");
        assertThat(rehearsals()).isEqualTo(1);
    }

    @Test
    void keepsTheArchiveInTheUsersCacheWhereItsOwnFolderCannotBeWritten() throws IOException, InterruptedException {
        // A file in its place stands for a folder of somebody else's, which root could write.
        Files.createFile(home.resolve("cache"));
        start();
        assertThat(start()).contains("-XX:SharedArchiveFile=" + folder.resolve("user/.cache/hrcamel/hrcamel-"));
        assertThat(rehearsals()).isEqualTo(1);
    }

    @Test
    void startsWhereNothingCanBeWritten() throws IOException, InterruptedException {
        Files.createFile(home.resolve("cache"));
        Files.createFile(folder.resolve("user"));
        assertThat(start()).doesNotContain("SharedArchiveFile").doesNotContain("Preparing");
    }

    @Test
    void startsFromAPathOfWhichJavaKeepsNoClasses() throws IOException, InterruptedException {
        install(folder.resolve("a home"));
        assertThat(start()).doesNotContain("SharedArchiveFile").doesNotContain("Preparing");
    }

    @Test
    void doesWithoutWhenItIsToldTo() throws IOException, InterruptedException {
        builder.environment().put("HRCAMEL_CDS", "off");
        assertThat(start()).doesNotContain("SharedArchiveFile");
        builder.environment().remove("HRCAMEL_CDS");
        builder.environment().put("HRCAMEL_JAVA_OPTS", "-Xshare:off");
        assertThat(start()).doesNotContain("SharedArchiveFile");
        assertThat(rehearsals()).isZero();
    }

    @Test
    void doesNotRehearseForWhatEndsAtOnce() throws IOException, InterruptedException {
        builder.command(home.resolve("bin/hrcamel").toString(), "--version");
        start();
        assertThat(rehearsals()).isZero();
    }

    @Test
    void endsWithItsRehearsalAndLeavesNothingWhenItIsStopped() throws IOException, InterruptedException {
        builder.environment().put("REHEARSAL", "waits");
        Process process = builder.start();
        Path rehearsal = folder.resolve("calls.pid");
        while (!Files.exists(rehearsal) || Files.size(rehearsal) == 0) {
            process.waitFor(10, TimeUnit.MILLISECONDS);
        }
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(143);
        long pid = Long.parseLong(Files.readString(rehearsal).strip());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(files(home.resolve("cache"))).isEmpty();
    }

    @Test
    void tellsJavaWhatSuitsASingleRunAndWhatSuitsAServiceThatStaysUp() throws IOException, InterruptedException {
        assertThat(start()).contains("-XX:+UseSerialGC -XX:TieredStopAtLevel=1 ");
        builder.command(home.resolve("bin/hrcamel").toString(), "start");
        assertThat(start()).contains("-XX:+UseSerialGC ").doesNotContain("TieredStopAtLevel");
    }

    @Test
    void whatTheOperatorTellsJavaComesLastAndDecidesOnTheCollector() throws IOException, InterruptedException {
        builder.environment().put("HRCAMEL_JAVA_OPTS", "-XX:+UseG1GC -XX:TieredStopAtLevel=4");
        assertThat(start())
                .containsSubsequence("-XX:TieredStopAtLevel=1 ", "-XX:+UseG1GC -XX:TieredStopAtLevel=4 ")
                .doesNotContain("UseSerialGC");
    }
}
