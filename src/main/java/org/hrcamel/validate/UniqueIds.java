package org.hrcamel.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.validate.DeclaredRoute.Step;
import org.hrcamel.workflow.Position;
import org.hrcamel.workflow.Problem;

/** Ids of routes and steps stand once in all files: Camel refuses the second, and counters of the console hang on them. */
final class UniqueIds implements Rule {

    @Override
    public void check(Project project, Consumer<Problem> report) {
        Map<String, String> places = ofTheConnectors(project);
        for (RouteFile file : project.files()) {
            for (DeclaredRoute route : file.routes()) {
                check("route", route.id(), route.position(), places, report);
                for (Step step : route.steps()) {
                    check("step", step.id(), step.position(), places, report);
                }
            }
        }
    }

    private static void check(
            String what, String id, Position position, Map<String, String> places, Consumer<Problem> report) {
        String earlier = id.isEmpty() ? null : places.putIfAbsent(id, position.toString());
        if (earlier != null) {
            report.accept(Problem.error(position, "the " + what + " id " + id + " stands in " + earlier + " too"));
        }
    }

    private static Map<String, String> ofTheConnectors(Project project) {
        Map<String, String> places = new HashMap<>();
        try (ScratchContext camel = new ScratchContext()) {
            for (Connector connector : project.connectors().all()) {
                RouteBuilder routes =
                        connector.routes(VendorApi.of(connector, project.settings(), null, problem -> {}));
                routes.setCamelContext(camel);
                routes.configure();
                String place = "the routes of " + connector.title();
                for (RouteDefinition route : routes.getRouteCollection().getRoutes()) {
                    places.put(route.getRouteId(), place);
                    RouteSteps.of(route).forEach(step -> places.put(step.getId(), place));
                }
            }
        } catch (Exception failure) {
            throw new IllegalStateException("The connectors' routes are malformed", failure);
        }
        return places;
    }
}
