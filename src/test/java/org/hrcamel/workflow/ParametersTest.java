package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static final String GROUP = "workflow.acme.pull_parameters.";

    private final List<Problem> problems = new ArrayList<>();

    private Parameters parse(String text, Parameter<?>... declared) {
        Settings settings = Settings.parse(Path.of("a.properties"), text, List.of(), name -> null);
        return Parameters.parse(settings, GROUP, List.of(declared), problems::add);
    }

    private Problem problem(String text, Parameter<?> declared) {
        parse(text, declared);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "FALSE, false"})
    void readsFlags(String text, boolean expected) {
        assertThat(Parameter.flag("f", "").parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "tru"})
    void refusesWhatIsNoFlag(String text) {
        assertThatThrownBy(() -> Parameter.flag("f", "").parse(text)).hasMessage("is neither true nor false");
    }

    @ParameterizedTest
    @CsvSource({
        "x, is not a whole number",
        "1.5, is not a whole number",
        "99999999999, is not a whole number",
        "0, is not between 1 and 10",
        "11, is not between 1 and 10"
    })
    void refusesNumbersOutsideTheBounds(String text, String message) {
        assertThatThrownBy(() -> Parameter.integer("n", 1, 10, "").parse(text)).hasMessage(message);
        assertThat(Parameter.integer("n", 1, 10, "").parse("10")).isEqualTo(10);
    }

    @Test
    void readsDaysInTheirOwnForm() {
        Parameter<LocalDate> day = Parameter.day("d", "dd/MM/uuuu", "");
        assertThat(day.parse("29/02/2028")).isEqualTo("2028-02-29");
        assertThatThrownBy(() -> day.parse("29/02/2027")).hasMessage("is not a day in the form DD/MM/YYYY");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 2026-11-01T00:00:00Z",
        "2026-11-01T10:00:00Z, 2026-11-01T10:00:00Z",
        "2026-11-01T10:00:00.250Z, 2026-11-01T10:00:00.250Z",
        "2026-11-01T10:00, 2026-11-01T10:00:00Z",
        "2026-11-01T10:00:00, 2026-11-01T10:00:00Z",
        "2026-11-01T10:00:00+02:00, 2026-11-01T08:00:00Z",
        "2026-11-01T10:00:00-0530, 2026-11-01T15:30:00Z"
    })
    void readsMomentsWithAnOffsetOrInUtc(String text, Instant expected) {
        assertThat(Parameter.instant("i", "").parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-02-30", "01/11/2026", "1793534400"})
    void refusesWhatIsNoMoment(String text) {
        assertThatThrownBy(() -> Parameter.instant("i", "").parse(text)).hasMessageContaining("ISO 8601");
    }

    @Test
    void readsListsByCommaOrByIndex() {
        Parameter<List<String>> list = Parameter.list("l", "");
        assertThat(parse(GROUP + "l = a, b ,,c", list).list(list)).containsExactly("a", "b", "c");
        assertThat(parse(GROUP + "l[10] = z\n" + GROUP + "l[2] = a, b\n" + GROUP + "l[0] = first", list)
                        .list(list))
                .containsExactly("first", "a, b", "z");
        assertThat(parse("", list).list(list)).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void usesTheDefaultOfAKeyThatIsMissingOrEmpty() {
        Parameter<Duration> wait = Parameter.duration("wait", "").orElse("30s");
        assertThat(parse("", wait).get(wait)).isEqualTo(Duration.ofSeconds(30));
        assertThat(parse(GROUP + "wait =", wait).get(wait)).isEqualTo(Duration.ofSeconds(30));
        assertThat(parse(GROUP + "wait = 5s", wait).get(wait)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void hasNoValueWhereNeitherKeyNorDefaultIsGiven() {
        Parameter<String> text = Parameter.text("t", "");
        Parameters values = parse("", text);
        assertThat(values.find(text)).isEmpty();
        assertThatThrownBy(() -> values.get(text)).hasMessage(GROUP + "t has no value");
    }

    @Test
    void namesAMissingRequiredKeyWhereItsWorkflowStands() {
        Problem problem = problem(
                "a = 1\nworkflow.acme.schedule = x\n",
                Parameter.text("board", "Key of the board.").asRequired());
        assertThat(problem).hasToString("a.properties:2:1: error: " + GROUP + "board is missing: Key of the board.");
    }

    @Test
    void takesAnEmptyValueForAMissingOne() {
        assertThat(problem(GROUP + "board =", Parameter.text("board", "").asRequired())
                        .message())
                .contains("is missing");
    }

    @Test
    void namesKeyValueAndPlaceOfAWrongValue() {
        assertThat(problem("a = 1\n" + GROUP + "limit = many\n", Parameter.integer("limit", 1, 9, "")))
                .hasToString("a.properties:2:39: error: " + GROUP + "limit = many is not a whole number");
    }

    @Test
    void refusesAValueOutsideTheAllowedOnes() {
        Parameter<?> status = Parameter.text("status", "").oneOf("NEW", "HIRED");
        assertThat(problem(GROUP + "status = new", status).message())
                .isEqualTo(GROUP + "status = new is not one of NEW, HIRED");
    }

    @Test
    void namesTheElementThatIsNotAllowed() {
        Parameter<?> status = Parameter.list("status", "").oneOf("NEW", "HIRED");
        assertThat(problem(GROUP + "status[0] = NEW\n" + GROUP + "status[1] = OLD\n", status))
                .hasToString("a.properties:2:43: error: " + GROUP + "status[1] = OLD is not one of NEW, HIRED");
    }

    @Test
    void showsNoSecretInAMessage() {
        Parameter<?> secret = Parameter.list("key", "").oneOf("a").asSecret();
        assertThat(problem(GROUP + "key = s3cret", secret).message()).doesNotContain("s3cret");
        problems.clear();
        assertThat(problem(GROUP + "key[0] = s3cret", secret).message()).doesNotContain("s3cret");
    }

    @Test
    void namesAPlaceholderWithoutAValueAndItsPlace() {
        assertThat(problem(GROUP + "key = {{env:NO_SUCH}}", Parameter.text("key", "")))
                .hasToString("a.properties:1:37: error: " + GROUP + "key: the environment variable NO_SUCH is not set");
    }

    @Test
    void reportsEveryProblemOfAGroup() {
        parse(
                GROUP + "a = x\n" + GROUP + "b = y",
                Parameter.integer("a", 0, 1, ""),
                Parameter.flag("b", ""),
                Parameter.text("c", "").asRequired());
        assertThat(problems).hasSize(3);
    }
}
