package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.hrcamel.workflow.Problem;

/** The <code>{{placeholders}}</code> of a route file that have no value. */
final class RoutePlaceholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("(\\{\\{[^{}]+}})");
    private static final Pattern MISSING = Pattern.compile("Property with key \\[(.+?)]");

    private final CamelContext camel;
    private final Collection<String> known;
    private final SecretSettings secrets;

    /**
     * @param camel resolves them as the runtime does
     * @param known every key that routes may use
     */
    RoutePlaceholders(CamelContext camel, Collection<String> known, SecretSettings secrets) {
        this.camel = camel;
        this.known = known;
        this.secrets = secrets;
    }

    List<Problem> problems(YamlText text) {
        List<Problem> problems = new ArrayList<>();
        for (YamlText.Found placeholder : text.all(PLACEHOLDER)) {
            failure(placeholder.text())
                    .map(this::sentence)
                    .ifPresent(sentence -> problems.add(Problem.error(placeholder.position(), sentence)));
        }
        return problems;
    }

    /** Whether a text, such as a URI, can be read. */
    boolean resolves(String text) {
        return failure(text).isEmpty();
    }

    private Optional<Exception> failure(String text) {
        try {
            camel.resolvePropertyPlaceholders(text);
            return Optional.empty();
        } catch (Exception unresolved) {
            return Optional.of(unresolved);
        }
    }

    /** Whether this is what a building fails with when a placeholder has no value. */
    static boolean isCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (MISSING.matcher(String.valueOf(cause.getMessage())).find()) {
                return true;
            }
        }
        return false;
    }

    private String sentence(Exception failure) {
        Matcher missing = MISSING.matcher(String.valueOf(failure.getMessage()));
        if (!missing.find()) {
            return "a placeholder cannot be resolved: " + failure.getMessage();
        }
        String key = missing.group(1);
        if (key.startsWith("env:")) {
            return "the environment variable " + key.substring("env:".length()) + " is not set";
        }
        if (secrets.isDeclared(key)) {
            return "{{" + key + "}} is a secret, which a route must not hold: the console would show it";
        }
        return "{{" + key + "}} names no setting" + NearestName.suggestion(key, known);
    }
}
