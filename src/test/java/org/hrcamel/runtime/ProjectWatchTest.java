package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hrcamel.runtime.WatchedFiles.Look;
import org.junit.jupiter.api.Test;

class ProjectWatchTest {

    private Instant now = Instant.parse("2026-11-26T10:00:00Z");
    private WatchedFiles files = at(now.minusSeconds(60), 100);
    private final ProjectWatch watch = new ProjectWatch(() -> files, () -> now);

    private static WatchedFiles at(Instant modified, long size) {
        return new WatchedFiles(List.of(new Look(Path.of("a.camel.yaml"), FileTime.from(modified), size, 1, true)));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void save(long size) {
        files = at(now, size);
    }

    @Test
    void filesThatLookAsTheyDidNeedNotBeRead() {
        watch.reading();

        pass(ProjectWatch.INTERVAL);

        assertThat(watch.isDue()).isFalse();
    }

    @Test
    void aChangeIsReadOnceNothingWasWrittenForOneLook() {
        watch.reading();
        save(50);
        assertThat(watch.isDue()).isFalse();

        pass(ProjectWatch.INTERVAL);
        save(100);
        assertThat(watch.isDue()).isFalse();

        pass(ProjectWatch.INTERVAL);
        assertThat(watch.isDue()).isTrue();
    }

    @Test
    void whoNeverStopsSavingIsNotWaitedForLong() {
        watch.reading();
        Duration waited = Duration.ZERO;
        long size = 0;
        save(++size);
        while (!watch.isDue()) {
            pass(ProjectWatch.INTERVAL);
            waited = waited.plus(ProjectWatch.INTERVAL);
            save(++size);
        }

        assertThat(waited).isEqualTo(ProjectWatch.LONGEST_UNREST);
    }

    @Test
    void whatWasWrittenMomentsBeforeItWasReadIsReadOnceMore() {
        save(100);
        watch.reading();

        pass(ProjectWatch.INTERVAL);
        assertThat(watch.isDue()).isFalse();
        pass(Duration.ofSeconds(3));
        assertThat(watch.isDue()).isTrue();

        watch.reading();
        pass(Duration.ofSeconds(3));
        assertThat(watch.isDue()).isFalse();
    }

    @Test
    void aDeletedFileIsAChange() {
        watch.reading();
        files = new WatchedFiles(List.of());

        watch.isDue();
        pass(ProjectWatch.INTERVAL);

        assertThat(watch.isDue()).isTrue();
    }

    @Test
    void filesThatCouldNotBeReadAreReadAgainUntilTheyCan() {
        watch.reading();
        watch.failed();
        assertThat(watch.isDue()).isFalse();

        pass(ProjectWatch.INTERVAL);
        assertThat(watch.isDue()).isTrue();

        watch.reading();
        pass(ProjectWatch.INTERVAL);
        assertThat(watch.isDue()).isFalse();
    }
}
