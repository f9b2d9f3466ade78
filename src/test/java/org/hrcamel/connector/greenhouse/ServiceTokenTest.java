package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.hrcamel.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private static Duration life(String token) throws Exception {
        return ServiceToken.life(Json.mapper().readTree(token), NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"expires_in\": 600}",
                "{\"expires_in\": \"600\"}",
                "{\"expires_at\": \"2026-11-23T08:10:00+0000\"}",
                "{\"expires_at\": \"2026-11-23T10:10:00+02:00\"}",
                "{\"expires\": \"2026-11-23T08:10:00.000Z\"}",
                "{\"expires_in\": null, \"expires_at\": 1795421400}"
            })
    void theLifetimeIsReadFromWhicheverFieldHasIt(String token) throws Exception {
        assertThat(life(token)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aTokenThatDoesNotSayLivesAnHour() throws Exception {
        assertThat(life("{\"access_token\": \"t\"}")).isEqualTo(Duration.ofHours(1));
        assertThat(life("{\"expires\": \"soon\"}")).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aKeyIsAUserWithoutAPassword() {
        assertThat(ServiceToken.basic("sample_key", "")).isEqualTo("Basic c2FtcGxlX2tleTo=");
    }
}
