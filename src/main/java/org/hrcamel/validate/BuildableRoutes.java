package org.hrcamel.validate;

import java.util.function.Consumer;
import org.hrcamel.workflow.Problem;

/** Camel can make every route of every file: endpoints and their options, placeholders, expressions, beans. */
final class BuildableRoutes implements Rule {

    @Override
    public void check(Project project, Consumer<Problem> report) {
        for (RouteFile file : project.files()) {
            RouteBuild.problems(project, file).forEach(report);
        }
    }
}
