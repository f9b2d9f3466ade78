package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hrcamel.runtime.LiveFolder.GREENHOUSE;
import static org.hrcamel.runtime.LiveFolder.SMARTRECRUITERS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hrcamel.runtime.LiveFolder;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.workflow.RunRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** The pages by the rules of WCAG 2.2, level AA, as far as a machine can tell: contrast, names, headings, landmarks, labels. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageAccessibilityTest {

    private static final String FLATCHR = "flatchr-update-profiles-in-hrflow";
    private static final String JAZZHR = "jazzhr-update-profiles-in-hrflow";
    private static final String BREEZY = "hrflow-update-profiles-in-breezyhr";
    private static final List<String> PAGES = List.of(
            "/",
            "/workflows/" + SMARTRECRUITERS,
            "/workflows/" + GREENHOUSE,
            "/workflows/" + FLATCHR,
            "/workflows/" + JAZZHR,
            "/workflows/no-such");

    private RunningConsole console;

    /** One workflow in each state that a page shows. */
    @BeforeAll
    void operate(@TempDir Path directory) {
        console = new RunningConsole(directory, 3);
        LiveFolder folder = console.folder();
        folder.sandbox()
                .server()
                .faults()
                .answer(2, Faults.request("hrflow", "PUT /v1/profile/indexing"), Reply.json(400, "{\"code\":400}"));
        console.runtime().run(SMARTRECRUITERS, RunRequest.AS_SET);
        console.runtime().run(SMARTRECRUITERS, RunRequest.DRY_RUN);
        console.runtime().run(BREEZY, RunRequest.AS_SET);
        folder.save(GREENHOUSE, folder.text(GREENHOUSE).replace("direct:hrflow-profile-update", "direct:nowhere"));
        folder.set("workflow." + FLATCHR + ".enabled", "false");
        folder.operations().pause(JAZZHR);
        await().until(() -> folder.workflow(GREENHOUSE).isBroken()
                && !folder.workflow(FLATCHR).deployed());
    }

    @AfterAll
    void close() {
        console.close();
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 360", "dark, 360"})
    void canBeReadAndUsedByEverybody(String scheme, int width) {
        try (Browser browser = Browser.open()) {
            look(browser, scheme, width);
            browser.go(console.url() + "/login");
            browser.see(By.tagName("h1"));
            assertThat(mistakes(browser)).isEmpty();

            browser.login(RunningConsole.PASSWORD);
            browser.see(By.linkText("Hawtio"));
            for (String page : PAGES) {
                browser.go(console.url() + page);
                browser.see(By.tagName("h1"));
                assertThat(mistakes(browser)).as(page).isEmpty();
            }
        }
    }

    private static void look(Browser browser, String scheme, int width) {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** What is wrong, and with which element. */
    @SuppressWarnings("unchecked")
    private static List<String> mistakes(Browser browser) {
        browser.driver().executeScript(axe());
        return (List<String>) browser.driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
                  .then(result => done(result.violations.flatMap(rule => rule.nodes.map(node =>
                    rule.id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary.replace(/\\s+/g, ' ')))))
                  .catch(failure => done([String(failure)]));
                """);
    }

    private static String axe() {
        try (InputStream script = PageAccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
