package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the command line understands, whatever is not described because nobody asked for it. */
class CommandLineTest {

    @Test
    void helpNamesEveryVerbThatIsForOperators() {
        String help = Program.call("--help").out();
        assertThat(help)
                .containsSubsequence(
                        "start",
                        "run",
                        "validate",
                        "list",
                        "describe",
                        "runs",
                        "failures",
                        "state",
                        "new",
                        "demo",
                        "sandbox")
                .doesNotContain("rehearse");
        assertThat(Program.call("--help", "list").out()).isEqualTo(help);
    }

    @Test
    void aVerbIsFoundAfterTheOptionsOfAll() {
        Program.Call call = Program.call("--config", "no-such-file", "list");
        assertThat(call.exitCode()).isEqualTo(64);
        assertThat(call.err()).contains("There is no settings file no-such-file (--config)");
    }

    @Test
    void anUnknownVerbIsAMistake() {
        Program.Call call = Program.call("lits");
        assertThat(call.exitCode()).isEqualTo(64);
        assertThat(call.err()).contains("lits", "See: hrcamel --help");
    }
}
