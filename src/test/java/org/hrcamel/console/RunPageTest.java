package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hrcamel.runtime.LiveFolder.SMARTRECRUITERS;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.runtime.LiveFolder;
import org.hrcamel.runtime.Operations;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run page and its buttons over HTTP. */
class RunPageTest {

    private static final String PAGE = "/workflows/" + SMARTRECRUITERS;
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @TempDir
    private Path directory;

    private RunningConsole console;
    private LiveFolder live;

    @BeforeEach
    void start() {
        console = new RunningConsole(directory, 4);
        live = console.folder();
        send("/login", "user=admin&password=" + encoded(RunningConsole.PASSWORD));
    }

    @AfterEach
    void stop() {
        console.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path) {
        return sent(HttpRequest.newBuilder(URI.create(console.url() + path)).header("Accept", "text/html"));
    }

    private HttpResponse<String> send(String path, String form) {
        return sent(HttpRequest.newBuilder(URI.create(console.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Presses a button of the page; the page that comes then. */
    private String press(String action, String... more) {
        Matcher token = TOKEN.matcher(get(PAGE).body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> done =
                send(PAGE + "/" + action, "csrf=" + encoded(token.group(1)) + String.join("", more));
        assertThat(done.statusCode()).isEqualTo(303);
        return get(done.headers().firstValue("Location").orElseThrow()).body();
    }

    private void untilRuns(int runs) {
        await().until(() -> live.results(SMARTRECRUITERS).size() == runs);
    }

    @Test
    void aRunBeginsAndShowsAmongTheRuns() {
        assertThat(press("run")).contains("A run begins.");

        untilRuns(1);
        assertThat(get(PAGE).body()).contains("<td data-label=\"Written\" class=\"number\">4</td>");
        assertThat(get(PAGE + "/runs.json").body()).contains("\"written\":4", "\"status\":\"success\"");
        assertThat(get("/").body()).contains("4 written");
    }

    @Test
    void whatIsRefreshedTellsWhenTheRestOfThePageIsOutOfDate() {
        Pattern version = Pattern.compile("data-version=\"([^\"]+)\"");
        Function<String, String> versionOf = path -> version.matcher(get(path).body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        String before = versionOf.apply(PAGE);
        assertThat(versionOf.apply(PAGE + "/live")).isEqualTo(before);

        press("run");
        untilRuns(1);

        assertThat(versionOf.apply(PAGE + "/live")).isNotEqualTo(before).isEqualTo(versionOf.apply(PAGE));
        assertThat(get(PAGE + "/parts").body())
                .contains("<td data-label=\"Written\" class=\"number\">4</td>", "Run now")
                .doesNotContain("<html");
    }

    @Test
    void aDryRunShowsItsChangesAndWritesNothing() {
        live.sandbox().server().ledger().record();

        press("dry-run");

        untilRuns(1);
        assertThat(get(PAGE).body()).contains("What a run would change", "fields of <strong>4</strong> profiles");
        assertThat(live.sandbox().server().ledger().entries("hrflow"))
                .noneMatch(entry -> entry.line().startsWith("PUT"));
        assertThat(get(PAGE).body()).doesNotContain("A run began since");

        press("run");
        untilRuns(2);
        assertThat(get(PAGE).body()).contains("A run began since");
    }

    @Test
    void aRunUnderWayShowsHowFarItHasComeAndCanBeEndedEarly() {
        CountDownLatch goOn = new CountDownLatch(1);
        live.sandbox().server().faults().spoil(10, Faults.request("hrflow", "PUT /v1/profile/indexing"), reply -> {
            hold(goOn);
            return reply;
        });
        try {
            press("run");
            await().until(() -> live.workflow(SMARTRECRUITERS).running().isPresent());

            for (String path : List.of("/", PAGE, PAGE + "/live")) {
                assertThat(get(path).body()).contains("Run under way:", "aria-label=\"Items of the run\"");
            }
            assertThat(press("run")).contains("A run is under way already", "End the run early");
            assertThat(press("stop")).contains("The run ends as soon as the items on the way are finished.");
        } finally {
            goOn.countDown();
        }
        untilRuns(1);
        assertThat(get(PAGE).body()).contains("Run now").doesNotContain("Run under way:");
        assertThat(press("stop")).contains("No run is under way.");
    }

    private static void hold(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aPausedWorkflowSaysSoUntilItIsResumed() {
        assertThat(press("pause")).contains("Paused:", "phase paused");
        assertThat(live.workflow(SMARTRECRUITERS).paused()).isTrue();

        assertThat(press("resume")).contains("Resumed:", "phase scheduled");
        assertThat(live.workflow(SMARTRECRUITERS).paused()).isFalse();
    }

    @Test
    void failuresAreListedAndTriedAgainByTheNextRunOrNow() throws Exception {
        live.set("workflow." + SMARTRECRUITERS + ".logics", "jq:error(\"no\")");
        await().until(() -> {
            int before = live.results(SMARTRECRUITERS).size();
            press("run");
            untilRuns(before + 1);
            return live.operations().failures(SMARTRECRUITERS).size() == 4;
        });
        String reference = live.operations().failures(SMARTRECRUITERS).get(0).reference();
        assertThat(get(PAGE).body()).contains(reference, "logics", "Retry all now");

        assertThat(press("retry", "&reference=" + reference))
                .contains("1 failure will be tried again by the next run.");
        assertThat(press("retry", "&reference=nobody")).contains("Nothing to try again", "class=\"flash refused\"");
        int before = live.results(SMARTRECRUITERS).size();
        assertThat(press("retry", "&now=true")).contains("A run begins, which tries 4 failures again.");
        untilRuns(before + 1);
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() {
        HttpResponse<String> refused = send(PAGE + "/run", "csrf=guessed");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Nothing was done");
        assertThat(send(PAGE + "/pause", "").statusCode()).isEqualTo(403);
        assertThat(live.workflow(SMARTRECRUITERS).paused()).isFalse();
        assertThat(live.workflow(SMARTRECRUITERS).running()).isEmpty();
    }

    @Test
    void nobodySeesItWithoutALogin() throws Exception {
        HttpClient stranger = HttpClient.newHttpClient();
        for (String path : List.of("/", "/live", PAGE, PAGE + "/live", PAGE + "/parts", PAGE + "/runs.json")) {
            HttpResponse<String> answer = stranger.send(
                    HttpRequest.newBuilder(URI.create(console.url() + path))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/login");
        }
    }

    @Test
    void whatComesFromElsewhereIsTextAndNeverMarkup() {
        live.set(
                "workflow." + SMARTRECRUITERS + ".format",
                "jq:{tags: [{name: \"<img src=x>\", value: \"<script>alert(1)</script>\"}]}");
        await().until(() -> {
            int before = live.results(SMARTRECRUITERS).size();
            press("dry-run");
            untilRuns(before + 1);
            return get(PAGE).body().contains("alert(1)");
        });
        assertThat(get(PAGE).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert", "<img src=x>");
        assertThat(get("/workflows/%3Cscript%3Ealert(2)%3C%2Fscript%3E").body()).doesNotContain("<script>alert");
    }

    @Test
    void aFailureIsToldAsTextWhateverAVendorSaid() throws Exception {
        live.sandbox()
                .server()
                .faults()
                .answer(1, Faults.request("hrflow", "PUT /v1/profile/indexing"), Reply.json(400, "{\"code\":400}"));
        press("run");
        untilRuns(1);
        String database = "jdbc:sqlite:" + directory.resolve("data/hrcamel.db");
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update hrcamel_failures set message = '<script>alert(3)</script>'"))
                    .isOne();
        }

        for (String path : List.of(PAGE, PAGE + "/parts")) {
            assertThat(get(path).body())
                    .contains("&lt;script&gt;alert(3)&lt;/script&gt;", "refused by hrflow")
                    .doesNotContain("<script>alert");
        }
        assertThat(get("/").body()).contains("1 failure waits");
    }

    @Test
    void pagesRunNothingButTheirOwnScriptsAndAreNotKept() {
        HttpResponse<String> page = get(PAGE);

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).isEqualTo("no-store");
        assertThat(page.body()).doesNotContain(" style=", " onclick=");
    }

    @Test
    void filesOfThePagesAreNotSentAgainWhileTheyAreTheSame() {
        HttpResponse<String> first = get("/assets/chart.js");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = sent(HttpRequest.newBuilder(URI.create(console.url() + "/assets/chart.js"))
                .header("If-None-Match", tag));

        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(first.body()).contains("Chart.js v");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(get("/workflows/none").statusCode()).isEqualTo(404);
        assertThat(get(PAGE + "/none").statusCode()).isEqualTo(404);
    }

    @Test
    void aBrokenEditShowsWithItsPlaceOnBothPages() {
        live.save(
                SMARTRECRUITERS, live.text(SMARTRECRUITERS).replace("direct:hrflow-profile-update", "direct:nowhere"));
        await().until(() -> live.workflow(SMARTRECRUITERS).isBroken());

        for (String path : List.of("/", PAGE)) {
            assertThat(get(path).body())
                    .contains("the version before it does")
                    .containsPattern(SMARTRECRUITERS + "\\.camel\\.yaml:\\d+:\\d+: error");
        }
    }

    @Test
    void aStateThatCannotBeReadIsSaidAndThePageShowsTheRest() throws Exception {
        Path database = directory.resolve("data/hrcamel.db");
        Files.createDirectories(database.getParent());
        Files.writeString(database, "this is no database, but long enough to be looked at as one".repeat(100));

        assertThat(get(PAGE).body()).contains("hrcamel.db", "Run now");
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aRunOfAWorkflowThatIsNotEnabledIsRefusedInWords() {
        live.set("workflow." + SMARTRECRUITERS + ".enabled", "false");
        await().until(() -> !live.workflow(SMARTRECRUITERS).deployed());

        assertThat(get(PAGE).body())
                .contains("disabled>Run now</button>", "workflow." + SMARTRECRUITERS + ".enabled = true");
        assertThat(press("run")).contains("It cannot run: it is not enabled", "class=\"flash refused\"");
        assertThat(live.operations().run(SMARTRECRUITERS, org.hrcamel.workflow.RunRequest.AS_SET))
                .isEqualTo(Operations.Started.NOT_DEPLOYED);
    }
}
