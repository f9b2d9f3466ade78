package org.hrcamel.connector.smartrecruiters;

import static org.assertj.core.api.Assertions.assertThat;

import org.hrcamel.connector.ConnectorDefaults;
import org.hrcamel.http.Durations;
import org.junit.jupiter.api.Test;

class SmartrecruitersConnectorTest {

    @Test
    void asksAgainAfterTwoTimeouts() {
        ConnectorDefaults defaults = new SmartrecruitersConnector().defaults();

        assertThat(defaults.retries().total())
                .isGreaterThan(Durations.parse(defaults.timeout()).multipliedBy(2));
    }
}
