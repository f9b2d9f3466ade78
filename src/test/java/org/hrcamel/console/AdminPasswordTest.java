package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.runtime.CapturedLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminPasswordTest {

    private static final Pattern SHOWN = Pattern.compile("user admin +password (\\S+)");
    private static final String NONE_SET = "hrcamel.console.enabled=true";

    @TempDir
    private Path folder;

    private Path file;
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @BeforeEach
    void file() {
        file = folder.resolve("data/console-password");
    }

    private AdminPassword start(String... settings) {
        terminal.reset();
        return AdminPassword.of(
                OpenedConsole.settings(folder, settings), new PrintStream(terminal, true, StandardCharsets.UTF_8));
    }

    private String shown() {
        Matcher shown = SHOWN.matcher(terminal.toString(StandardCharsets.UTF_8));
        assertThat(shown.find()).as(terminal.toString(StandardCharsets.UTF_8)).isTrue();
        return shown.group(1);
    }

    @Test
    void isGeneratedAtTheFirstStartShownOnceAndKeptAsAHashForItsOwnerAlone() throws IOException {
        try (CapturedLog log = new CapturedLog()) {
            AdminPassword first = start(NONE_SET);
            String password = shown();
            AdminPassword second = start(NONE_SET);

            assertThat(password).matches("[A-Za-z0-9]{24}");
            assertThat(terminal.size()).isZero();
            assertThat(first.matches(password)).isTrue();
            assertThat(second.matches(password)).isTrue();
            assertThat(second.matches(password + "x")).isFalse();
            assertThat(second.matches("")).isFalse();
            assertThat(Files.readString(file))
                    .matches("v1:\\d{6,}:[A-Za-z0-9+/=]{24}:[A-Za-z0-9+/=]{44}\n")
                    .doesNotContain(password);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(log.text()).doesNotContain(password);
        }
    }

    @Test
    void isAnotherOneAfterItsFileWasDeleted() throws IOException {
        start(NONE_SET);
        String before = shown();
        Files.delete(file);

        AdminPassword after = start(NONE_SET);

        assertThat(shown()).isNotEqualTo(before);
        assertThat(after.matches(before)).isFalse();
    }

    @Test
    void isTheOneOfTheSettingsWhereThereIsOne() {
        AdminPassword password = start("hrcamel.console.password=from the settings");

        assertThat(password.matches("from the settings")).isTrue();
        assertThat(password.matches("from the setting")).isFalse();
        assertThat(terminal.size()).isZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void staysRightAndWrongHoweverOftenItIsGiven() {
        AdminPassword password = start("hrcamel.console.password=right");
        for (int i = 0; i < 3; i++) {
            assertThat(password.matches("right")).isTrue();
            assertThat(password.matches("wrong")).isFalse();
        }
    }

    @Test
    void saysWhatToDoWithAFileThatCannotBeRead() throws IOException {
        Files.createDirectories(file.getParent());
        for (String text : new String[] {"", "v2:1:a:b", "v1:100000:AAAA:AAAA", "v1:x:y:z"}) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> start(NONE_SET))
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("delete it");
        }
    }
}
