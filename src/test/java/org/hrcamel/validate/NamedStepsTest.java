package org.hrcamel.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedStepsTest {

    @TempDir
    private Path folder;

    @Test
    void aStepOfAWorkflowWithoutAnIdIsWarnedOf() throws IOException {
        ProjectFolder written = new ProjectFolder(folder).shipped();
        String route = written.shippedRoute(ProjectFolder.JAZZHR)
                .replace("            id: jazzhr-pull\n", "")
                .replace(
                        "        - bean:\n            id: jazzhr-callback",
                        "        - log: \"done\"\n        - bean:\n            id: jazzhr-callback");
        written.route(ProjectFolder.JAZZHR, route);
        assertThat(written.problemsOf("routes/" + ProjectFolder.JAZZHR + ".camel.yaml"))
                .hasSize(2)
                .allMatch(problem -> problem.contains(": warning: the step "))
                .anyMatch(problem -> problem.startsWith("13:11: warning: the step to has no id"))
                .anyMatch(problem -> problem.startsWith("43:11: warning: the step log has no id"));
    }

    @Test
    void theOperatorsOwnRoutesMayGoWithout() throws IOException {
        ProjectFolder written = new ProjectFolder(folder).settings("").route("own", """
                - from:
                    uri: direct:own
                    steps:
                      - log: "x"
                """);
        assertThat(written.problems()).isEmpty();
    }
}
