package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hrcamel.runtime.LiveFolder.SMARTRECRUITERS;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.hrcamel.runtime.CapturedLog;
import org.hrcamel.runtime.HrCamelRuntime;
import org.hrcamel.runtime.Jmx;
import org.hrcamel.runtime.LiveFolder;
import org.hrcamel.sandbox.Faults;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.workflow.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets and people's data planted everywhere, everything run, failures included: then whatever the product tells is searched. */
class NothingPrivateIsToldTest {

    private static final int PEOPLE = 6;
    private static final String CONSOLE_PASSWORD = "planted-console-password";
    private static final String WRONG_TOKEN = "planted-wrong-token";
    private static final String MISSPELT_SECRET = "planted-under-a-misspelt-key";
    private static final String CALLBACK_TOKEN = "planted-callback-token";
    private static final String KEY = "workflow." + SMARTRECRUITERS + ".";

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(new CookieManager())
            .build();

    @TempDir
    private Path folder;

    @Test
    void nothingThatTheProductTellsHoldsASecretOrAPersonsData() throws Exception {
        Map<String, String> told = new LinkedHashMap<>();
        try (LiveFolder live = new LiveFolder(folder, PEOPLE, LiveFolder.ALL);
                CapturedLog log = new CapturedLog(Level.INFO)) {
            plant(live);
            HrCamelRuntime runtime = live.start();
            try (ProjectConsole console = ProjectConsole.start(live.project(), runtime)) {
                LiveFolder.ALL.forEach(workflow -> run(live, workflow, RunRequest.AS_SET));
                live.set(KEY + "connector_auth.x_smart_token", WRONG_TOKEN);
                await().until(() -> refused(live));
                live.set(KEY + "connector_auth.x_smart_tokne", MISSPELT_SECRET);
                await().until(() -> live.workflow(SMARTRECRUITERS).isBroken());

                told.put("JMX", Jmx.everything());
                tellHttp(told, console.url());
            }
            tellVerbs(told, live);
            told.put("the log", log.text());
            tellFiles(told);
        }
        assertThat(told.get("the log")).contains("failed at push", "failed at logics", "bad_origin_parameters");
        assertThat(told.get("JMX")).contains("org.hrcamel:type=workflow", "<route");
        assertThat(told.get("Jolokia")).contains("LastResult", SMARTRECRUITERS);
        assertThat(told.get("/metrics")).contains("hrcamel_items_total", "hrcamel_requests_total", SMARTRECRUITERS);
        told.forEach((where, text) -> assertThat(text).as(where).isNotBlank().doesNotContain(secrets()));
        told.forEach((where, text) -> {
            for (int person = 0; person < PEOPLE; person++) {
                assertThat(text).as(where).doesNotContain(personal(person));
            }
        });
    }

    private static void plant(LiveFolder live) {
        live.set("hrcamel.console.port", "0");
        live.set("hrcamel.console.password", CONSOLE_PASSWORD);
        live.set("connector.flatchr.earliest", "2024-01-01");
        for (String workflow : LiveFolder.ALL) {
            live.set("workflow." + workflow + ".incremental", "true");
            live.set(
                    "workflow." + workflow + ".logics[0]",
                    "jq:if (tostring | length) % 5 == 0 then error(tostring) else . end");
            live.set(
                    "workflow." + workflow + ".callback",
                    live.sandbox().server().root() + "/no-hook?token=" + CALLBACK_TOKEN);
        }
        String echo = "{\"code\":400,\"message\":\"" + String.join(" ", personal(0)) + "\"}";
        live.sandbox()
                .server()
                .faults()
                .answer(6, Faults.request("hrflow", "PUT /v1/profile/indexing"), Reply.json(400, echo))
                .answer(2, Faults.request("breezyhr", "PUT /v3/company"), Reply.json(400, echo))
                .answer(2, Faults.request("smartrecruiters", "GET /candidates/"), Reply.json(500, echo));
    }

    private static void run(LiveFolder live, String workflow, RunRequest request) {
        int before = live.results(workflow).size();
        live.operations().run(workflow, request);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> live.results(workflow).size() > before);
    }

    private static boolean refused(LiveFolder live) {
        run(live, SMARTRECRUITERS, RunRequest.AS_SET);
        return live.results(SMARTRECRUITERS).stream()
                .anyMatch(result -> result.reason().code().equals("bad_origin_parameters"));
    }

    private void tellHttp(Map<String, String> told, String url) throws Exception {
        told.put("/health", get(url + "/health"));
        told.put("/metrics", get(url + "/metrics"));
        told.put("the login", get(url + "/login"));
        told.put("a wrong login", post(url + "/login", "user=admin&password=" + CONSOLE_PASSWORD + "x"));
        await().until(() ->
                post(url + "/login", "user=admin&password=" + CONSOLE_PASSWORD).startsWith("30"));
        told.put("a missing page", get(url + "/workflows/none-of-this-name"));
        told.put("the page", get(url + "/"));
        for (String workflow : LiveFolder.ALL) {
            told.put("the page of " + workflow, get(url + "/workflows/" + workflow));
        }
        told.put("a post without its token", post(url + "/workflows/" + SMARTRECRUITERS + "/run", "x=1"));
        told.put("Jolokia", get(url + "/hawtio/jolokia/read/org.hrcamel:type=workflow,*"));
        told.put("Jolokia's refusal", get(url + "/hawtio/jolokia/exec/java.lang:type=Memory/gc"));
        told.put("Jolokia's error", get(url + "/hawtio/jolokia/read/org.hrcamel:type=none/Nothing"));
        told.put("Camel in Jolokia", get(url + "/hawtio/jolokia/read/org.apache.camel:type=routes,*"));
    }

    private String get(String url) throws Exception {
        return told(HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/html,*/*")
                .GET());
    }

    private String post(String url, String form) throws Exception {
        return told(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String told(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.headers().map() + "\n" + response.body();
    }

    private static void tellVerbs(Map<String, String> told, LiveFolder live) {
        String[] project = {
            "--config",
            live.settingsFile().toString(),
            "--routes",
            live.route("x").getParent().toString()
        };
        List<List<String>> verbs = new ArrayList<>(List.of(
                List.of("validate"),
                List.of("validate", "--format", "json"),
                List.of("list"),
                List.of("runs"),
                List.of("runs", "--json")));
        for (String workflow : LiveFolder.ALL) {
            verbs.add(List.of("describe", workflow));
            verbs.add(List.of("failures", workflow));
            verbs.add(List.of("failures", workflow, "--json"));
            verbs.add(List.of("state", "show", workflow));
            verbs.add(List.of("run", workflow));
        }
        for (List<String> verb : verbs) {
            Program.Call call = Program.call(
                    Stream.concat(verb.stream(), Stream.of(project)).toArray(String[]::new));
            told.put(String.join(" ", verb), call.exitCode() + call.out() + call.err());
        }
    }

    /** All but what the operator wrote himself. */
    private void tellFiles(Map<String, String> told) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                told.put(
                        file.getFileName().toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) + " ");
            }
        }
    }

    private String[] secrets() {
        try (LiveFolder any = new LiveFolder(folder.resolve("any"), 1, LiveFolder.ALL)) {
            Stream<String> credentials = any.sandbox().settings().entrySet().stream()
                    .filter(setting ->
                            setting.getKey().matches(".*(api_key|api_secret|client_secret|x_smart_token|password)"))
                    .map(Map.Entry::getValue);
            return Stream.concat(credentials, Stream.of(CONSOLE_PASSWORD, WRONG_TOKEN, MISSPELT_SECRET, CALLBACK_TOKEN))
                    .toArray(String[]::new);
        }
    }

    private static String[] personal(int index) {
        Person person = Population.person(index);
        return Stream.of(person.email(), person.phone(), person.linkedin())
                .filter(value -> value != null)
                .toArray(String[]::new);
    }
}
