package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hrcamel.runtime.LiveFolder;
import org.hrcamel.sandbox.SandboxServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real program with a heap that would not hold what it works through. */
@Timeout(value = 11, unit = TimeUnit.MINUTES)
class FlatMemoryTest {

    /** The program itself needs half of it. */
    private static final String HEAP = "-Xmx48m";

    /** If each left two kilobytes behind, the heap would be full. */
    private static final int PEOPLE = 15_000;

    /** A machine that is busy otherwise shall not fail it. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private int run(EndlessPeople people) throws Exception {
        try (SandboxServer server = people.server()) {
            Map<String, String> settings = EndlessPeople.settings(server.root());
            settings.put("hrcamel.state.url", "jdbc:sqlite:" + folder.resolve("hrcamel.db"));
            Path file = Files.write(
                    folder.resolve("application.properties"),
                    settings.entrySet().stream()
                            .map(setting -> setting.getKey() + " = " + setting.getValue())
                            .toList());
            try (ProgramProcess program = ProgramProcess.withHeap(
                    folder,
                    HEAP,
                    "run",
                    LiveFolder.SMARTRECRUITERS,
                    "--config",
                    file.toString(),
                    "--routes",
                    Path.of("routes").toAbsolutePath().toString())) {
                return program.exitCode(LONGEST);
            }
        }
    }

    @Test
    void aLongListingNeedsNoMoreThanAShortOne() throws Exception {
        EndlessPeople people = new EndlessPeople(PEOPLE, 0);

        assertThat(run(people)).isZero();

        assertThat(people.written()).isEqualTo(PEOPLE);
    }

    @Test
    void largeResumesAreNeverInMemoryAsAWhole() throws Exception {
        EndlessPeople people = new EndlessPeople(24, 24);

        assertThat(run(people)).isZero();

        assertThat(people.uploaded()).isEqualTo(24);
        assertThat(people.written()).isEqualTo(24);
    }
}
