package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.core5.http.HttpEntity;
import org.junit.jupiter.api.Test;

class FormBodyTest {

    @Test
    void isOfTheBareTypeWithEachValueEncodedOnce() throws IOException {
        HttpEntity form = ApiRequest.form(Map.of("name", "é &+"));

        assertThat(form.getContentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(new String(form.getContent().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo("name=%C3%A9%20%26%2B");
    }
}
