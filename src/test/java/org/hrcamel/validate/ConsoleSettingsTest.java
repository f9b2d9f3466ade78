package org.hrcamel.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.hrcamel.workflow.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleSettingsTest {

    private static final Path FILE = Path.of("/etc/hrcamel/application.properties");

    private static Settings settings(String text) {
        return Settings.parse(FILE, text, List.of(), name -> null);
    }

    @Test
    void listensOnThisMachineAloneUnlessToldOtherwise() {
        ConsoleSettings console = ConsoleSettings.of(settings(""));

        assertThat(console.enabled()).isTrue();
        assertThat(console.host()).isEqualTo("127.0.0.1");
        assertThat(console.port()).isEqualTo(8181);
        assertThat(console.password()).isEmpty();
        assertThat(console.publicUrl()).isEmpty();
        assertThat(console.openMetrics()).isFalse();
        assertThat(console.passwordFile()).isEqualTo(Path.of("/etc/hrcamel/data/console-password"));
    }

    @ParameterizedTest
    @CsvSource({
        "host, 0.0.0.0",
        "host, ::",
        "host, '[::1]'",
        "host, hr-camel.internal",
        "port, 0",
        "public-url, https://hr.example.com",
        "public-url, https://hr.example.com:8443/",
        "enabled, false"
    })
    void takes(String name, String value) {
        assertThat(RuntimeSettings.problems(settings("hrcamel.console." + name + " = " + value)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "host, http://localhost",
        "host, 10.0.0.1:80",
        "port, 70000",
        "port, eighty",
        "public-url, hr.example.com",
        "public-url, https://hr.example.com/console",
        "public-url, https://me:hush@hr.example.com",
        "public-url, ftp://hr.example.com",
        "enabled, perhaps",
        "open-metrics, 1"
    })
    void refusesWithThePlaceAndTheKey(String name, String value) {
        assertThat(RuntimeSettings.problems(settings("\nhrcamel.console." + name + " = " + value)))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString()).startsWith(FILE + ":2:").contains("hrcamel.console." + name));
    }

    @Test
    void aMistakeInThemKeepsNoWorkflowFromRunning() {
        Settings settings = settings("hrcamel.console.port = none\nhrcamel.state.max-attempts = none");

        assertThat(RuntimeSettings.problems(settings)).hasSize(2);
        assertThat(RuntimeSettings.problemsOfRuns(settings))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("state"));
    }

    @Test
    void takesTheUrlOfTheReverseProxyWithoutASlash() {
        assertThat(ConsoleSettings.of(settings("hrcamel.console.public-url = https://hr.example.com/"))
                        .publicUrl())
                .contains(URI.create("https://hr.example.com"));
    }
}
