package org.hrcamel.validate;

import java.util.function.Consumer;
import org.hrcamel.workflow.Position;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.StepBeans;

/** A workflow's route has the id of its file, starts on its schedule, and calls one pull and one push. */
final class RouteShape implements Rule {

    @Override
    public void check(Project project, Consumer<Problem> report) {
        for (RouteFile file : project.files()) {
            file.routes().forEach(route -> check(project, file, route, report));
        }
    }

    private static void check(Project project, RouteFile file, DeclaredRoute route, Consumer<Problem> report) {
        boolean pulls = project.origin(route).isPresent();
        boolean pushes = project.target(route).isPresent();
        if (!pulls && !pushes) {
            // A route of the operator's own.
            return;
        }
        Position at = route.position();
        if (!route.id().equals(file.name())) {
            report.accept(Problem.error(
                    at,
                    "the route id is " + (route.id().isEmpty() ? "missing" : route.id()) + ", the file's name says "
                            + file.name()));
        }
        if (!route.from().equals("quartz:hrcamel/" + route.id())
                && !route.from().startsWith("quartz:hrcamel/" + route.id() + "?")
                && !route.from().startsWith("quartz://hrcamel/" + route.id())) {
            report.accept(Problem.error(
                    at,
                    "the route starts from " + route.from().split("\\?")[0] + ", a workflow starts from quartz:hrcamel/"
                            + route.id()));
        }
        if (!route.configuration().equals(StepBeans.ROUTE_CONFIGURATION)) {
            report.accept(Problem.error(
                    at,
                    "the route lacks routeConfigurationId: " + StepBeans.ROUTE_CONFIGURATION
                            + ", without which no run is counted"));
        }
        if (route.beans().stream().noneMatch(bean -> bean.name().equals(StepBeans.DELIVERED_VERSIONS))) {
            report.accept(Problem.error(
                    at,
                    "no idempotentConsumer has idempotentRepository: \"#" + StepBeans.DELIVERED_VERSIONS
                            + "\", without which no delivery is remembered; the shipped routes show where it stands"));
        }
        if (!pulls) {
            report.accept(Problem.error(at, "no step calls a connector's pull"));
        }
        if (!pushes) {
            report.accept(Problem.error(at, "no step calls a connector's push"));
        }
    }
}
