package org.hrcamel.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Settings;
import org.junit.jupiter.api.Test;

class LogSettingsTest {

    private static Settings settings(String text, String... overrides) {
        return Settings.parse(Path.of("application.properties"), text, List.of(overrides), name -> null);
    }

    @Test
    void theLogIsTextUnlessJsonIsAskedFor() {
        assertThat(LogSettings.of(settings("")).isJson()).isFalse();
        assertThat(LogSettings.of(settings("hrcamel.log.format = text")).isJson())
                .isFalse();
        assertThat(LogSettings.of(settings("hrcamel.log.format = json")).isJson())
                .isTrue();
        assertThat(LogSettings.of(settings("", "hrcamel.log.format=json")).isJson())
                .isTrue();
    }

    @Test
    void anyOtherFormatIsAnErrorThatNamesItsPlaceAndKeepsNoWorkflowFromRunning() {
        Settings settings = settings("\nhrcamel.log.format = xml");

        assertThat(RuntimeSettings.problems(settings))
                .extracting(Problem::toString)
                .containsExactly(
                        "application.properties:2:22: error: hrcamel.log.format = xml is not one of text, json");
        assertThat(RuntimeSettings.problemsOfRuns(settings)).isEmpty();
        assertThat(LogSettings.of(settings).isJson()).isFalse();
    }
}
