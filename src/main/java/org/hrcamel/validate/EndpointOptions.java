package org.hrcamel.validate;

import java.net.URISyntaxException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.impl.AbstractCamelCatalog;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.quartz.CronExpression;

/** What Camel's own description of a component says against an endpoint's options: all of them at once. */
final class EndpointOptions {

    /** A slip of the pen; a name farther off may well be a parameter of somebody's web service. */
    private static final int SLIP = 2;

    private final AbstractCamelCatalog catalog;

    EndpointOptions(CamelContext camel) {
        this.catalog = (AbstractCamelCatalog) PluginHelper.getRuntimeCamelCatalog(camel);
    }

    /**
     * One mistake.
     *
     * @param option the name to look for in the file
     * @param error false for what is allowed but hardly meant
     */
    record Mistake(String option, boolean error, String message) {}

    /**
     * @param uri without placeholders
     */
    List<Mistake> mistakes(String uri) {
        String component = uri.split("[:?]", 2)[0];
        ComponentModel model = catalog.componentModel(component);
        if (model == null) {
            // Whether there is such a component at all is told when the endpoint is made.
            return List.of();
        }
        EndpointValidationResult result;
        try {
            result = catalog.validateEndpointProperties(uri);
        } catch (RuntimeException unreadable) {
            return List.of();
        }
        List<Mistake> mistakes = new ArrayList<>();
        names(result.getRequired())
                .forEach(name -> mistakes.add(new Mistake(component, true, component + " lacks its " + name)));
        for (String name : names(result.getUnknown())) {
            mistakes.add(new Mistake(
                    name, true, component + " has no option " + name + NearestName.suggestion(name, options(model))));
        }
        for (String name : names(result.getLenient())) {
            nearlyKnown(model, name)
                    .ifPresent(meant -> mistakes.add(new Mistake(
                            name,
                            false,
                            name + " is no option of " + component
                                    + ", so it is sent as a query parameter; did you mean " + meant + "?")));
        }
        values(result.getInvalidBoolean(), "is neither true nor false", mistakes);
        values(result.getInvalidInteger(), "is not a whole number", mistakes);
        values(result.getInvalidNumber(), "is not a number", mistakes);
        values(result.getInvalidDuration(), "is not a span of time such as 30s", mistakes);
        entries(result.getInvalidEnum())
                .forEach((name, value) -> mistakes.add(
                        new Mistake(name, true, name + " = " + value + " is not one of " + choices(result, name))));
        cron(component, uri, mistakes);
        return mistakes;
    }

    private void cron(String component, String uri, List<Mistake> mistakes) {
        if (!component.equals("quartz")) {
            return;
        }
        try {
            String cron = catalog.endpointProperties(uri).get("cron");
            if (cron != null) {
                CronExpression.validateExpression(cron.replace('+', ' '));
            }
        } catch (ParseException malformed) {
            mistakes.add(new Mistake("cron", true, "cron is no Quartz cron expression: " + malformed.getMessage()));
        } catch (URISyntaxException unreadable) {
            // Told when the endpoint is made.
        }
    }

    private static String choices(EndpointValidationResult result, String name) {
        return Optional.ofNullable(result.getInvalidEnumChoices())
                .map(choices -> choices.get(name))
                .map(choices -> String.join(", ", Arrays.asList(choices)))
                .orElse("the values that it knows");
    }

    private static void values(Map<String, String> wrong, String sentence, List<Mistake> mistakes) {
        entries(wrong)
                .forEach((name, value) -> mistakes.add(new Mistake(name, true, name + " = " + value + " " + sentence)));
    }

    private static Collection<String> names(Set<String> found) {
        return found == null ? List.of() : found;
    }

    private static Map<String, String> entries(Map<String, String> found) {
        return found == null ? Map.of() : found;
    }

    private static Optional<String> nearlyKnown(ComponentModel model, String name) {
        return NearestName.within(SLIP, name, options(model));
    }

    private static Set<String> options(ComponentModel model) {
        Set<String> names = new TreeSet<>();
        model.getEndpointParameterOptions().stream()
                .map(BaseOptionModel::getName)
                .forEach(names::add);
        return names;
    }
}
