package org.hrcamel.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UniqueIdsTest {

    @TempDir
    private Path folder;

    @Test
    void anIdThatStandsTwiceInAnyFilesIsToldWhereItStandsAgain() throws IOException {
        ProjectFolder written =
                new ProjectFolder(folder).settings("").route("a", """
                        - route:
                            id: first
                            from:
                              uri: direct:a
                              steps:
                                - log: {id: same, message: x}
                        """).route("b", """
                        - route:
                            id: first
                            from:
                              uri: direct:b
                              steps:
                                - choice:
                                    id: chosen
                                    otherwise:
                                      steps:
                                        - log:
                                            message: y
                                            id: same
                        """);
        assertThat(written.problems().stream().map(problem -> problem.replace(folder + "/", "")))
                .containsExactly(
                        "routes/b.camel.yaml:2:9: error: the route id first stands in routes/a.camel.yaml:2:9 too",
                        "routes/b.camel.yaml:12:25: error: the step id same stands in routes/a.camel.yaml:6:21 too");
    }

    @Test
    void theConnectorsHaveTheirIdsFirst() throws IOException {
        ProjectFolder written = new ProjectFolder(folder).settings("").route("a", """
                - route:
                    id: jazzhr-applicant
                    from:
                      uri: direct:a
                      steps:
                        - log: {id: x, message: x}
                """);
        assertThat(written.problems())
                .containsExactly(
                        "routes/a.camel.yaml:2:9: error: the route id jazzhr-applicant stands in the routes of JazzHR too");
    }

    @Test
    void whoCopiesAWorkflowsFileByHandIsToldOfEveryStep() throws IOException {
        ProjectFolder written = new ProjectFolder(folder).shipped();
        String copy = written.shippedRoute(ProjectFolder.JAZZHR).replace(ProjectFolder.JAZZHR, "zz-acme");
        written.route("zz-acme", copy);
        assertThat(written.problemsOf("routes/zz-acme.camel.yaml").stream()
                        .filter(problem -> problem.contains("the step id jazzhr-")))
                .hasSize(8)
                .first()
                .isEqualTo("14:17: error: the step id jazzhr-pull stands in routes/" + ProjectFolder.JAZZHR
                        + ".camel.yaml:14:17 too");
    }
}
