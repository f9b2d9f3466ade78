package org.hrcamel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hrcamel.sandbox.Sandbox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn package} ships, unpacked as an operator would, and run. */
class DistributionIT {

    private static final Path ZIP = Path.of(System.getProperty("hrcamel.zip"));
    private static final String NAME = ZIP.getFileName().toString().replace(".zip", "");
    private static final String WORKFLOW = "smartrecruiters-update-profiles-in-hrflow";
    private static final Duration LONGEST = Duration.ofMinutes(4);

    @TempDir
    private static Path temporary;

    private static Path home;

    /** Where the program is called: neither its own folder nor the repository. */
    @TempDir
    private Path elsewhere;

    private ProcessBuilder builder;

    /** What one call answered. */
    private record Answer(int exitCode, String out, String err) {}

    @BeforeAll
    static void unpack() throws IOException {
        home = unpack(Files.createDirectory(temporary.resolve("a folder")));
    }

    private static Path unpack(Path folder) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(ZIP, Map.of("enablePosixFileAttributes", true));
                Stream<Path> entries = Files.walk(zip.getPath("/"))) {
            for (Path entry : entries.skip(1).toList()) {
                Path file = folder.resolve(entry.toString().substring(1));
                Files.copy(entry, file);
                Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(entry));
            }
        }
        return folder.resolve(NAME);
    }

    @BeforeEach
    void prepare() {
        builder = new ProcessBuilder().directory(elsewhere.toFile());
        builder.environment().keySet().removeAll(List.of("HRCAMEL_LOG_LEVEL", "CDPATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HRCAMEL_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Xshare:auto");
        builder.environment().put("HRCAMEL_CDS", "off");
    }

    private Answer call(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(Arrays.asList(arguments));
        Path out = temporary.resolve("out.txt");
        Path err = temporary.resolve("err.txt");
        Process process = builder.command(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Has not ended:\n" + Files.readString(err));
        }
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Answer hrcamel(String... arguments) throws IOException, InterruptedException {
        return call(home.resolve("bin/hrcamel"), arguments);
    }

    private static String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file)));
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void holdsWhatAnOperatorNeedsAndNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("data")))
                    .containsExactlyInAnyOrder(
                            "hrcamel.jar",
                            "lib",
                            "lib-ext",
                            "routes",
                            "application.properties",
                            "bin",
                            "systemd",
                            "Dockerfile",
                            "docs",
                            "README.md");
        }
        assertThat(home.resolve("lib-ext/README.md")).isNotEmptyFile();
        assertThat(home.resolve("docs/deploy.md")).isNotEmptyFile();
        assertThat(home.resolve("application.properties")).hasSameTextualContentAs(Path.of("application.properties"));
        assertThat(home.resolve("routes/" + WORKFLOW + ".camel.yaml"))
                .hasSameTextualContentAs(Path.of("routes", WORKFLOW + ".camel.yaml"));
    }

    @Test
    void holdsExactlyTheLibrariesThatTheJarNames() throws IOException {
        try (JarFile jar = new JarFile(home.resolve("hrcamel.jar").toFile());
                Stream<Path> libraries = Files.list(home.resolve("lib"))) {
            String named = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            assertThat(libraries.map(library -> "lib/" + library.getFileName()))
                    .containsExactlyInAnyOrder(named.split(" "));
        }
    }

    @Test
    void onlyItsProgramIsExecutable() throws IOException {
        assertThat(mode("bin/hrcamel")).isEqualTo("rwxr-xr-x");
        assertThat(mode("bin")).isEqualTo("rwxr-xr-x");
        assertThat(mode("hrcamel.jar")).isEqualTo("rw-r--r--");
        assertThat(mode("application.properties")).isEqualTo("rw-r--r--");
        assertThat(mode("routes/" + WORKFLOW + ".camel.yaml")).isEqualTo("rw-r--r--");
        assertThat(mode("systemd/hrcamel.service")).isEqualTo("rw-r--r--");
    }

    @Test
    void knowsItsVersionThroughALinkToALink() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(elsewhere.resolve("bin"));
        Files.createSymbolicLink(elsewhere.resolve("program"), home.resolve("bin/hrcamel"));
        Path link = Files.createSymbolicLink(folder.resolve("hrcamel"), Path.of("../program"));
        assertThat(call(link, "--version").out()).isEqualTo(NAME.replaceFirst("-", " ") + "\n");
    }

    @Test
    void listsItsOwnWorkflowsFromAnotherFolder() throws IOException, InterruptedException {
        Answer answer = hrcamel("list");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out().lines().filter(line -> line.contains("-update-profiles-in-")))
                .hasSize(5);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void writesUtf8WhereThereIsNoLocale() throws IOException, InterruptedException {
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        assertThat(hrcamel("list").out()).contains("HrFlow.ai → Breezy HR");
    }

    @Test
    void validatesItsOwnSettingsFromAnotherFolder() throws IOException, InterruptedException {
        Answer answer = hrcamel("validate", "--set", "workflow." + WORKFLOW + ".enabeld=true");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out() + answer.err()).contains("workflow." + WORKFLOW + ".enabled?");
    }

    @Test
    void takesTheSettingsAndRoutesOfTheFolderItIsCalledIn() throws IOException, InterruptedException {
        Files.writeString(elsewhere.resolve("application.properties"), "");
        Files.createDirectory(elsewhere.resolve("routes"));
        assertThat(hrcamel("list").err()).contains("There are no workflows in routes");
    }

    @Test
    void takesItsOwnRoutesForSettingsThatHaveNone() throws IOException, InterruptedException {
        Path settings = Files.writeString(elsewhere.resolve("mine.properties"), "");
        assertThat(hrcamel("list", "--config", settings.toString()).out()).contains(WORKFLOW);
    }

    @Test
    void showsTheDemo() throws IOException, InterruptedException {
        Answer answer = hrcamel("demo", "--once");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("hrflow-update-profiles-in-breezyhr");
    }

    @Test
    void runsAWorkflowAndKeepsItsStateBesideItsSettings() throws IOException, InterruptedException {
        try (Sandbox sandbox = new Sandbox(0, 5, Duration.ZERO)) {
            Answer answer = hrcamel(Program.with(sandbox.settings(), "run", WORKFLOW));
            assertThat(answer.exitCode()).as(answer.err()).isZero();
            JsonNode result = new ObjectMapper().readTree(answer.out());
            assertThat(result.path("events").path("write_success").asInt()).isEqualTo(5);
            assertThat(home.resolve("data/hrcamel.db")).isNotEmptyFile();
            assertThat(elsewhere).isEmptyDirectory();
        }
    }

    @Test
    void handsOptionsToJavaAndBecomesIt() throws IOException, InterruptedException {
        Process process = builder.command(home.resolve("bin/hrcamel").toString(), "sandbox")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.getInputStream().read())
                    .as("it prints its settings")
                    .isPositive();
            assertThat(process.info().command().orElseThrow()).endsWith("/java");
            assertThat(process.info().arguments().orElseThrow()).contains("-XX:TieredStopAtLevel=1", "-Xshare:auto");
            process.destroy();
            assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void startsWithAnArchiveOfClassesThatItMakesOnce() throws IOException, InterruptedException {
        // Of a path with blanks Java keeps no classes.
        Path program = unpack(elsewhere).resolve("bin/hrcamel");
        Path archives = elsewhere.resolve("an archive");
        Path loaded = elsewhere.resolve("loaded.txt");
        builder.environment().put("HRCAMEL_CDS", archives.toString());
        builder.environment().put("HRCAMEL_JAVA_OPTS", "-Xlog:class+load:file=" + loaded);

        Answer first = call(program, "run", WORKFLOW, "--dry-run");
        Answer second = call(program, "run", WORKFLOW, "--dry-run");

        assertThat(first.err()).contains("Preparing a faster start");
        assertThat(first.out().lines()).hasSize(1);
        assertThat(second.err()).doesNotContain("Preparing a faster start");
        assertThat(second.out().lines()).hasSize(1);
        assertThat(files(archives))
                .singleElement(InstanceOfAssertFactories.PATH)
                .isNotEmptyFile();
        assertThat(loaded).content().contains("org.hrcamel.validate.Project source: shared objects file (top)");

        // In one test with what comes before, since an archive takes long to make.
        saysNothingOfWhatJavaCannotUse(program, files(archives).get(0));
    }

    private void saysNothingOfWhatJavaCannotUse(Path program, Path archive) throws IOException, InterruptedException {
        Files.delete(archive);
        Files.writeString(archive, "no archive");
        Answer answer = call(program, "run", WORKFLOW, "--dry-run");
        assertThat(answer.out().lines()).hasSize(1);
        assertThat(answer.err()).doesNotContainIgnoringCase("shared").doesNotContain("Preparing a faster start");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void saysWhichJavaItNeedsWhereThereIsNone() throws IOException, InterruptedException {
        builder.environment().put("JAVA_HOME", "/no/such/java");
        Answer answer = hrcamel("list");
        assertThat(answer.exitCode()).isEqualTo(69);
        assertThat(answer.err())
                .isEqualTo("hrcamel: there is no Java at JAVA_HOME (/no/such/java); it needs Java 17 or newer\n");
    }

    @Test
    void saysWhichJavaItNeedsWhereItIsTooOld() throws IOException, InterruptedException {
        Files.createDirectory(elsewhere.resolve("bin"));
        executable(elsewhere.resolve("bin/java"), "#!/bin/sh\necho 'java version \"1.8.0_392\"' >&2\n");
        builder.environment().put("JAVA_HOME", elsewhere.toString());
        Answer answer = hrcamel("list");
        assertThat(answer.exitCode()).isEqualTo(69);
        assertThat(answer.err()).contains("it needs Java 17 or newer", "bin/java is 1.8.0");
    }

    @Test
    void findsTheJavaOfThePathWithoutJavaHome() throws IOException, InterruptedException {
        builder.environment().remove("JAVA_HOME");
        String path = System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
        builder.environment().put("PATH", path);
        assertThat(hrcamel("--version").exitCode()).isZero();
        builder.environment().put("PATH", withoutJava(path));
        assertThat(hrcamel("--version").err()).contains("install one, or set JAVA_HOME");
    }

    /** A path of one folder, with nothing but what the script needs. */
    private String withoutJava(String path) throws IOException {
        Path folder = Files.createDirectory(elsewhere.resolve("tools"));
        for (String tool : List.of("sh", "dirname", "readlink", "sed", "head")) {
            for (String place : path.split(":")) {
                Path found = Path.of(place, tool);
                if (Files.isExecutable(found) && !Files.exists(folder.resolve(tool))) {
                    Files.createSymbolicLink(folder.resolve(tool), found.toAbsolutePath());
                }
            }
        }
        return folder.toString();
    }

    @Test
    void itsServiceIsOneThatSystemdTakesAndFindsWellHardened() throws IOException, InterruptedException {
        Path systemd = Path.of("/usr/bin/systemd-analyze");
        assumeThat(systemd).as("systemd-analyze reads the unit").exists();
        String unit = Files.readString(home.resolve("systemd/hrcamel.service"));
        // Nothing is installed here: any program that is stands for ours.
        String installed = unit.replace("/opt/hrcamel/bin/hrcamel", "/bin/sh");
        Path service = Files.writeString(elsewhere.resolve("hrcamel.service"), installed);
        Answer verified = call(systemd, "verify", "--man=no", service.toString());
        assertThat(verified.err()).isEmpty();
        assertThat(verified.exitCode()).isZero();
        assertThat(call(systemd, "security", "--offline=true", "--threshold=25", service.toString())
                        .exitCode())
                .as("exposure of more than 2.5 of 10")
                .isZero();
    }
}
