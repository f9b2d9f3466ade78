package org.hrcamel.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in plain text are warned of, and no secret can be had through a placeholder of a route. */
class SecretSettingsTest {

    private static final String WORKFLOW = "workflow." + ProjectFolder.JAZZHR + ".";

    @TempDir
    private Path folder;

    private List<String> warnings(String settings) throws IOException {
        return new ProjectFolder(folder)
                .shipped().settings(settings).problemsOf("application.properties").stream()
                        .filter(problem -> problem.contains("plain text"))
                        .toList();
    }

    @Test
    void aSecretInPlainTextIsWarnedOfWhereverItIsDeclared() throws IOException {
        assertThat(warnings("""
                hrcamel.state.password = hunter2
                %1$sconnector_auth.api_key = abc
                %1$shrflow_auth.api_secret = {{env:HRFLOW_API_SECRET}}
                %1$shrflow_auth.api_user = someone@example.com
                %1$scallback = https://hooks.example.com/T0/B1/x
                """.formatted(WORKFLOW)))
                .containsExactly(
                        "1:26: warning: hrcamel.state.password holds a secret as plain text; write {{env:NAME}} and set that"
                                + " environment variable",
                        "2:" + (WORKFLOW.length() + "connector_auth.api_key = ".length() + 1) + ": warning: " + WORKFLOW
                                + "connector_auth.api_key holds a secret as plain text; write {{env:NAME}} and set that"
                                + " environment variable",
                        "5:" + (WORKFLOW.length() + "callback = ".length() + 1) + ": warning: " + WORKFLOW
                                + "callback holds a secret as plain text; write {{env:NAME}} and set that environment"
                                + " variable");
    }

    @Test
    void aSecretIsFollowedToTheSettingThatHoldsIt() throws IOException {
        assertThat(warnings("""
                acme.key = abc
                acme.other = {{env:OTHER}}
                %1$sconnector_auth.api_key = {{acme.key}}
                %1$shrflow_auth.api_secret = {{acme.other}}
                """.formatted(WORKFLOW)))
                .containsExactly(
                        "1:12: warning: acme.key holds a secret as plain text; write {{env:NAME}} and set that environment"
                                + " variable");
    }

    @Test
    void whatHoldsNoSecretIsNotWarnedOf() throws IOException {
        assertThat(warnings("""
                hrcamel.state.url = jdbc:sqlite:data/other.db
                hrcamel.state.password =
                %1$sconnector_auth.api_key =
                %1$scallback = class:com.acme.Told
                """.formatted(WORKFLOW))).isEmpty();
        assertThat(warnings("hrcamel.state.url = jdbc:postgresql://db/hrcamel?password=abc"))
                .hasSize(1);
    }

    @Test
    void routesSeeEverySettingButSecrets() throws IOException {
        Project project = new ProjectFolder(folder)
                .shipped()
                .settings("""
                acme.key = abc
                acme.url = https://example.com
                hrcamel.state.user = someone
                hrcamel.state.password = hunter2
                %1$sconnector_auth.api_key = {{acme.key}}
                %1$scallback = https://hooks.example.com/x
                %1$spull_parameters.city = Lyon
                %1$snot_declared.password = x
                """.formatted(WORKFLOW))
                .project();
        assertThat(PublicSettings.of(project))
                .containsEntry("acme.url", "https://example.com")
                .containsEntry("hrcamel.state.user", "someone")
                .containsEntry(WORKFLOW + "pull_parameters.city", "Lyon")
                .containsEntry(WORKFLOW + "schedule", "0 0/15 * * * ?")
                .doesNotContainKeys(
                        "acme.key",
                        "hrcamel.state.password",
                        WORKFLOW + "connector_auth.api_key",
                        WORKFLOW + "callback",
                        WORKFLOW + "not_declared.password");
    }
}
