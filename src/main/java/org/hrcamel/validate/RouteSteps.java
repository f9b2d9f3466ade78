package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.model.CatchDefinition;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.CircuitBreakerDefinition;
import org.apache.camel.model.EndpointRequiredDefinition;
import org.apache.camel.model.FinallyDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDynamicDefinition;

/** The steps of Camel's model of a route. */
final class RouteSteps {

    private RouteSteps() {}

    /** All steps in the order of the text, each before those within it. */
    static List<ProcessorDefinition<?>> of(RouteDefinition route) {
        List<ProcessorDefinition<?>> steps = new ArrayList<>();
        collect(route.getOutputs(), steps);
        return steps;
    }

    private static void collect(List<ProcessorDefinition<?>> block, List<ProcessorDefinition<?>> steps) {
        for (ProcessorDefinition<?> step : block) {
            steps.add(step);
            blocks(step).forEach(inner -> collect(inner, steps));
        }
    }

    /** The lists of steps within a step, as the model holds them: most have one, a choice has several. */
    static List<List<ProcessorDefinition<?>>> blocks(ProcessorDefinition<?> step) {
        List<List<ProcessorDefinition<?>>> blocks = new ArrayList<>();
        if (step instanceof ChoiceDefinition choice) {
            choice.getWhenClauses().forEach(when -> blocks.add(when.getOutputs()));
            Optional.ofNullable(choice.getOtherwise()).ifPresent(otherwise -> blocks.add(otherwise.getOutputs()));
            return blocks;
        }
        blocks.add(step.getOutputs());
        if (step instanceof CircuitBreakerDefinition breaker) {
            Optional.ofNullable(breaker.getOnFallback()).ifPresent(fallback -> blocks.add(fallback.getOutputs()));
        }
        return blocks;
    }

    /** Whether Camel knows it as a part of the step around it only, without counters of its own. */
    static boolean isBranch(ProcessorDefinition<?> step) {
        return CatchDefinition.class.isInstance(step) || FinallyDefinition.class.isInstance(step);
    }

    /** The endpoint that a step calls, if it is the same for every message. */
    static Optional<String> endpoint(ProcessorDefinition<?> step) {
        if (ToDynamicDefinition.class.isInstance(step)) {
            return Optional.ofNullable(ToDynamicDefinition.class.cast(step).getUri())
                    .filter(uri -> !uri.contains("${") && !uri.contains("$simple{"));
        }
        return step instanceof EndpointRequiredDefinition required
                ? Optional.ofNullable(required.getEndpointUri())
                : Optional.empty();
    }
}
