package org.hrcamel.connector.jazzhr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hrcamel.http.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JazzhrProfileTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/jazzhr");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".in.json"))
                    .map(name -> name.replace(".in.json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anApplicantBecomesExactlyThisProfile(String name) throws IOException {
        JsonNode applicant = read(name + ".in.json");

        JsonNode profile = new JazzhrProfile().apply(applicant);

        assertThat(Json.mapper().readTree(Json.bytes(profile))).isEqualTo(read(name + ".out.json"));
    }

    private static JsonNode read(String file) throws IOException {
        try (InputStream stream = Files.newInputStream(GOLDEN.resolve(file))) {
            return Json.read(stream);
        }
    }
}
