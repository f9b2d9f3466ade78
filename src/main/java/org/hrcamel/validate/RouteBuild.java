package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.model.PollDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.StopDefinition;
import org.apache.camel.reifier.RouteReifier;
import org.hrcamel.workflow.Position;
import org.hrcamel.workflow.Problem;

/**
 * Builds a route file as the runtime would, in a Camel that never starts, and tells whatever fails with its place. Camel itself stops
 * at the first mistake and names at best the route; here each endpoint and, when something fails, each step is tried by itself.
 *
 * <p>Safe in a running process: no thread, scheduler, directory or connection comes of it, and the live registry is not touched.
 */
public final class RouteBuild {

    private final ScratchContext camel;
    private final YamlText text;
    private final RoutePlaceholders placeholders;
    private final EndpointUse use;
    private final EndpointOptions options;
    private final Consumer<Problem> report;
    /** Steps of the route in hand whose mistake is told. */
    private final Set<Object> told = new HashSet<>();

    private RouteBuild(ScratchContext camel, YamlText text, RoutePlaceholders placeholders, Consumer<Problem> report) {
        this.camel = camel;
        this.text = text;
        this.placeholders = placeholders;
        this.use = new EndpointUse(camel);
        this.options = new EndpointOptions(camel);
        this.report = report;
    }

    /**
     * Everything that keeps a file from being deployed, without what other rules find in the settings.
     *
     * @param project what the file stands among: settings, and other files' beans
     */
    public static List<Problem> problems(Project project, RouteFile file) {
        if (!file.problems().isEmpty()) {
            return file.problems();
        }
        List<Problem> problems = new ArrayList<>();
        YamlText text = new YamlText(file.path(), file.text());
        try (ScratchContext camel = ScratchContext.of(project, file)) {
            RoutePlaceholders placeholders =
                    new RoutePlaceholders(camel, PublicSettings.of(project).keySet(), SecretSettings.of(project));
            problems.addAll(placeholders.problems(text));
            camel.load(file);
            RouteBuild build = new RouteBuild(camel, text, placeholders, problems::add);
            camel.model().getRouteDefinitions().forEach(build::check);
        } catch (Exception failure) {
            problems.add(BuildFailure.of(failure).problem(text, 1));
        }
        return problems.stream().distinct().toList();
    }

    private void check(RouteDefinition route) {
        told.clear();
        int line = RouteReader.line(route);
        List<ProcessorDefinition<?>> steps = RouteSteps.of(route);
        if (!isSound(route.getInput().getEndpointUri(), true, route.getInput().getLineNumber())) {
            route.setInput(null);
            route.from("direct:" + route.getRouteId());
        }
        for (ProcessorDefinition<?> step : steps) {
            Optional<String> uri = RouteSteps.endpoint(step);
            if (uri.isPresent() && !isSound(uri.get(), step instanceof PollDefinition, RouteReader.line(text, step))) {
                told.add(step);
            }
        }
        Optional<Exception> failure = told.isEmpty() ? build(route) : Optional.of(new IllegalStateException());
        if (failure.isPresent()) {
            boolean blamed = !told.isEmpty();
            for (ProcessorDefinition<?> step : List.copyOf(route.getOutputs())) {
                blamed |= tryAlone(route, route.getOutputs(), step);
            }
            if (!blamed) {
                blame(failure.get(), line);
            }
        }
    }

    /**
     * Tries the steps within a step, then the step itself around those that are sound; a bad one is taken out of the route, so that it
     * is not blamed on the step around it.
     *
     * @return whether something was bad
     */
    private boolean tryAlone(RouteDefinition route, List<ProcessorDefinition<?>> block, ProcessorDefinition<?> step) {
        boolean blamed = false;
        for (List<ProcessorDefinition<?>> inner : RouteSteps.blocks(step)) {
            for (ProcessorDefinition<?> each : List.copyOf(inner)) {
                blamed |= tryAlone(route, inner, each);
            }
        }
        // What stands beside the steps, such as onException, is built with the route alone.
        if (RouteSteps.isBranch(step) || step.isAbstract()) {
            return blamed;
        }
        Optional<Exception> failure = told.contains(step) ? Optional.empty() : build(alone(route, step));
        failure.ifPresent(cause -> blame(cause, RouteReader.line(text, step)));
        if (failure.isPresent() || told.contains(step)) {
            block.set(block.indexOf(step), new StopDefinition());
            return true;
        }
        return blamed;
    }

    private static RouteDefinition alone(RouteDefinition route, ProcessorDefinition<?> step) {
        RouteDefinition alone = new RouteDefinition();
        alone.setId(route.getRouteId());
        alone.from("direct:alone");
        alone.getOutputs().add(step);
        return alone;
    }

    private Optional<Exception> build(RouteDefinition route) {
        try {
            new RouteReifier(camel, route).createRoute();
            return Optional.empty();
        } catch (Exception failure) {
            return Optional.of(failure);
        }
    }

    /**
     * Whether an endpoint can be made; what is wrong with it is told.
     *
     * @param start whether messages come from it, else go to it
     */
    private boolean isSound(String uri, boolean start, int line) {
        if (!placeholders.resolves(uri)) {
            // That is told already.
            return false;
        }
        String resolved = camel.resolvePropertyPlaceholders(uri);
        boolean sound = tell(use.mistakes(resolved, start), line);
        try {
            camel.getEndpoint(resolved);
        } catch (Exception failure) {
            if (tell(options.mistakes(resolved), line)) {
                blame(failure, line);
            }
            return false;
        }
        return sound;
    }

    /**
     * Tells mistakes.
     *
     * @return whether none of them is an error
     */
    private boolean tell(List<EndpointMistake> mistakes, int line) {
        for (EndpointMistake mistake : mistakes) {
            Position position = text.place(line, mistake.word());
            report.accept(
                    mistake.error()
                            ? Problem.error(position, mistake.message())
                            : Problem.warning(position, mistake.message()));
        }
        return mistakes.stream().noneMatch(EndpointMistake::error);
    }

    private void blame(Exception failure, int line) {
        // A placeholder without a value is told where it stands.
        if (!RoutePlaceholders.isCause(failure)) {
            report.accept(BuildFailure.of(failure).problem(text, line));
        }
    }
}
