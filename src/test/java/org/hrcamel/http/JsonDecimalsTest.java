package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDecimalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"4.0", "50000.0", "48.850", "2.337100000000000000001"})
    void aDecimalIsShownWithTheDigitsItCameWith(String number) throws IOException {
        var read = Json.read(new ByteArrayInputStream(number.getBytes(StandardCharsets.UTF_8)));

        assertThat(read.asText()).isEqualTo(number);
        assertThat(Json.text(read)).isEqualTo(number);
    }
}
