package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.impl.AbstractCamelCatalog;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;

/**
 * Why Camel refuses an endpoint: all its options that are wrong, where Camel names one at the most. Only an explanation, since the
 * description that it comes from is stricter than Camel itself, which takes 5s for a number of milliseconds.
 */
final class EndpointOptions {

    /** Takes a span of time too; what it does not take is told by {@link EndpointUse}. */
    private static final String MILLISECONDS = "long";

    private final AbstractCamelCatalog catalog;

    EndpointOptions(CamelContext camel) {
        this.catalog = (AbstractCamelCatalog) PluginHelper.getRuntimeCamelCatalog(camel);
    }

    /**
     * @param uri without placeholders
     * @return perhaps none, where something else is the matter
     */
    List<EndpointMistake> mistakes(String uri) {
        String component = EndpointMistake.component(uri);
        ComponentModel model = catalog.componentModel(component);
        if (model == null) {
            return List.of();
        }
        EndpointValidationResult result = catalog.validateEndpointProperties(uri);
        List<EndpointMistake> mistakes = new ArrayList<>();
        names(result.getRequired())
                .forEach(name -> mistakes.add(EndpointMistake.error(component, component + " lacks its " + name)));
        Set<String> known = model.getEndpointParameterOptions().stream()
                .map(BaseOptionModel::getName)
                .collect(Collectors.toSet());
        names(result.getUnknown())
                .forEach(name -> mistakes.add(EndpointMistake.error(
                        name, component + " has no option " + name + NearestName.suggestion(name, known))));
        values(result.getInvalidBoolean(), "is neither true nor false", mistakes);
        values(notNumbers(model, result.getInvalidInteger()), "is not a whole number", mistakes);
        values(result.getInvalidNumber(), "is not a number", mistakes);
        values(result.getInvalidDuration(), "is not a span of time such as 30s", mistakes);
        entries(result.getInvalidEnum())
                .forEach((name, value) -> mistakes.add(
                        EndpointMistake.error(name, name + " = " + value + " is not one of " + choices(result, name))));
        return mistakes;
    }

    private static Map<String, String> notNumbers(ComponentModel model, Map<String, String> wrong) {
        Set<String> times = model.getEndpointParameterOptions().stream()
                .filter(option -> MILLISECONDS.equals(option.getJavaType()))
                .map(BaseOptionModel::getName)
                .collect(Collectors.toSet());
        return entries(wrong).entrySet().stream()
                .filter(entry -> !times.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String choices(EndpointValidationResult result, String name) {
        return Optional.ofNullable(result.getInvalidEnumChoices())
                .map(choices -> choices.get(name))
                .map(choices -> String.join(", ", Arrays.asList(choices)))
                .orElse("the values that it knows");
    }

    private static void values(Map<String, String> wrong, String sentence, List<EndpointMistake> mistakes) {
        entries(wrong)
                .forEach((name, value) ->
                        mistakes.add(EndpointMistake.error(name, name + " = " + value + " " + sentence)));
    }

    private static Set<String> names(Set<String> found) {
        return found == null ? Set.of() : found;
    }

    private static Map<String, String> entries(Map<String, String> found) {
        return found == null ? Map.of() : found;
    }
}
