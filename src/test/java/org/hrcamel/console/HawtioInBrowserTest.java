package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hrcamel.runtime.LiveFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** What an operator sees of the five workflows in Hawtio, after each of them ran once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HawtioInBrowserTest {

    private static final int PROFILES = 5;
    private static final String ROUTES = "org.apache.camel-CamelContexts-hrcamel-routes-";

    private RunningConsole console;

    @BeforeAll
    void runEachWorkflowOnce(@TempDir Path directory) {
        console = new RunningConsole(directory, PROFILES);
        console.runAll();
    }

    @AfterAll
    void close() {
        console.close();
    }

    private Browser loggedIn(String path) {
        Browser browser = Browser.open();
        browser.go(console.url() + path);
        browser.login(RunningConsole.PASSWORD);
        return browser;
    }

    @Test
    void asksForThePasswordAndRefusesAWrongOne() {
        try (Browser browser = Browser.open()) {
            browser.go(console.url() + "/hawtio/camel");
            assertThat(browser.path()).startsWith("/login?to=");

            browser.login("not the password");

            assertThat(browser.see(By.cssSelector("[role=alert]")).getText()).isEqualTo("User or password is wrong.");
            browser.go(console.url() + "/hawtio/quartz");
            assertThat(browser.see(By.id("password")).isDisplayed()).isTrue();
        }
    }

    @Test
    void drawsTheRouteOfEachWorkflowWithTheCountersOfItsSteps() {
        try (Browser browser = loggedIn("/hawtio/camel")) {
            browser.sized(1500, 1000);
            for (String workflow : LiveFolder.ALL) {
                String name = workflow.equals("hrflow-update-profiles-in-breezyhr")
                        ? "breezyhr"
                        : workflow.substring(0, workflow.indexOf('-'));
                WebElement entry = browser.see(By.id(ROUTES + workflow + "-folder"));
                entry.findElement(By.cssSelector(".pf-v6-c-tree-view__node")).click();

                assertThat(counted(browser, name + "-each")).as(workflow).isEqualTo(1);
                assertThat(counted(browser, name + "-format")).as(workflow).isEqualTo(PROFILES);
                assertThat(counted(browser, name + "-push")).as(workflow).isEqualTo(PROFILES);
                if (workflow.startsWith("jazzhr")) {
                    browser.screenshot("hawtio");
                }
            }
            assertThat(browser.complaints()).noneMatch(line -> line.contains("Content Security Policy"));
        }
    }

    /** How often a step of the diagram was passed, as it stands in its box; the first number there is of failures. */
    private static long counted(Browser browser, String step) {
        Function<Object, Long> find = ignored -> {
            for (WebElement box : browser.all(By.cssSelector(".react-flow__node"))) {
                List<String> lines = box.getText().lines().toList();
                // The numbers come a moment after the boxes.
                if (lines.contains("(ID: " + step + ")") && lines.get(1).matches("\\d+")) {
                    return Long.valueOf(lines.get(1));
                }
            }
            return null;
        };
        return browser.await()
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "no step " + step + " in the diagram, which has "
                        + browser.all(By.cssSelector(".react-flow__node")).stream()
                                .map(WebElement::getText)
                                .collect(Collectors.joining(" | ")))
                .until(find);
    }

    @Test
    void listsTheScheduleOfEachWorkflow() {
        try (Browser browser = loggedIn("/hawtio/quartz/triggers")) {
            for (String workflow : LiveFolder.ALL) {
                assertThat(browser.see(By.xpath("//td[starts-with(normalize-space(.), '" + workflow + "')]"))
                                .isDisplayed())
                        .isTrue();
            }
            browser.screenshot("hawtio-quartz");
        }
    }

    @Test
    void offersNoWayToOtherPrograms() {
        try (Browser browser = loggedIn("/hawtio/camel")) {
            browser.see(By.id(ROUTES + "jazzhr-update-profiles-in-hrflow-folder"));
            assertThat(browser.all(By.cssSelector(".pf-v6-c-page__sidebar .pf-v6-c-nav__item")).stream()
                            .map(WebElement::getText))
                    .containsExactly("Camel", "JMX", "Quartz", "Runtime");
        }
    }
}
