package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void staysPlainWhereTheOperatorOrTheTerminalWantsIt() {
        assertThat(Terminal.isPlain(Map.of("TERM", "xterm"))).isFalse();
        assertThat(Terminal.isPlain(Map.of("TERM", "xterm", "NO_COLOR", ""))).isFalse();
        assertThat(Terminal.isPlain(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isTrue();
        assertThat(Terminal.isPlain(Map.of("TERM", "dumb"))).isTrue();
        assertThat(Terminal.isPlain(Map.of())).isTrue();
    }

    @Test
    void knowsItsWidthFromItselfElseFromTheEnvironmentElseTakesTheUsualOne() {
        assertThat(Terminal.of("24 132", Map.of("COLUMNS", "60")).columns()).isEqualTo(132);
        assertThat(Terminal.of("0 0", Map.of("COLUMNS", "60")).columns()).isEqualTo(60);
        assertThat(Terminal.of("0 0", Map.of()).columns()).isEqualTo(80);
        assertThat(Terminal.of("", Map.of("COLUMNS", "wide")).columns()).isEqualTo(80);
    }
}
