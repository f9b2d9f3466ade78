package org.hrcamel.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hrcamel.http.Json;
import org.hrcamel.workflow.ContentHash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mapping that changes must reach everybody who was delivered before, so its version must be raised with it. */
class MappingVersionTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static List<Connector> connectorsWithAMapping() {
        return Connectors.load().all().stream()
                .filter(connector -> !connector.formats().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("connectorsWithAMapping")
    void theVersionIsThatOfTheGoldenFiles(Connector connector) throws IOException {
        Path folder = GOLDEN.resolve(connector.name());
        String present = connector.mappingVersion() + " " + hash(folder);
        assertThat(Files.readString(folder.resolve("mapping-version")).strip())
                .as(
                        "What %s makes of a candidate has changed. If it gives other results for candidates than before, raise"
                                + " mappingVersion() of its connector. Then write into %s: %s",
                        connector.title(), folder.resolve("mapping-version"), present)
                .isEqualTo(present);
    }

    private static String hash(Path folder) throws IOException {
        ArrayNode outputs = JsonNodeFactory.instance.arrayNode();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".out.json"))
                    .sorted()
                    .toList()) {
                outputs.add(Json.mapper().readTree(Files.readString(file)));
            }
        }
        return ContentHash.of(outputs, (path, field) -> false);
    }
}
