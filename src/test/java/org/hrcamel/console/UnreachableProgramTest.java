package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

class UnreachableProgramTest {

    @Test
    void aPageThatStandsStillSaysSo(@TempDir Path directory) {
        try (Browser browser = Browser.open()) {
            try (RunningConsole console = new RunningConsole(directory, 1)) {
                browser.go(console.url() + "/");
                browser.login(RunningConsole.PASSWORD);
                browser.see(By.linkText("Hawtio"));
            }

            assertThat(browser.see(By.cssSelector("[role=alert]")).getText()).contains("The program does not answer");
        }
    }
}
