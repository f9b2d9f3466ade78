package org.hrcamel.validate;

import java.nio.file.Files;
import java.util.function.Consumer;
import org.hrcamel.workflow.Position;
import org.hrcamel.workflow.Problem;

/** Files are there and their text can be read: YAML syntax, unknown steps, keys that stand twice. */
final class ReadableFiles implements Rule {

    @Override
    public void check(Project project, Consumer<Problem> report) {
        project.settings().problems().forEach(report);
        project.files().forEach(file -> file.problems().forEach(report));
        if (!Files.isDirectory(project.routes())) {
            report.accept(Problem.error(
                    new Position(project.routes().toString(), 1, 1),
                    "there is no such folder of routes; name it with --routes"));
        }
        if (!Files.exists(project.settings().file())) {
            report.accept(Problem.warning(
                    new Position(project.settings().file().toString(), 1, 1),
                    "there is no such settings file; name it with --config"));
        }
    }
}
