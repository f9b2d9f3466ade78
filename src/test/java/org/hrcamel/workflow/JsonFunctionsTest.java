package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hrcamel.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFunctionsTest {

    @TempDir
    private Path folder;

    /** An operator's own logic. */
    public static final class Shout implements UnaryOperator<JsonNode> {
        @Override
        public JsonNode apply(JsonNode item) {
            return TextNode.valueOf("!");
        }
    }

    /** Cannot be made. */
    public static final class NeedsSomething implements UnaryOperator<JsonNode> {
        public NeedsSomething(String something) {}

        @Override
        public JsonNode apply(JsonNode item) {
            return item;
        }
    }

    private JsonFunctions functions() {
        Settings settings = Settings.load(folder.resolve("application.properties"), List.of());
        return new JsonFunctions(
                settings, getClass().getClassLoader(), Map.<String, Object>of("shout", new Shout(), "text", "x")::get);
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private JsonNode apply(String function, String item) {
        return functions().operator(function).apply(json(item));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`jq:.a`, `{\"a\":1}`, 1",
                "`jq:1, 2, 3`, {}, 3",
                "`jq:.[]`, `[true, false]`, false",
                "`jq:.b`, `{\"a\":1}`, null",
                "`jq:.a == 1`, `{\"a\":1}`, true",
                "`jq:{n: (.a + 1)}`, `{\"a\":1}`, `{\"n\":2}`"
            })
    void givesTheLastOutputOfAJqProgram(String function, String item, String expected) {
        assertThat(apply(function, item)).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jq:empty", "jq:select(.a > 1)", "jq:.[\"x\"] | select(. != null)"})
    void givesNothingWhenAJqProgramHasNoOutput(String function) {
        assertThat(apply(function, "{\"a\":1}")).isNull();
    }

    @Test
    void leavesTheItemAsItIs() {
        JsonNode item = json("{\"a\":{\"b\":1}}");
        JsonNode changed = functions().operator("jq:.a.b = 2").apply(item);
        assertThat(changed).isNotEqualTo(item);
        assertThat(item).isEqualTo(json("{\"a\":{\"b\":1}}"));
    }

    @Test
    void runsOneProgramInManyThreads() {
        UnaryOperator<JsonNode> program = functions().operator("jq:[range(.a)] | length");
        List<Integer> lengths = IntStream.range(0, 500)
                .parallel()
                .mapToObj(n -> program.apply(json("{\"a\":" + n + "}")).asInt())
                .toList();
        assertThat(lengths).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void failsWithoutQuotingTheItem() {
        assertThatThrownBy(() -> apply("jq:.name + 1", "{\"name\":\"Anna\"}"))
                .isInstanceOf(FunctionFailed.class)
                .hasMessageContaining("the jq program failed")
                .hasMessageNotContaining("Anna");
    }

    @Test
    void readsAProgramFromAFileBesideTheSettings() throws IOException {
        Files.createDirectory(folder.resolve("formats"));
        Files.writeString(folder.resolve("formats/acme.jq"), "# the name\n.name\n");
        assertThat(apply("jq:file:formats/acme.jq", "{\"name\":\"Zoé\"}")).isEqualTo(TextNode.valueOf("Zoé"));
    }

    @Test
    void usesBeansAndClassesOfTheOperators() {
        assertThat(apply("bean:shout", "{}")).isEqualTo(TextNode.valueOf("!"));
        assertThat(apply("class:" + Shout.class.getName(), "{}")).isEqualTo(TextNode.valueOf("!"));
    }

    @ParameterizedTest
    @CsvSource({
        "jq:.a |, is no jq program",
        "jq:file:none.jq, names a file that cannot be read",
        "bean:none, names a bean that the registry does not hold",
        "bean:text, names something that is no java.util.function.UnaryOperator<JsonNode>",
        "class:com.acme.None, names a class that is not in lib-ext/",
        "class:java.lang.Object, names something that is no java.util.function.UnaryOperator<JsonNode>",
        "class:org.hrcamel.workflow.JsonFunctionsTest$NeedsSomething, names a class that cannot be made",
        ".a, 'begins with none of jq:, jq:file:, bean:, class:'"
    })
    void saysWhatIsWrongWithAFunction(String function, String message) {
        assertThatThrownBy(() -> functions().operator(function))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
