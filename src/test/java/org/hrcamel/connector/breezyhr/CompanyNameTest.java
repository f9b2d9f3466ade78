package org.hrcamel.connector.breezyhr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hrcamel.http.Json;
import org.junit.jupiter.api.Test;

class CompanyNameTest {

    private static JsonNode companies(String... names) throws IOException {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < names.length; i++) {
            json.append(i == 0 ? "" : ",").append("{\"_id\":\"c").append(i).append("\",\"name\":\"");
            json.append(names[i]).append("\"}");
        }
        return Json.read(new ByteArrayInputStream(json.append("]").toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void prefersTheNameAsItIsWrittenToOneInOtherCase() throws IOException {
        assertThat(CompanyName.find(companies("ACME corp", " Acme Corp "), "Acme Corp "))
                .contains("c1");
    }

    @Test
    void takesANameInOtherCaseWhenNoneIsWrittenSo() throws IOException {
        assertThat(CompanyName.find(companies("Widget", "ACME corp"), "acme Corp"))
                .contains("c1");
    }

    @Test
    void takesNoneOfSeveralCompaniesOfTheSameName() throws IOException {
        assertThat(CompanyName.find(companies("Acme", "Acme"), "Acme")).isEmpty();
        assertThat(CompanyName.find(companies("ACME", "acme"), "Acme")).isEmpty();
        assertThat(CompanyName.matches(companies("ACME", "acme"), "Acme")).isEqualTo(2);
    }

    @Test
    void findsNothingAmongOtherNamesOrNone() throws IOException {
        assertThat(CompanyName.find(companies("Widget"), "Acme")).isEmpty();
        assertThat(CompanyName.find(companies(), "Acme")).isEmpty();
    }
}
