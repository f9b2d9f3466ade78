package org.hrcamel.validate;

import java.net.URISyntaxException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.impl.AbstractCamelCatalog;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.quartz.CronExpression;

/** What Camel finds out only when an endpoint is at work, or never. */
final class EndpointUse {

    /** A slip of the pen; a name farther off may well be a parameter of somebody's web service. */
    private static final int SLIP = 2;

    private static final Pattern DIGITS = Pattern.compile("-?[\\d_]+");

    private final AbstractCamelCatalog catalog;

    EndpointUse(CamelContext camel) {
        this.catalog = (AbstractCamelCatalog) PluginHelper.getRuntimeCamelCatalog(camel);
    }

    /**
     * @param uri without placeholders
     * @param start whether messages come from it, else go to it
     */
    List<EndpointMistake> mistakes(String uri, boolean start) {
        String component = EndpointMistake.component(uri);
        ComponentModel model = catalog.componentModel(component);
        List<EndpointMistake> mistakes = new ArrayList<>();
        if (model == null) {
            return mistakes;
        }
        if (start && model.isProducerOnly()) {
            mistakes.add(EndpointMistake.error(component, component + " cannot be the start of a route"));
        }
        if (!start && model.isConsumerOnly()) {
            mistakes.add(EndpointMistake.error(component, component + " can only be the start of a route"));
        }
        if (component.equals("quartz")) {
            cron(uri, mistakes);
        }
        EndpointValidationResult described = catalog.validateEndpointProperties(uri);
        noTimes(model, described.getInvalidInteger(), mistakes);
        nearlyKnown(component, model, described.getLenient(), mistakes);
        return mistakes;
    }

    private void cron(String uri, List<EndpointMistake> mistakes) {
        try {
            String cron = catalog.endpointProperties(uri).get("cron");
            if (cron != null) {
                CronExpression.validateExpression(cron.replace('+', ' '));
            }
        } catch (ParseException malformed) {
            mistakes.add(EndpointMistake.error("cron", "cron is no Quartz cron expression: " + malformed.getMessage()));
        } catch (URISyntaxException unreadable) {
            // Told when the endpoint is made.
        }
    }

    /** A number of milliseconds may be written as a span of time; of any other word Camel makes zero. */
    private void noTimes(ComponentModel model, Map<String, String> noIntegers, List<EndpointMistake> mistakes) {
        if (noIntegers == null) {
            return;
        }
        for (BaseOptionModel option : model.getEndpointParameterOptions()) {
            String value = noIntegers.get(option.getName());
            if (value != null
                    && option.getJavaType().equals("long")
                    && !DIGITS.matcher(value).matches()
                    && !catalog.validateTimePattern(value)) {
                mistakes.add(EndpointMistake.error(
                        option.getName(),
                        option.getName() + " = " + value
                                + " is neither a whole number nor a span of time such as 30s"));
            }
        }
    }

    private static void nearlyKnown(
            String component, ComponentModel model, Set<String> unknown, List<EndpointMistake> mistakes) {
        if (unknown == null) {
            return;
        }
        Set<String> options = model.getEndpointParameterOptions().stream()
                .map(BaseOptionModel::getName)
                .collect(Collectors.toSet());
        for (String name : unknown) {
            NearestName.within(SLIP, name, options)
                    .ifPresent(meant -> mistakes.add(EndpointMistake.warning(
                            name,
                            name + " is no option of " + component
                                    + ", so it is sent as a query parameter; did you mean " + meant + "?")));
        }
    }
}
