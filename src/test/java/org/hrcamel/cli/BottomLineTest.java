package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BottomLineTest {

    private final PrintStream real = System.err;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final BottomLine bottom = new BottomLine(new PrintStream(sent, true, StandardCharsets.UTF_8));

    @AfterEach
    void giveBack() {
        System.setErr(real);
    }

    private List<String> lines() {
        return Screen.showing(sent.toString(StandardCharsets.UTF_8)).lines();
    }

    @Test
    void replacesALongerLine() {
        bottom.show("99% and more");
        bottom.show("100%");
        assertThat(lines()).containsExactly("100%");
    }

    @Test
    void staysBelowWhatIsPrinted() {
        bottom.show("[##--]");
        System.err.println("one");
        System.err.println("two");
        assertThat(lines()).containsExactly("one", "two", "[##--]");
    }

    @Test
    void staysBelowWhatIsLogged() {
        bottom.show("[##--]");
        LogManager.getLogger("org.hrcamel.cli").error("something happened");
        assertThat(lines()).hasSize(2).last().isEqualTo("[##--]");
        assertThat(lines()).first().asString().endsWith("something happened");
    }

    @Test
    void waitsForTheEndOfALineThatIsPrintedInParts() {
        bottom.show("[##--]");
        System.err.print("one ");
        bottom.show("[###-]");
        System.err.print("line");
        assertThat(lines()).containsExactly("one line");
        System.err.println();
        assertThat(lines()).containsExactly("one line", "[###-]");
    }

    @Test
    void leavesNothingWhenItIsClosed() {
        bottom.show("[####]");
        bottom.close();
        bottom.show("[####]");
        System.err.println("the end");
        assertThat(lines()).containsExactly("the end", "");
    }
}
