package org.hrcamel.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real Chromium without a window, with an empty profile, which ends with the test. Where it is not installed, tests are skipped:
 * {@code apt-get install chromium chromium-driver}.
 */
public final class Browser implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    /** Where to put pictures for the guides; without it none are taken. */
    private static final Optional<Path> SCREENSHOTS =
            Optional.ofNullable(System.getProperty("hrcamel.screenshots")).map(Path::of);

    private static final List<Path> BROWSERS =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final List<Path> DRIVERS =
            List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/lib/chromium-browser/chromedriver"));

    /** Warns that it does not know this Chromium's debugging protocol, which nothing here uses. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private final Path profile;
    private final ChromeDriverService service;
    private final ChromeDriver driver;

    private Browser(Path chromium, Path chromedriver) {
        try {
            profile = Files.createTempDirectory("hrcamel-browser-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1400,900",
                "--user-data-dir=" + profile);
        driver = new ChromeDriver(service, options);
    }

    /** Opens one, or skips the test where there is none. */
    public static Browser open() {
        Optional<Path> chromium = BROWSERS.stream().filter(Files::isExecutable).findFirst();
        Optional<Path> chromedriver =
                DRIVERS.stream().filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "Skipped: there is no Chromium with its driver; apt-get install chromium chromium-driver");
        return new Browser(chromium.get(), chromedriver.get());
    }

    public void go(String url) {
        driver.get(url);
    }

    /** For what is not here. */
    public ChromeDriver driver() {
        return driver;
    }

    /** The element, once it can be seen. */
    public WebElement see(By where) {
        return await().until(ExpectedConditions.visibilityOfElementLocated(where));
    }

    /** An element with this very text, once it can be seen. */
    public WebElement seeText(String text) {
        return see(By.xpath("//*[normalize-space(text())='" + text + "']"));
    }

    public void click(By where) {
        await().until(ExpectedConditions.elementToBeClickable(where)).click();
    }

    public List<WebElement> all(By where) {
        return driver.findElements(where);
    }

    /** Waits for anything else. */
    public WebDriverWait await() {
        return new WebDriverWait(driver, LONGEST_WAIT, Duration.ofMillis(100));
    }

    public String path() {
        return driver.getCurrentUrl().replaceFirst("https?://[^/]+", "");
    }

    /** What Chromium wrote to its console since this was asked last, such as what a Content-Security-Policy kept from happening. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Fills in the login page, which is open. */
    public void login(String password) {
        WebElement field = see(By.id("password"));
        field.clear();
        field.sendKeys(password);
        click(By.cssSelector("button[type=submit]"));
    }

    /** A window as wide as a phone's, or as a desk's. */
    public Browser sized(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        return this;
    }

    /** A picture for the guides, if they are to be made anew: {@code -Dhrcamel.screenshots=docs/images}. */
    public void screenshot(String name) {
        if (SCREENSHOTS.isPresent()) {
            screenshot(SCREENSHOTS.get().resolve(name + ".png"));
        }
    }

    public void screenshot(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } finally {
            service.stop();
            delete(profile);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException | UncheckedIOException gone) {
            // Chromium's last helper may still be tidying up; the folder is a temporary one.
        }
    }
}
