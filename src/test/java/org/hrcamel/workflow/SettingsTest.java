package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hrcamel.workflow.Settings.UnresolvedPlaceholder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Path FILE = Path.of("application.properties");

    private static Settings settings(String text, String... overrides) {
        return Settings.parse(FILE, text, List.of(overrides), Map.of("SET", "from {{outside}}", "EMPTY", "")::get);
    }

    private static Position at(int line, int column) {
        return new Position("application.properties", line, column);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "key=value, 1, 5",
                "key = value, 1, 7",
                "`  key : value`, 3, 9",
                "key value, 1, 5",
                "key = =value, 1, 7",
                "key==value, 1, 5"
            })
    void knowsTheColumnsOfKeyAndValue(String line, int keyColumn, int valueColumn) {
        Setting setting = settings("# comment\n\n" + line + "\n").setting("key").orElseThrow();
        assertThat(setting.value()).endsWith("value");
        assertThat(setting.position()).isEqualTo(at(3, keyColumn));
        assertThat(setting.valuePosition()).isEqualTo(at(3, valueColumn));
    }

    @Test
    void joinsContinuationLinesAndCountsThem() {
        Settings settings = settings("a = x, \\\n    y, \\\r\n  # z\nb = 2\r\nc = ends \\\\\nd = 4\ne = last\\");
        assertThat(settings.value("a")).contains("x, y, # z");
        assertThat(settings.setting("b").orElseThrow().position()).isEqualTo(at(4, 1));
        assertThat(settings.value("c")).contains("ends \\");
        assertThat(settings.setting("d").orElseThrow().position()).isEqualTo(at(6, 1));
        assertThat(settings.value("e")).contains("last");
    }

    @Test
    void readsEscapesCommentsAndOddKeys() {
        Settings settings = settings("a = caf\\u00e9\\t|\n! no = 1\n # no = 2\nwith\\ space\\=x = 3\nlonely\n");
        assertThat(settings.value("a")).contains("café\t|");
        assertThat(settings.value("with space=x")).contains("3");
        assertThat(settings.setting("lonely").orElseThrow().value()).isEmpty();
        assertThat(settings.all()).hasSize(3);
    }

    @Test
    void readsUtf8AndSkipsTheMarkThatSomeEditorsPutFirst(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("application.properties"), "\uFEFF# first\nname = Zoé 😀\n");
        Settings settings = Settings.load(file, List.of());
        assertThat(settings.value("name")).contains("Zoé 😀");
        assertThat(settings.all()).hasSize(1);
    }

    @Test
    void takesAMissingFileForAnEmptyOne() {
        assertThat(Settings.load(Path.of("no-such-file.properties"), List.of()).all())
                .isEmpty();
    }

    @Test
    void reportsAKeyThatStandsTwice() {
        Settings settings = settings("a = 1\nb = 2\na = 3\n");
        assertThat(settings.problems())
                .containsExactly(Problem.error(at(3, 1), "a is set twice; the first is in line 1"));
    }

    @Test
    void reportsAMalformedEscapeWithoutShowingTheValue() {
        Settings settings = settings("a = 1\nsecret = s3cret\\users\n");
        assertThat(settings.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.position()).isEqualTo(at(2, 1));
            assertThat(problem.message()).startsWith("secret ").contains("\\\\").doesNotContain("s3cret");
        });
        assertThat(settings.all()).extracting(Setting::key).containsExactly("a", "secret");
    }

    @Test
    void letsTheCommandLineWin() {
        Settings settings = settings("a = 1\nb = 2\n", "a = x=y", "c=3");
        assertThat(settings.value("a")).contains("x=y");
        assertThat(settings.value("b")).contains("2");
        assertThat(settings.setting("c").orElseThrow().position()).hasToString("--set");
        assertThat(settings.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "{{env:SET}}, from {{outside}}",
        "a{{ other }}b, a42b",
        "{{chain}}, <42>",
        "{{env:UNSET:default}}, default",
        "{{env:UNSET:http://h:80}}, http://h:80",
        "{{env:SET:default}}, from {{outside}}",
        "no {placeholder}, no {placeholder}"
    })
    void resolvesPlaceholders(String value, String resolved) {
        assertThat(settings("key = " + value + "\nother = 42\nchain = <{{other}}>\n")
                        .value("key"))
                .contains(resolved);
    }

    @Test
    void takesAnEmptyValueForNone() {
        assertThat(settings("a =\nb = {{env:EMPTY}}\nc = {{env:UNSET:}}\n").value("a"))
                .isEmpty();
        assertThat(settings("b = {{env:EMPTY}}").value("b")).isEmpty();
        assertThat(settings("c = {{env:UNSET:}}").value("c")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "{{env:UNSET}}, the environment variable UNSET is not set",
        "{{nowhere}}, {{nowhere}} names no setting",
        "{{key}}, {{…}} refer to each other in a circle",
        "{{circle}}{{circle}}, {{…}} refer to each other in a circle"
    })
    void refusesAPlaceholderWithoutAValue(String value, String message) {
        Settings settings = settings("key = " + value + "\ncircle = {{key}}\n");
        assertThatThrownBy(() -> settings.value("key"))
                .isInstanceOf(UnresolvedPlaceholder.class)
                .hasMessage(message);
    }

    @Test
    void startsRelativePathsAtItsOwnFolder(@TempDir Path folder) {
        Settings settings = Settings.load(folder.resolve("a.properties"), List.of());
        assertThat(settings.resolvePath("formats/../x.jq")).isEqualTo(folder.resolve("x.jq"));
        assertThat(settings.resolvePath("/x.jq")).isEqualTo(Path.of("/x.jq"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workflow.a.|workflow.a.x workflow.a.b.y",
                "workflow.a.b.|workflow.a.b.y",
                "workflow.a|workflow.a.x workflow.ab.x workflow.a.b.y",
                "connector.|connector.a",
                "lonely|lonely",
                "workflow.other.|"
            })
    void findsWhatBeginsWithAPrefixInTheOrderInWhichItIsWritten(String prefix, String keys) {
        Settings settings =
                settings("workflow.a.x = 1\nlonely = 1\nworkflow.ab.x = 1\nconnector.a = 1\nworkflow.a.b.y = 1\n");
        List<String> expected = keys == null ? List.of() : List.of(keys.split(" "));
        assertThat(settings.under(prefix)).extracting(Setting::key).containsExactlyElementsOf(expected);
    }

    @Test
    void showsAnEditOfTheFileWhenItIsReadAgain(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("edited.properties"), "a = 1");
        Settings before = Settings.load(file, List.of());
        Files.writeString(file, "a = 2");

        assertThat(before.reload().value("a")).contains("2");
    }
}
