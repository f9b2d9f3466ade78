package org.hrcamel.connector.flatchr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hrcamel.http.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlatchrProfileTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/flatchr");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".in.json"))
                    .map(name -> name.replace(".in.json", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCandidateBecomesTheProfileOfItsGoldenFile(String name) throws IOException {
        JsonNode item = read(name + ".in.json");

        JsonNode profile = new FlatchrProfile().apply(item);

        assertThat(profile.toPrettyString()).isEqualTo(read(name + ".out.json").toPrettyString());
    }

    private static JsonNode read(String file) throws IOException {
        return Json.mapper().readTree(Files.readString(GOLDEN.resolve(file)));
    }
}
