package org.hrcamel.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.StepBeans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.impl.SchedulerRepository;

/** What Camel would stumble over in a route file, told at once and each with its place. */
class RouteBuildTest {

    private static final String FILE = "routes/own.camel.yaml";

    @TempDir
    private Path folder;

    private ProjectFolder written;

    @BeforeEach
    void write() throws IOException {
        written = new ProjectFolder(folder).settings("acme.url = https://example.com\n");
    }

    private List<String> problems(String route) throws IOException {
        return written.route("own", route).problemsOf(FILE);
    }

    @Test
    void optionsThatAComponentDoesNotHaveAndValuesThatTheyCannotHave() throws IOException {
        assertThat(problems("""
                - route:
                    id: own
                    from:
                      uri: quartz:acme/own
                      parameters:
                        cron: 0 0 3 * * ?
                        statefull: true
                        stateful: maybe
                      steps:
                        - to: log:seen?showAl=true&level=LOUD
                        - to: direct:own2?timeout=long
                        - to: http:localhost?responseTimeout=5s&soTimeout=1
                - from:
                    uri: direct:own2
                    steps:
                      - log: "two"
                - from:
                    uri: timer:t
                    parameters:
                      period: soon
                    steps:
                      - to: timer:t
                      - log: "three"
                """))
                .containsExactly(
                        "7:9: error: quartz has no option statefull; did you mean stateful?",
                        "8:9: error: stateful = maybe is neither true nor false",
                        "10:24: error: log has no option showAl; did you mean showAll?",
                        "10:36: error: level = LOUD is not one of TRACE, DEBUG, INFO, WARN, ERROR, OFF",
                        "11:27: error: timeout = long is neither a whole number nor a span of time such as 30s",
                        "12:30: error: responseTimeout = 5s is not a whole number",
                        "20:7: error: period = soon is not a span of time such as 30s",
                        "22:13: error: timer can only be the start of a route");
    }

    /** Camel's own description of its components is stricter than Camel is. */
    @Test
    void whatCamelTakesIsNotRefused() throws IOException {
        written.settings("acme.host = example.com\nacme.flag = true\n");
        assertThat(problems("""
                - onException:
                    exception: [java.io.IOException]
                    handled: {constant: "true"}
                    steps:
                      - log: "io {{acme.host}}"
                - routeTemplate:
                    id: template
                    parameters: [{name: what}]
                    from:
                      uri: "direct:{{what}}"
                      steps: [{log: "{{what}}"}]
                - route:
                    id: own
                    errorHandler:
                      deadLetterChannel: {deadLetterUri: "seda:dead"}
                    from:
                      uri: quartz:acme/own
                      parameters:
                        cron: "0 0/5 * ? * MON-FRI"
                        trigger.timeZone: Europe/Paris
                        durableJob: "{{acme.flag}}"
                      steps:
                        - to: "direct:own2?timeout=5s"
                        - toD: "direct:${header.next}"
                        - to: "http://{{acme.host}}/a?customer=7&httpMethod=POST"
                        - to: {uri: "https://example.com", parameters: {authPassword: "RAW(p&w)", responseTimeout: 5000}}
                        - to: "file:nowhere?readLockTimeout=5s&fileName=${header.x}&fileExist=Append"
                        - poll: {uri: "scheduler:s?delay=3s", timeout: 10}
                        - choice:
                            when: [{simple: "${body} contains 'a'", steps: [{stop: {}}]}]
                            otherwise: {steps: [{log: {message: "o", loggingLevel: WARN}}]}
                        - doTry:
                            steps: [{throttle: {constant: 3}}]
                            doCatch: [{exception: [java.lang.Exception], steps: [{log: "c"}]}]
                            doFinally: {steps: [{log: "f"}]}
                        - bean: {ref: java.util.ArrayList, method: clear}
                        - split: {tokenize: {token: ","}, streaming: true, steps: [{unmarshal: {json: {}}}]}
                - from:
                    uri: direct:own2?block=true
                    steps:
                      - log: "two"
                """)).isEmpty();
    }

    @Test
    void anHttpOptionThatIsNearlyOneIsWarnedOfSinceItWouldBeSent() throws IOException {
        assertThat(problems("""
                - from:
                    uri: direct:own
                    steps:
                      - to: "https://example.com/x?throwExceptionOnFailur=false&customer=7"
                """))
                .containsExactly(
                        "4:36: warning: throwExceptionOnFailur is no option of https, so it is sent as a query parameter;"
                                + " did you mean throwExceptionOnFailure?");
    }

    @Test
    void aCronThatIsNone() throws IOException {
        assertThat(problems("""
                - from:
                    uri: quartz:acme/own?cron=0+0+25+*+*+?
                    steps:
                      - log: "x"
                """))
                .containsExactly(
                        "2:26: error: cron is no Quartz cron expression: Hour values must be between 0 and 23");
    }

    @Test
    void placeholdersWithoutAValueAndThoseThatAreSecretsButNotThoseOfComments() throws IOException {
        written.settings("""
                acme.url = https://example.com
                acme.nested = {{acme.gone}}
                hrcamel.state.password = {{env:NO_SUCH_VARIABLE}}
                """);
        assertThat(problems("""
                # {{of.a.comment}}
                - from:
                    uri: direct:own
                    steps:
                      - to: "{{acme.ulr}}/x"   # {{of.another}}
                      - setBody:
                          simple: "{{acme.nested}} {{?optional}} {{with.default:7}} {{env:NO_SUCH_VARIABLE}}"
                      - setHeader:
                          name: password
                          constant: "{{hrcamel.state.password}}"
                """))
                .containsExactly(
                        "5:14: error: {{acme.ulr}} names no setting; did you mean acme.url?",
                        "7:20: error: {{acme.gone}} names no setting",
                        "7:69: error: the environment variable NO_SUCH_VARIABLE is not set",
                        "10:22: error: {{hrcamel.state.password}} is a secret, which a route must not hold: the console would"
                                + " show it");
    }

    @Test
    void everyStepThatCannotBeMadeAlsoWithinOthers() throws IOException {
        assertThat(problems("""
                - from:
                    uri: direct:own
                    steps:
                      - choice:
                          when:
                            - simple: "${body} == 1"
                              steps:
                                - to: nosuch:thing
                                - bean:
                                    ref: gone
                          otherwise:
                            steps:
                              - setBody:
                                  simple: "${body"
                      - split:
                          simple: "${body}"
                          executorService: nobody
                          steps:
                            - setHeader: {name: a, language: {language: latin, expression: x}}
                            - throwException: {exceptionType: com.acme.Gone, message: m}
                """))
                .containsExactly(
                        "8:23: error: there is no component nosuch",
                        "10:26: error: there is no bean gone",
                        "14:28: error: the simple expression is malformed: expected symbol functionEnd but was eol at"
                                + " location 5",
                        "17:28: error: there are no threads nobody; a workflow's threads are named as the workflow",
                        "19:57: error: there is no language latin",
                        "20:47: error: there is no class com.acme.Gone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [                | 6:1: error: expected the node content, but found '<stream end>'
                    "open            | 6:1: error: found unexpected end of stream
                    a: b: c          | 5:12: error: mapping values are not allowed here
                    {a: b            | 6:1: error: expected ',' or '}', but got <stream end>
                    *nobody          | 5:11: error: found undefined alias nobody
                    """)
    void whatIsNoYamlIsToldInTheParsersWordsAndWithoutALineOfTheFile(String text, String told) throws IOException {
        assertThat(problems("""
                - from:
                    uri: timer:x
                    steps:
                      - log: "x"
                  secret: %s
                """.formatted(text))).containsExactly(told);
    }

    @Test
    void theMistakesOfOneFileDoNotHideThoseOfAnother() throws IOException {
        written.route("other", """
                - from:
                    uri: timer:x?perio=5
                    steps:
                      - log: "x"
                """);
        problems("""
                - from:
                    uri: timer:x?perio=5
                    steps:
                      - log: "x"
                """);
        assertThat(written.problems().stream().filter(problem -> problem.contains("perio")))
                .containsExactly(
                        "routes/other.camel.yaml:2:18: error: timer has no option perio; did you mean period?",
                        "routes/own.camel.yaml:2:18: error: timer has no option perio; did you mean period?");
    }

    @Test
    void beansOfTheFileItselfAndOfAnotherFileAreThere() throws IOException {
        written.route("beans", """
                - beans:
                    - name: shared
                      type: java.util.ArrayList
                """);
        assertThat(problems("""
                - beans:
                    - name: mine
                      type: java.util.ArrayList
                - from:
                    uri: direct:own
                    steps:
                      - bean: {ref: mine, method: clear}
                      - bean: {ref: shared, method: clear}
                """)).isEmpty();
    }

    @Test
    void aScheduleThatIsWrongIsToldInTheSettingsAlone() throws IOException {
        written.shipped();
        String key = "workflow." + ProjectFolder.JAZZHR + ".schedule";
        written.settings(Files.readString(Path.of("application.properties"))
                .replace(key + " = 0 0/15 * * * ?", key + " = now and then"));
        assertThat(written.problemsOf("routes/" + ProjectFolder.JAZZHR + ".camel.yaml"))
                .isEmpty();
        assertThat(written.problems())
                .filteredOn(problem -> problem.contains(key + " "))
                .hasSize(1);
    }

    @Test
    void aFileThatIsNoWorkflowForAMistakeFindsItsScheduleAllTheSame() throws IOException {
        ProjectFolder written = new ProjectFolder(folder).shipped();
        written.route(
                ProjectFolder.JAZZHR,
                written.shippedRoute(ProjectFolder.JAZZHR)
                        .replace("direct:jazzhr-applicants", "direct:jazzhr-aplicants"));
        assertThat(written.problemsOf("routes/" + ProjectFolder.JAZZHR + ".camel.yaml"))
                .containsExactly(
                        "3:9: error: no step calls a connector's pull",
                        "15:25: error: there is no endpoint direct:jazzhr-aplicants; did you mean direct:jazzhr-applicants?");
    }

    @Test
    void whatIsShippedCanBeBuilt() throws IOException {
        Project project = written.shipped().project();
        assertThat(project.files()).hasSize(5);
        for (RouteFile file : project.files()) {
            assertThat(RouteBuild.problems(project, file)).as(file.name()).isEmpty();
        }
    }

    @Test
    void anEditOfAFileThatRunsIsBuiltForTrialToo() throws IOException {
        String text = written.shipped().shippedRoute(ProjectFolder.JAZZHR).replace("stateful: true", "stateful: maybe");
        written.route(ProjectFolder.JAZZHR, text);
        Project project = written.project();
        List<Problem> problems =
                FileProblems.of(project, project.file(ProjectFolder.JAZZHR).orElseThrow());
        assertThat(problems)
                .anySatisfy(
                        problem -> assertThat(problem.toString()).contains(".camel.yaml:11:9: ", "stateful = maybe"));
    }

    @Test
    void aRunningProcessNoticesNothing() throws Exception {
        written.shipped();
        problems("""
                - from:
                    uri: file:%s/inbox
                    steps:
                      - split: {simple: "${body}", parallelProcessing: true, steps: [{to: seda:somewhere}]}
                      - to: http:localhost:1
                """.formatted(folder));
        Project project = written.project();
        RouteFile own = project.file("own").orElseThrow();
        RouteFile jazzhr = project.file(ProjectFolder.JAZZHR).orElseThrow();
        try (DefaultCamelContext live = new DefaultCamelContext()) {
            StepBeans.ALL.forEach(live.getRegistry()::bind);
            live.start();
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            int schedulers = SchedulerRepository.getInstance().lookupAll().size();

            for (int i = 0; i < 20; i++) {
                assertThat(RouteBuild.problems(project, own)).isEmpty();
                assertThat(RouteBuild.problems(project, jazzhr)).isEmpty();
            }

            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(Thread::isAlive)
                            .filter(thread -> !before.contains(thread)))
                    .isEmpty();
            assertThat(SchedulerRepository.getInstance().lookupAll()).hasSize(schedulers);
            assertThat(live.getRegistry().lookupByName("item")).isSameAs(StepBeans.ALL.get("item"));
            assertThat(live.isStarted()).isTrue();
        }
        assertThat(folder.resolve("inbox")).doesNotExist();
    }
}
