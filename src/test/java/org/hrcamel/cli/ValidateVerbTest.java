package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate} on the files that its page shows, and on those that are shipped. */
class ValidateVerbTest {

    private static final String EXAMPLES = "src/test/resources/validate/";
    private static final String[] WHERE = {
        "--config", EXAMPLES + "application.properties", "--routes", EXAMPLES + "routes"
    };

    @TempDir
    private Path folder;

    private static String[] validate(String... more) {
        String[] all = new String[more.length + 1 + WHERE.length];
        all[0] = "validate";
        System.arraycopy(WHERE, 0, all, 1, WHERE.length);
        System.arraycopy(more, 0, all, 1 + WHERE.length, more.length);
        return all;
    }

    private static List<String> withoutFolder(String out) {
        return out.replace(EXAMPLES, "").lines().toList();
    }

    @Test
    void itsPageShowsWhatItReallySays() throws IOException {
        List<String> shown = Files.readAllLines(Path.of("docs/validate.md")).stream()
                .map(String::strip)
                .filter(line -> line.matches("\\S+:\\d+:\\d+: (error|warning): .*"))
                .toList();
        assertThat(shown).hasSizeGreaterThan(20);
        assertThat(withoutFolder(Program.call(validate()).out())).containsAll(shown);
    }

    @Test
    void everyProblemIsToldOnceAndByPlace() {
        Program.Call call = Program.call(validate());
        assertThat(call.exitCode()).isEqualTo(1);
        List<String> lines = withoutFolder(call.out());
        assertThat(lines).doesNotHaveDuplicates().hasSize(28);
        List<Integer> ofTheSettings = lines.stream()
                .filter(line -> line.startsWith("application.properties:"))
                .map(line -> Integer.valueOf(line.split(":")[1]))
                .toList();
        assertThat(ofTheSettings).isSorted();
    }

    @Test
    void jsonIsTheWholeOfStandardOutputInAProcessOfItsOwn() throws Exception {
        try (ProgramProcess process = new ProgramProcess(folder, validate("--format", "json"))) {
            assertThat(process.exitCode()).as(process.err()).isEqualTo(1);
            JsonNode problems = new ObjectMapper().readTree(process.out());
            assertThat(problems).hasSize(28);
            assertThat(StreamSupport.stream(problems.spliterator(), false))
                    .anySatisfy(problem -> assertThat(problem)
                            .isEqualTo(new ObjectMapper()
                                    .readTree("{\"file\":\"" + EXAMPLES
                                            + "routes/broken.camel.yaml\",\"line\":6,\"column\":11,"
                                            + "\"severity\":\"error\",\"message\":\"Unknown node id: lgo\"}")));
        }
    }

    @Test
    void withoutProblemsJsonIsAnEmptyArray() throws IOException {
        Files.writeString(folder.resolve("application.properties"), "");
        Program.Call call = Program.call(
                "validate",
                "--format",
                "json",
                "--config",
                folder.resolve("application.properties").toString(),
                "--routes",
                Files.createDirectory(folder.resolve("routes")).toString());
        assertThat(call.exitCode()).isZero();
        assertThat(call.out().strip()).isEqualTo("[]");
    }

    @Test
    void whatIsShippedAndWhatNewMakesHaveNothingWrongButUnsetVariables() throws IOException {
        Path settings = Files.copy(Path.of("application.properties"), folder.resolve("application.properties"));
        Path routes = Files.createDirectory(folder.resolve("routes"));
        try (var files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
        String[] where = {"--config", settings.toString(), "--routes", routes.toString()};
        List<String> ids = Files.readAllLines(settings).stream()
                .filter(line -> line.matches("workflow\\.\\S+\\.enabled = false"))
                .map(line -> line.split("\\.")[1])
                .toList();
        assertThat(ids).hasSize(5);
        for (String id : ids) {
            Program.Call made =
                    Program.call("new", "second-" + id, "--like", id, where[0], where[1], where[2], where[3]);
            assertThat(made.exitCode()).as(made.err()).isZero();
        }

        Program.Call call = Program.call("validate", where[0], where[1], where[2], where[3]);

        assertThat(call.exitCode()).as(call.out()).isZero();
        assertThat(call.out().lines())
                .allMatch(line -> line.contains(": warning: ") && line.contains("the environment variable"));
    }

    @Test
    void anUnknownFormatOrAWorkflowWithoutOnlineIsWrongUsage() {
        assertThat(Program.call(validate("--format", "xml")).exitCode()).isEqualTo(64);
        assertThat(Program.call(validate("acme")).exitCode()).isEqualTo(64);
        assertThat(Program.call(validate("--online", "acne")).exitCode()).isEqualTo(64);
    }
}
