package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hrcamel.http.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GreenhouseProfileTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/greenhouse");

    static Stream<String> candidates() throws IOException {
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
    @MethodSource("candidates")
    void aCandidateBecomesExactlyThisProfile(String name) throws IOException {
        String profile = new GreenhouseProfile()
                .apply(Json.mapper().readTree(GOLDEN.resolve(name + ".in.json").toFile()))
                .toPrettyString();

        assertThat(profile)
                .isEqualTo(Json.mapper()
                        .readTree(GOLDEN.resolve(name + ".out.json").toFile())
                        .toPrettyString());
    }
}
