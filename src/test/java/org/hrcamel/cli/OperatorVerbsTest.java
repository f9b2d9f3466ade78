package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorVerbsTest {

    private static final String WORKFLOW = "jazzhr-update-profiles-in-hrflow";

    @TempDir
    private Path folder;

    private Path settings;
    private Path routes;

    @BeforeEach
    void copyWhatIsShipped() throws IOException {
        settings = folder.resolve("application.properties");
        routes = Files.createDirectory(folder.resolve("routes"));
        Files.copy(Path.of("application.properties"), settings);
        try (var files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
    }

    private Program.Call call(String... arguments) {
        String[] all = List.of(arguments).toArray(new String[arguments.length + 4]);
        all[arguments.length] = "--config";
        all[arguments.length + 1] = settings.toString();
        all[arguments.length + 2] = "--routes";
        all[arguments.length + 3] = routes.toString();
        return Program.call(all);
    }

    private void replace(Path file, String old, String now) throws IOException {
        Files.writeString(file, Files.readString(file).replace(old, now));
    }

    @Test
    void listsTheFiveWorkflowsWithDirectionAndSchedule() {
        Program.Call call = call("list");
        assertThat(call.exitCode()).isZero();
        assertThat(call.out().lines())
                .hasSize(6)
                .anyMatch(line -> line.contains(WORKFLOW)
                        && line.contains("JazzHR → HrFlow.ai")
                        && line.contains("0 0/15 * * * ?")
                        && line.contains("not enabled"));
    }

    @Test
    void whatIsWrongWithAWorkflowThatIsNotEnabledIsListedAsAWarning() throws IOException {
        replace(settings, "{{env:JAZZHR_API_KEY}}", "{{env:HRCAMEL_NOBODY_SETS_THIS}}");

        assertThat(call("list").out().lines())
                .anyMatch(line -> line.contains(WORKFLOW)
                        && line.contains("not enabled")
                        && line.contains(": warning: workflow." + WORKFLOW)
                        && !line.contains("error:"));
    }

    @Test
    void describesEveryParameterAndMasksSecrets() throws IOException {
        replace(settings, "{{env:JAZZHR_API_KEY}}", "a-plain-secret");
        Program.Call call = call("describe", WORKFLOW);
        assertThat(call.exitCode()).isZero();
        assertThat(call.out())
                .contains(
                        "api_key *",
                        "********",
                        "from_apply_date",
                        "only_edit_fields",
                        "connector.jazzhr.",
                        "rate-limit")
                .contains("{{env:HRFLOW_API_SECRET}}")
                .doesNotContain("a-plain-secret");
    }

    @Test
    void masksASecretThatStandsInAPlaceholderAsItsDefault() throws IOException {
        replace(settings, "{{env:JAZZHR_API_KEY}}", "{{env:NO_SUCH_VARIABLE:a-plain-secret}}");
        assertThat(call("describe", WORKFLOW).out()).contains("********").doesNotContain("a-plain-secret");
    }

    @Test
    void makesASecondWorkflowOfAKindWithItsOwnFileKeysAndStepIds() throws IOException {
        Program.Call made = call("new", "acme-paris", "--like", WORKFLOW);
        assertThat(made.exitCode()).as(made.err()).isZero();
        String route = Files.readString(routes.resolve("acme-paris.camel.yaml"));
        assertThat(route)
                .contains("id: acme-paris\n", "quartz:hrcamel/acme-paris\n", "{{workflow.acme-paris.schedule}}")
                .contains("id: acme-paris-pull", "executorService: acme-paris")
                .doesNotContain(WORKFLOW);
        assertThat(Files.readString(settings))
                .contains("workflow.acme-paris.workflow_id = acme-paris", "workflow.acme-paris.enabled = false")
                .contains("workflow.acme-paris.connector_auth.api_key = {{env:JAZZHR_API_KEY}}");
        assertThat(call("list").out()).contains("acme-paris");
        assertThat(call("validate").out()).doesNotContain("is set twice", "too");
    }

    @Test
    void refusesToMakeAWorkflowThatExists() {
        assertThat(call("new", WORKFLOW, "--like", WORKFLOW).exitCode()).isEqualTo(64);
    }

    @Test
    void refusesAnIdThatCannotBeAFileName() {
        assertThat(call("new", "../evil", "--like", WORKFLOW).exitCode()).isEqualTo(64);
        assertThat(folder.resolve("evil.camel.yaml")).doesNotExist();
    }

    @Test
    void validatesAllProblemsAtOnceEachWithItsPlace() throws IOException {
        String prefix = "workflow." + WORKFLOW + ".";
        replace(
                settings,
                prefix + "enabled = false",
                prefix + "enabled = maybe\n" + prefix + "pull_parameters.ctiy = Lyon");
        replace(routes.resolve("flatchr-update-profiles-in-hrflow.camel.yaml"), "- filter:", "- filtr:");
        Program.Call call = call("validate");
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out().lines())
                .anyMatch(line -> line.matches(
                        ".*application\\.properties:\\d+:\\d+: error: .*enabled = maybe is neither true nor false"))
                .anyMatch(line -> line.contains("pull_parameters.ctiy")
                        && line.contains("did you mean " + prefix + "pull_parameters.city?"))
                .anyMatch(line ->
                        line.matches(".*flatchr-update-profiles-in-hrflow\\.camel\\.yaml:34:23: error: .*filtr.*"));
    }

    @Test
    void namesMisspeltStepsAndBeansAndAMissingRouteConfigurationWithTheirPlaces() throws IOException {
        Path jazzhr = routes.resolve(WORKFLOW + ".camel.yaml");
        replace(jazzhr, "direct:jazzhr-applicant\n", "direct:jazzhr-aplicant\n");
        replace(jazzhr, "ref: logics", "ref: logic");
        replace(routes.resolve("flatchr-update-profiles-in-hrflow.camel.yaml"), "routeConfigurationId: workflow", "");
        Program.Call call = call("validate");
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out().lines())
                .anyMatch(line -> line.matches(
                        ".*:27:31: error: .*direct:jazzhr-aplicant; did you mean direct:jazzhr-applicant\\?"))
                .anyMatch(line -> line.matches(".*:36:30: error: there is no bean logic; did you mean logics\\?"))
                .anyMatch(line -> line.contains("flatchr") && line.contains("routeConfigurationId: workflow"));
        Program.Call run = call("run", WORKFLOW);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lastLine()).contains("\"reason\":\"bad_");
    }

    @Test
    void acceptsStepsEndpointsAndBeansOfTheOperatorsOwn() throws IOException {
        Path jazzhr = routes.resolve(WORKFLOW + ".camel.yaml");
        replace(
                jazzhr,
                "              - idempotentConsumer:\n",
                "              - to:\n                  id: jazzhr-audit\n                  uri: direct:audit\n              - idempotentConsumer:\n");
        Files.writeString(routes.resolve("audit.camel.yaml"), """
                - route:
                    id: audit
                    from:
                      uri: direct:audit
                      steps:
                        - log: "one more"
                """);
        assertThat(call("validate").exitCode()).isZero();
    }

    @Test
    void tellsOnceOfAWorkflowThatHasKeysButNoFile() throws IOException {
        Files.writeString(
                settings,
                Files.readString(settings) + "\nworkflow.jazz.enabled = true\nworkflow.jazz.workflow_id = jazz\n");
        Program.Call call = call("validate");
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out().lines().filter(line -> line.contains("jazz.camel.yaml")))
                .hasSize(1);
    }

    @Test
    void onlyWarnsOfWhatIsMissingForWorkflowsThatAreNotEnabled() throws IOException {
        Program.Call shipped = call("validate");
        assertThat(shipped.exitCode()).as(shipped.out()).isZero();
        assertThat(shipped.out().lines()).isNotEmpty().allMatch(line -> line.contains(": warning: "));
        replace(settings, "workflow." + WORKFLOW + ".enabled = false", "workflow." + WORKFLOW + ".enabled = true");
        Program.Call enabled = call("validate");
        assertThat(enabled.exitCode()).isEqualTo(1);
        assertThat(enabled.out())
                .contains(": error: workflow." + WORKFLOW + ".connector_auth.api_key: the environment variable");
    }

    @Test
    void exitsWithWrongUsageForAnUnknownVerbOrOption() {
        assertThat(Program.call("rnu").exitCode()).isEqualTo(64);
        assertThat(Program.call("run", WORKFLOW, "--dry").exitCode()).isEqualTo(64);
        assertThat(Program.call("run").exitCode()).isEqualTo(64);
    }

    @Test
    void doesNotStartInAFolderWithoutWorkflows(@TempDir Path folder) {
        assertThat(Program.call("start", "--routes", folder.toString()).exitCode())
                .isEqualTo(2);
    }
}
