package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hrcamel.runtime.LiveFolder.SMARTRECRUITERS;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hrcamel.runtime.LiveFolder;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.workflow.RunRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The run page in a real browser, after some runs and some failures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunPageInBrowserTest {

    private static final int PROFILES = 25;
    private static final int FAILING = 3;
    private static final int PHONE = 360;

    private RunningConsole console;

    @BeforeAll
    void runSeveralTimes(@TempDir Path directory) {
        console = new RunningConsole(directory, PROFILES);
        LiveFolder folder = console.folder();
        for (String workflow : LiveFolder.ALL) {
            folder.set("workflow." + workflow + ".incremental", "true");
        }
        console.runAll();
        for (int i = 0; i < 6; i++) {
            for (int edits = 0; edits < 3 + i; edits++) {
                folder.sandbox().editSomebody();
            }
            run(RunRequest.AS_SET);
        }
        folder.sandbox()
                .server()
                .faults()
                .answer(
                        FAILING,
                        Faults.request("hrflow", "PUT /v1/profile/indexing"),
                        Reply.json(400, "{\"code\":400}"));
        for (int edits = 0; edits < 9; edits++) {
            folder.sandbox().editSomebody();
        }
        run(RunRequest.AS_SET);
    }

    @AfterAll
    void close() {
        console.close();
    }

    private void run(RunRequest request) {
        int before = console.folder().results(SMARTRECRUITERS).size();
        console.folder().operations().run(SMARTRECRUITERS, request);
        await().until(() -> console.folder().results(SMARTRECRUITERS).size() > before);
    }

    private Browser loggedIn(String path) {
        Browser browser = Browser.open();
        browser.go(console.url() + path);
        browser.login(RunningConsole.PASSWORD);
        return browser;
    }

    private static void coloured(Browser browser, String scheme) {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private void dryRun() {
        for (int edits = 0; edits < 4; edits++) {
            console.folder().sandbox().editSomebody();
        }
        run(RunRequest.DRY_RUN);
    }

    private static void isWhole(Browser browser) {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.driver()
                        .executeScript(
                                "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("nothing stands out sideways")
                .isEqualTo(true);
    }

    @Test
    void showsEveryWorkflowAtAGlanceOnADeskAndOnAPhoneInTheLightAndInTheDark() {
        try (Browser browser = loggedIn("/")) {
            for (String workflow : LiveFolder.ALL) {
                assertThat(browser.seeText(workflow).isDisplayed()).isTrue();
            }
            browser.sized(1200, 1250).screenshot("run-page");
            for (String scheme : List.of("light", "dark")) {
                coloured(browser, scheme);
                browser.sized(1200, 900);
                isWhole(browser);
                browser.sized(PHONE, 800);
                isWhole(browser);
            }
        }
    }

    @Test
    void drawsTheLastRunsAsAChartAndTellsThemInATable() {
        try (Browser browser = loggedIn("/workflows/" + SMARTRECRUITERS)) {
            WebElement chart = browser.see(By.cssSelector("#chart[data-drawn]"));

            int runs = Integer.parseInt(chart.getDomAttribute("data-drawn"));
            assertThat(runs).isGreaterThanOrEqualTo(8);
            assertThat(browser.all(By.xpath("//section[h2[@id='runs']]//tbody/tr")))
                    .hasSize(runs);
            assertThat(browser.driver()
                            .executeScript(
                                    "const c = arguments[0];"
                                            + "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                                            + "return new Set(new Uint32Array(d.buffer)).size",
                                    chart))
                    .as("colours on the canvas")
                    .isInstanceOfSatisfying(
                            Long.class, colours -> assertThat(colours).isGreaterThan(5));
            browser.sized(1200, 800);
            browser.driver().executeScript("arguments[0].scrollIntoView()", browser.see(By.id("runs")));
            browser.screenshot("run-page-chart");
            isWhole(browser);
        }
    }

    @Test
    void aDryRunShowsProfileByProfileAndFieldByFieldWhatWouldChange() {
        dryRun();
        try (Browser browser = loggedIn("/workflows/" + SMARTRECRUITERS)) {
            WebElement field = browser.see(By.xpath("//table[@class='diff']//tr[th/code='info.phone']"));

            assertThat(field.findElement(By.cssSelector(".from")).getText()).startsWith("+");
            assertThat(field.findElement(By.cssSelector(".to")).getText())
                    .startsWith("+1777")
                    .isNotEqualTo(field.findElement(By.cssSelector(".from")).getText());
            browser.sized(1200, 1250).screenshot("run-page-dry-run");
            browser.sized(PHONE, 800);
            isWhole(browser);
        }
    }

    @Test
    void aDryRunIsAButtonAndItsResultShowsByItself() {
        try (Browser browser = loggedIn("/workflows/" + SMARTRECRUITERS)) {
            console.folder().sandbox().editSomebody();

            browser.click(By.xpath("//button[normalize-space()='Dry run']"));

            assertThat(browser.see(By.cssSelector(".flash")).getText()).startsWith("A dry run begins");
            assertThat(browser.see(By.cssSelector(".diff")).isDisplayed()).isTrue();
            assertThat(browser.see(By.cssSelector(".flash")).isDisplayed())
                    .as("the page was not loaded anew")
                    .isTrue();
        }
    }

    @Test
    void aRunThatSomebodyElseBeganShowsByItselfAndLeavesTheKeyboardWhereItIs() {
        try (Browser browser = loggedIn("/workflows/" + SMARTRECRUITERS)) {
            int runs = Integer.parseInt(
                    browser.see(By.cssSelector("#chart[data-drawn]")).getDomAttribute("data-drawn"));
            WebElement button = browser.see(By.xpath("//button[normalize-space()='Full run']"));
            browser.driver().executeScript("arguments[0].focus()", button);

            run(RunRequest.AS_SET);

            browser.see(By.cssSelector("#chart[data-drawn='" + (runs + 1) + "']"));
            assertThat(browser.all(By.xpath("//section[h2[@id='runs']]//tbody/tr")))
                    .hasSize(runs + 1);
            assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Full run");
            assertThat(browser.driver().findElement(By.id("news")).getDomProperty("textContent"))
                    .startsWith(SMARTRECRUITERS + ": scheduled; the last run: success");
            isWhole(browser);
        }
    }

    @Test
    void aFailureIsTriedAgainWithTheKeyboardAlone() throws Exception {
        int before = console.folder().operations().failures(SMARTRECRUITERS).size();
        assertThat(before).isPositive();
        try (Browser browser = loggedIn("/workflows/" + SMARTRECRUITERS)) {
            WebElement retry = browser.see(By.xpath("//button[normalize-space()='Retry all now']"));
            for (int tabs = 0;
                    tabs < 60 && !browser.driver().switchTo().activeElement().equals(retry);
                    tabs++) {
                browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            }
            assertThat(browser.driver().switchTo().activeElement()).isEqualTo(retry);

            retry.sendKeys(Keys.ENTER);

            assertThat(browser.see(By.cssSelector(".flash")).getText()).startsWith("A run begins, which tries");
        }
        await().untilAsserted(() -> assertThat(console.folder().operations().failures(SMARTRECRUITERS))
                .isEmpty());
    }
}
