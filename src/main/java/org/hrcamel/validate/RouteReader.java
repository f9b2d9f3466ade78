package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ExpressionNode;
import org.apache.camel.model.IdempotentConsumerDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SplitDefinition;
import org.apache.camel.model.language.RefExpression;
import org.hrcamel.validate.DeclaredRoute.Reference;
import org.hrcamel.validate.DeclaredRoute.Step;

/** Finds in Camel's model of a route what the rules need, and in the file's text where it stands. */
final class RouteReader {

    private final YamlText text;
    private final List<Step> steps = new ArrayList<>();
    private final List<Reference> calls = new ArrayList<>();
    private final List<Reference> beans = new ArrayList<>();

    private RouteReader(YamlText text) {
        this.text = text;
    }

    static DeclaredRoute read(YamlText text, RouteDefinition route) {
        RouteReader reader = new RouteReader(text);
        RouteSteps.of(route).forEach(reader::collect);
        String id = Optional.ofNullable(route.getRouteId()).orElse("");
        return new DeclaredRoute(
                id,
                Optional.ofNullable(route.getRouteConfigurationId()).orElse(""),
                route.getInput().getEndpointUri(),
                List.copyOf(reader.steps),
                List.copyOf(reader.calls),
                List.copyOf(reader.beans),
                text.place(line(route), id));
    }

    /** Where a route begins; one that is written as {@code from} alone begins there. */
    static int line(RouteDefinition route) {
        return route.getLineNumber() > 0
                ? route.getLineNumber()
                : route.getInput().getLineNumber();
    }

    /** Where a step begins. */
    static int line(YamlText text, ProcessorDefinition<?> step) {
        return text.lineOf(step.getShortName(), step.getId() != null, step.getLineNumber());
    }

    private void collect(ProcessorDefinition<?> step) {
        int line = line(text, step);
        String id = Optional.ofNullable(step.getId()).orElse("");
        steps.add(new Step(step.getShortName(), id, RouteSteps.isBranch(step), text.place(line, id)));
        RouteSteps.endpoint(step)
                .flatMap(DeclaredRoute::directName)
                .ifPresent(name -> calls.add(new Reference(name, text.place(line, name))));
        if (step instanceof BeanDefinition bean) {
            bean(line, bean.getRef());
        }
        if (step instanceof ExpressionNode node && node.getExpression() instanceof RefExpression ref) {
            bean(line, ref.getExpression());
        }
        if (step instanceof IdempotentConsumerDefinition idempotent) {
            bean(line, idempotent.getIdempotentRepository());
        }
        if (step instanceof SplitDefinition split) {
            bean(line, split.getOnPrepare());
            bean(line, split.getAggregationStrategy());
        }
    }

    private void bean(int line, String name) {
        if (name != null) {
            String bean = name.replaceFirst("^#(bean:)?", "");
            beans.add(new Reference(bean, text.place(line, bean)));
        }
    }
}
