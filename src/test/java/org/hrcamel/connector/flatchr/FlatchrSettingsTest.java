package org.hrcamel.connector.flatchr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hrcamel.http.Limits;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.validate.WorkflowProblems;
import org.hrcamel.workflow.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatchrSettingsTest {

    private static final String WORKFLOW = "flatchr-update-profiles-in-hrflow";

    private static List<String> problems(String key, String value) {
        try (WorkflowHarness harness = new WorkflowHarness(WORKFLOW, 0).withSetting(key, value)) {
            return WorkflowProblems.of(
                            harness.project(),
                            harness.project().workflow(WORKFLOW).orElseThrow())
                    .all()
                    .stream()
                    .map(Problem::message)
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.flatchr.io/",
                "https://api.flatchr.io",
                "https://api.demo.flatchr.io",
                "https://api.demo.flatchr.io/"
            })
    void bothEnvironmentsAreAllowedWithOrWithoutASlash(String address) {
        assertThat(problems("workflow." + WORKFLOW + ".connector_auth.env_base_url", address))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "workflow.flatchr-update-profiles-in-hrflow.connector_auth.env_base_url,https://example.com",
        "workflow.flatchr-update-profiles-in-hrflow.pull_parameters.start,31/01/24",
        "workflow.flatchr-update-profiles-in-hrflow.pull_parameters.start,1/3/24",
        "workflow.flatchr-update-profiles-in-hrflow.pull_parameters.end,2024-01-03",
        "workflow.flatchr-update-profiles-in-hrflow.pull_parameters.hired,yes",
        "connector.flatchr.reference,applicants",
        "connector.flatchr.archived,no",
        "connector.flatchr.time-zone,Paris",
        "connector.flatchr.earliest,01/01/15",
        "connector.flatchr.slice-days,0",
        "connector.flatchr.search-body,[1]",
        "connector.flatchr.search-body,status"
    })
    void whatMakesNoSenseIsNamed(String key, String value) {
        assertThat(problems(key, value)).singleElement().asString().contains(key);
    }

    @Test
    void theEndMayNotLieBeforeTheStart() {
        try (WorkflowHarness harness = new WorkflowHarness(WORKFLOW, 0)
                .with("pull_parameters.start", "02/01/24")
                .with("pull_parameters.end", "01/31/24")) {
            assertThat(WorkflowProblems.of(
                                    harness.project(),
                                    harness.project().workflow(WORKFLOW).orElseThrow())
                            .all())
                    .singleElement()
                    .asString()
                    .contains("pull_parameters.end is before", "pull_parameters.start");
        }
    }

    @ParameterizedTest
    @CsvSource({"none,1/1200ms", "3/1s,1/1200ms", "1/5s,1/5s", "2/1s,1/1200ms", "1/1s,1/1200ms"})
    void theCvRouteStaysBelowOneRequestASecondUnlessTheCommonPaceIsSlower(String common, String cv) {
        Limits limits = new FlatchrConnector().limits(FlatchrConnector.CV, Limits.of(common, "8"));

        assertThat(limits).isEqualTo(Limits.of(cv, "1"));
    }

    @Test
    void theOtherRoutesKeepTheCommonPace() {
        Limits common = new Limits(Limits.of("3/1s", "none").rate(), Optional.empty());

        assertThat(new FlatchrConnector().limits(FlatchrConnector.SEARCH, common))
                .isSameAs(common);
    }
}
