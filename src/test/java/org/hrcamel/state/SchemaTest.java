package org.hrcamel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void theNewestVersionIsThatOfTheNewestMigration() throws Exception {
        URI first = getClass().getResource("V1__state.sql").toURI();
        try (Stream<Path> files = Files.list(Path.of(first).getParent())) {
            List<Integer> versions = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .map(name -> Integer.valueOf(name.replaceAll("V(\\d+)__.*", "$1")))
                    .toList();
            assertThat(versions).contains(Schema.NEWEST).allMatch(version -> version <= Schema.NEWEST);
        }
    }
}
