package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrcamel.sandbox.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmxAccessTest {

    private static final String[] BASIC = OpenedConsole.basic(OpenedConsole.PASSWORD);
    private static final String CONTEXT = "org.apache.camel:context=hrcamel,type=context,name=%22hrcamel%22";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec/" + CONTEXT + "/stop()",
                "exec/" + CONTEXT + "/sendStringBody/direct:a/b",
                "exec/" + CONTEXT + "/createEndpoint/file:a",
                "exec/" + CONTEXT + "/addOrUpdateRoutesFromXml/a",
                "exec/" + CONTEXT + "/getProperty/a",
                "exec/org.apache.camel:type=routes,name=a/stop()",
                "exec/org.apache.camel:type=routes,name=a/remove()",
                "exec/org.apache.camel:type=routes,name=a/updateRouteFromXml/a",
                "exec/org.apache.camel:type=tracer,name=BacklogTracer/dumpAllTracedMessagesAsXml()",
                "read/org.apache.camel:type=tracer,name=BacklogTracer/Enabled",
                "read/org.apache.camel:type=routes,name=a/LastError",
                "exec/quartz:type=QuartzScheduler,name=a,instance=b/deleteJob/a/b",
                "exec/quartz:type=QuartzScheduler,name=a,instance=b/scheduleBasicJob/a/b",
                "exec/quartz:type=QuartzScheduler,name=a,instance=b/shutdown",
                "exec/java.lang:type=Memory/gc",
                "exec/java.lang:type=Threading/resetPeakThreadCount",
                "write/java.lang:type=Memory/Verbose/true",
                "read/java.lang:type=Runtime/SystemProperties",
                "read/java.lang:type=Runtime/SystemProperties/java.home",
                "read/java.lang:type=Runtime/InputArguments",
                "read/*:type=Runtime/SystemProperties",
                "exec/com.sun.management:type=HotSpotDiagnostic/dumpHeap/a/true",
                "read/com.sun.management:type=HotSpotDiagnostic/DiagnosticOptions",
                "exec/com.sun.management:type=DiagnosticCommand/vmSystemProperties",
                "exec/jdk.management.jfr:type=FlightRecorder/newRecording",
                "exec/java.util.logging:type=Logging/setLoggerLevel/a/b",
                "read/java.util.logging:type=Logging/LoggerNames",
                "exec/org.apache.logging.log4j2:type=a/setConfigText/a/b",
                "read/JMImplementation:type=MBeanServerDelegate/MBeanServerId",
                "exec/org.hrcamel:type=workflow,name=a/anythingElse",
                "exec/org.hrcamel:type=workflow,name=a/pauseAll",
            })
    void refusesWhateverIsNotListed(String request) {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            RawHttp.Answer answer = console.get("/hawtio/jolokia/" + request, BASIC);

            assertThat(answer.status()).as(answer.text()).isEqualTo(403);
            assertThat(answer.json().path("status").asInt()).isEqualTo(403);
            assertThat(answer.json().has("value")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read/java.lang:type=Memory/HeapMemoryUsage",
                "read/java.lang:type=Runtime/Uptime",
                "read/java.nio:type=BufferPool,name=direct/Count",
                "exec/java.lang:type=Threading/findDeadlockedThreads",
                "list",
                "version"
            })
    void letsThrough(String request) {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            RawHttp.Answer answer = console.get("/hawtio/jolokia/" + request, BASIC);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("status").asInt()).as(answer.text()).isEqualTo(200);
        }
    }

    @Test
    void showsNoMBeanThatIsNotItsBusiness() {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            JsonNode domains = console.get("/hawtio/jolokia/list", BASIC).json().path("value");
            JsonNode found =
                    console.get("/hawtio/jolokia/search/*:*", BASIC).json().path("value");

            assertThat(domains.has("java.lang")).isTrue();
            assertThat(domains.fieldNames())
                    .toIterable()
                    .isSubsetOf("java.lang", "java.nio", "org.apache.camel", "quartz", "org.hrcamel");
            assertThat(found).isNotEmpty().noneMatch(name -> name.asText().startsWith("com.sun.management"));
        }
    }

    @Test
    void hidesSecretsAlsoWhenEverythingIsReadAtOnce() {
        String secret = "planted-" + getClass().getSimpleName();
        System.setProperty("hrcamel.test.planted", secret);
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            String all = console.get("/hawtio/jolokia/read/*:*?ignoreErrors=true", BASIC)
                    .text();
            String one = console.get("/hawtio/jolokia/read/java.lang:type=Runtime?ignoreErrors=true", BASIC)
                    .text();

            assertThat(one).contains("VmName").doesNotContain(secret);
            assertThat(all).doesNotContain(secret);
        } finally {
            System.clearProperty("hrcamel.test.planted");
        }
    }

    @Test
    void tellsABrowserInTheAnswerAloneBecauseHawtioWouldLogOut() {
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            String[] session = console.session();
            RawHttp.Answer answer = console.post(
                    "/hawtio/jolokia",
                    "{\"type\":\"exec\",\"mbean\":\"java.lang:type=Memory\",\"operation\":\"gc\"}",
                    session[0],
                    session[1],
                    "Content-Type",
                    "text/json",
                    "Sec-Fetch-Site",
                    "same-origin");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("status").asInt()).isEqualTo(403);
        }
    }

    @Test
    void takesNoRequestThatAFormOrAScriptTagOfAnotherSiteCouldMake() {
        String request = "{\"type\":\"version\"}";
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
                assertThat(console.post("/hawtio/jolokia", request, BASIC[0], BASIC[1], "Content-Type", type)
                                .status())
                        .isEqualTo(415);
            }
            assertThat(console.get("/hawtio/jolokia/version?callback=steal", BASIC)
                            .status())
                    .isEqualTo(403);
            assertThat(console.post(
                                    "/hawtio/jolokia",
                                    request,
                                    BASIC[0],
                                    BASIC[1],
                                    "Content-Type",
                                    "application/json; charset=utf-8")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void tellsHawtioBeforehandWhatItWillRefuse() {
        String asked = """
                {"type":"exec","mbean":"org.hrcamel:type=security,area=jmx","operation":"canInvoke(java.util.Map)","arguments":[
                 {"java.lang:type=Memory":["gc()"],"java.lang:type=Threading":["dumpAllThreads(boolean,boolean)"]}]}""";
        try (OpenedConsole console = new OpenedConsole(folder, List.of())) {
            JsonNode answer = console.post(
                            "/hawtio/jolokia", asked, BASIC[0], BASIC[1], "Content-Type", "application/json")
                    .json()
                    .path("value");

            assertThat(answer.at("/java.lang:type=Memory/gc()/CanInvoke").asBoolean(true))
                    .isFalse();
            assertThat(answer.at("/java.lang:type=Threading/dumpAllThreads(boolean,boolean)/CanInvoke")
                            .asBoolean(false))
                    .isTrue();
        }
    }

    @Test
    void theGuideListsWhatIsLetThrough() throws IOException {
        String guide = Files.readString(Path.of("docs/console.md"));
        for (JmxAccess.Operations allowed : JmxAccess.OPERATIONS) {
            assertThat(guide.lines())
                    .anyMatch(line -> line.startsWith("| `" + allowed.mbeans() + "` |")
                            && allowed.names().stream().allMatch(name -> line.contains("`" + name + "`"))
                            && line.split("`").length / 2 == allowed.names().size() + 1);
        }
    }
}
