package org.hrcamel.validate;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hrcamel.connector.Connector;
import org.hrcamel.validate.DeclaredRoute.Reference;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.StepBeans;

/** Every {@code direct:} endpoint and bean that a route names is one that a connector, the runtime or the operator's files declare. */
final class KnownSteps implements Rule {

    @Override
    public void check(Project project, Consumer<Problem> report) {
        Set<String> endpoints = endpoints(project);
        Set<String> beans = beans(project);
        for (RouteFile file : project.files()) {
            for (DeclaredRoute route : file.routes()) {
                route.calls().forEach(call -> check(call, endpoints, "direct:", "endpoint", report));
                route.beans().forEach(bean -> check(bean, beans, "", "bean", report));
            }
        }
    }

    private static void check(
            Reference reference, Set<String> known, String scheme, String what, Consumer<Problem> report) {
        // A class name is a bean too.
        if (!known.contains(reference.name()) && !reference.name().contains(".")) {
            String nearest = NearestName.of(reference.name(), known)
                    .map(name -> "; did you mean " + scheme + name + "?")
                    .orElse("");
            report.accept(Problem.error(
                    reference.position(), "there is no " + what + " " + scheme + reference.name() + nearest));
        }
    }

    private static Set<String> endpoints(Project project) {
        Set<String> known = new TreeSet<>();
        for (Connector connector : project.connectors().all()) {
            connector.origin().ifPresent(origin -> {
                known.add(origin.pull());
                known.add(origin.read());
            });
            connector.target().ifPresent(target -> known.add(target.push()));
        }
        for (RouteFile file : project.files()) {
            for (DeclaredRoute route : file.routes()) {
                DeclaredRoute.directName(route.from()).ifPresent(known::add);
            }
        }
        return known;
    }

    private static Set<String> beans(Project project) {
        Set<String> known = new TreeSet<>(StepBeans.ALL.keySet());
        project.connectors()
                .all()
                .forEach(connector -> known.addAll(connector.formats().keySet()));
        project.files().forEach(file -> known.addAll(file.beans()));
        return known;
    }
}
