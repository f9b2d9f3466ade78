package org.hrcamel.console;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogType;

class HawtioInBrowserTest {

    @Test
    void probe(@TempDir Path directory) throws Exception {
        try (Browser browser = Browser.open();
                RunningConsole console = new RunningConsole(directory, 6)) {
            console.runAll();
            browser.go(console.url() + "/hawtio/camel");
            browser.screenshot(Path.of("/tmp/w/hc-probe/1.png"));
            browser.login(RunningConsole.PASSWORD);
            Thread.sleep(8000);
            browser.screenshot(Path.of("/tmp/w/hc-probe/2.png"));
            System.err.println(browser.path());
            browser.driver().manage().logs().get(LogType.BROWSER).forEach(System.err::println);
            browser.go(console.url() + "/hawtio/quartz");
            Thread.sleep(6000);
            browser.screenshot(Path.of("/tmp/w/hc-probe/3.png"));
            System.err.println(browser.driver().findElement(By.tagName("body")).getText());
            browser.driver().manage().logs().get(LogType.BROWSER).forEach(System.err::println);
        }
    }
}
