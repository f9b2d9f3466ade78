package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hrcamel.http.Limits;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.WorkflowProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreenhouseConnectorTest {

    private final GreenhouseConnector connector = new GreenhouseConnector();

    @Test
    void v1AndTokensHaveRatesOfTheirOwnUnlessTheOperatorSetsOne() {
        Limits standard = Limits.of("50/30s", "none");
        Limits set = Limits.of("20/30s", "4");

        assertThat(connector.limits(HarvestList.CANDIDATES.endpoint(), standard))
                .isEqualTo(standard);
        assertThat(connector.limits(GreenhouseConnector.LEGACY, standard)).isEqualTo(Limits.of("50/10s", "none"));
        assertThat(connector.limits(GreenhouseConnector.LEGACY, set)).isEqualTo(set);
        assertThat(connector.limits(GreenhouseConnector.TOKEN, set)).isEqualTo(Limits.of("10/60s", "4"));
        assertThat(connector.limits(GreenhouseConnector.TOKEN, Limits.NONE)).isEqualTo(Limits.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "key, '', '', '', ''",
        "'', id, secret, '', ''",
        "'', id, secret, 12, ''",
        "'', '', '', '', connector_auth.client_id is missing",
        "'', id, '', '', connector_auth.client_secret is missing",
        "'', '', secret, '', connector_auth.client_id is missing",
        "key, id, secret, '', connector_auth.auth is given beside",
        "key, id, '', '', connector_auth.auth is given beside",
        "key, '', '', 12, connector_auth.sub is for Harvest v3"
    })
    void takesExactlyOneOfTheTwoCredentials(String key, String id, String secret, String sub, String problem) {
        try (WorkflowHarness harness = new WorkflowHarness(GreenhouseOriginTest.WORKFLOW, 0)
                .with("connector_auth.auth", key)
                .with("connector_auth.client_id", id)
                .with("connector_auth.client_secret", secret)
                .with("connector_auth.sub", sub)) {
            Project project = harness.project();
            String problems = WorkflowProblems.of(
                            project,
                            project.workflow(GreenhouseOriginTest.WORKFLOW).orElseThrow())
                    .all()
                    .toString();

            if (problem.isEmpty()) {
                assertThat(problems).isEqualTo("[]");
            } else {
                assertThat(problems).contains(problem).doesNotContain("= secret", "= key");
            }
        }
    }

    @Test
    void takesUpToFiftyIdsThatAreNumbers() {
        String fifty = IntStream.rangeClosed(1, 50).mapToObj(String::valueOf).collect(Collectors.joining(","));

        assertThat(GreenhouseConnector.CANDIDATE_IDS.parse(" 1, 2,,1 ")).containsExactly("1", "2");
        assertThat(GreenhouseConnector.CANDIDATE_IDS.parse(fifty)).hasSize(50);
        assertThatThrownBy(() -> GreenhouseConnector.CANDIDATE_IDS.parse(fifty + ",51"))
                .hasMessage("has more than 50 ids");
        assertThatThrownBy(() -> GreenhouseConnector.CANDIDATE_IDS.parse("1,x"))
                .hasMessageContaining("not a list of numbers");
    }
}
