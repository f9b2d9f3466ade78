package org.hrcamel.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrcamel.runtime.log.LogOutput;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.NearestName;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.RouteFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of all verbs, given before or after the verb: where settings and routes are. */
final class ProjectOptions {

    /** System property: the folder that the program was unpacked into, set by what starts it. */
    static final String HOME = "hrcamel.home";

    private static final Path DEFAULT_SETTINGS = Path.of("application.properties");
    private static final Path DEFAULT_ROUTES = Path.of("routes");

    @Option(
            scope = ScopeType.INHERIT,
            names = "--config",
            paramLabel = "FILE",
            description = "settings file (default: application.properties here, else the one beside the program)")
    private @Nullable Path config;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--routes",
            paramLabel = "DIR",
            description = "folder of route files (default: routes here, else the one beside the program)")
    private @Nullable Path routes;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--set",
            paramLabel = "key=value",
            description = "a setting that wins over the file; may be given several times")
    private List<String> overrides = new ArrayList<>();

    /** What the caller asked for cannot be: the exit code is 64. */
    static final class UsageMistake extends RuntimeException {
        UsageMistake(String message) {
            super(message);
        }
    }

    /**
     * The settings file: the one that is named, else the one in the working directory, else the one beside the program, so that it runs
     * from any folder.
     */
    Path config() {
        if (config != null) {
            return config;
        }
        return Files.isRegularFile(DEFAULT_SETTINGS) ? DEFAULT_SETTINGS : besideProgram(DEFAULT_SETTINGS);
    }

    /** The folder of routes: the one that is named, else the one that belongs to the settings, else the one beside the program. */
    Path routes() {
        if (routes != null) {
            return routes;
        }
        boolean programsOwn = config == null && !config().equals(DEFAULT_SETTINGS);
        return !programsOwn && Files.isDirectory(DEFAULT_ROUTES) ? DEFAULT_ROUTES : besideProgram(DEFAULT_ROUTES);
    }

    private static Path besideProgram(Path name) {
        String home = System.getProperty(HOME, "");
        return !home.isEmpty() && Files.exists(Path.of(home).resolve(name))
                ? Path.of(home).resolve(name)
                : name;
    }

    /** Reads what the operator wrote. */
    Project project() {
        if (config != null && !Files.isRegularFile(config)) {
            throw new UsageMistake("There is no settings file " + config + " (--config)");
        }
        for (String override : overrides) {
            if (override.indexOf('=') < 1) {
                throw new UsageMistake("--set wants key=value, not " + override);
            }
        }
        Project project = Project.read(config(), routes(), overrides);
        LogOutput.use(project);
        return project;
    }

    /** The workflow of this name, or a mistake that names the nearest. */
    static DeclaredWorkflow workflow(Project project, String name) {
        return project.workflow(name).orElseThrow(() -> new UsageMistake(unknown(project, name)));
    }

    private static String unknown(Project project, String name) {
        for (RouteFile file : project.files()) {
            if (file.name().equals(name)) {
                return file.problems().isEmpty()
                        ? file.path() + " declares no workflow; see hrcamel validate"
                        : file.problems().get(0).toString();
            }
        }
        if (!Files.isDirectory(project.routes())) {
            return "There is no folder " + project.routes() + " with route files; name it with --routes";
        }
        List<String> names =
                project.workflows().stream().map(DeclaredWorkflow::id).toList();
        return "There is no workflow " + name + " in " + project.routes() + NearestName.suggestion(name, names);
    }
}
