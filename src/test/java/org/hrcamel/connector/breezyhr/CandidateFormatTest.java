package org.hrcamel.connector.breezyhr;

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

class CandidateFormatTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/breezyhr");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".in.json"))
                    .map(name -> name.replace(".in.json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void makesExactlyTheUpdateFormOfAProfile(String name) throws IOException {
        JsonNode form = new CandidateFormat().apply(read(name + ".in.json"));
        assertThat(form).isEqualTo(read(name + ".out.json"));
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream stream = Files.newInputStream(GOLDEN.resolve(name))) {
            return Json.read(stream);
        }
    }
}
