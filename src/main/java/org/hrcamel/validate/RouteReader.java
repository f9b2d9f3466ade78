package org.hrcamel.validate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ExpressionNode;
import org.apache.camel.model.IdempotentConsumerDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SplitDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.language.RefExpression;
import org.hrcamel.validate.DeclaredRoute.Reference;
import org.hrcamel.workflow.Position;

/** Finds in Camel's model of a route what the rules need, and in the file's text where it stands. */
final class RouteReader {

    private final Path path;
    private final String[] lines;
    private final List<Reference> calls = new ArrayList<>();
    private final List<Reference> beans = new ArrayList<>();

    private RouteReader(Path path, String text) {
        this.path = path;
        this.lines = text.split("\n", -1);
    }

    static DeclaredRoute read(Path path, String text, RouteDefinition route) {
        RouteReader reader = new RouteReader(path, text);
        for (ProcessorDefinition<?> step : ProcessorDefinitionHelper.filterTypeInOutputs(
                route.getOutputs(), (Class<ProcessorDefinition<?>>) (Class<?>) ProcessorDefinition.class)) {
            reader.collect(step);
        }
        String id = Optional.ofNullable(route.getRouteId()).orElse("");
        return new DeclaredRoute(
                id,
                Optional.ofNullable(route.getRouteConfigurationId()).orElse(""),
                route.getInput().getEndpointUri(),
                List.copyOf(reader.calls),
                List.copyOf(reader.beans),
                reader.place(id));
    }

    private void collect(ProcessorDefinition<?> step) {
        if (step instanceof ToDefinition to) {
            DeclaredRoute.directName(to.getEndpointUri())
                    .ifPresent(name -> calls.add(new Reference(name, place(name))));
        }
        if (step instanceof BeanDefinition bean && bean.getRef() != null) {
            bean(bean.getRef());
        }
        if (step instanceof ExpressionNode node && node.getExpression() instanceof RefExpression ref) {
            bean(ref.getExpression());
        }
        if (step instanceof IdempotentConsumerDefinition idempotent) {
            bean(idempotent.getIdempotentRepository());
        }
        if (step instanceof SplitDefinition split) {
            bean(split.getOnPrepare());
            bean(split.getAggregationStrategy());
        }
    }

    private void bean(String name) {
        if (name != null) {
            String bean = name.replaceFirst("^#(bean:)?", "");
            beans.add(new Reference(bean, place(bean)));
        }
    }

    /** The first place where the name stands as a word, else the start of the file. */
    private Position place(String name) {
        Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])");
        for (int i = 0; i < lines.length && !name.isEmpty(); i++) {
            Matcher found = word.matcher(lines[i]);
            if (!lines[i].stripLeading().startsWith("#") && found.find()) {
                return new Position(path.toString(), i + 1, found.start() + 1);
            }
        }
        return new Position(path.toString(), 1, 1);
    }
}
