package org.hrcamel.validate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.NoSuchLanguageException;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.language.simple.types.SimpleIllegalSyntaxException;
import org.hrcamel.workflow.Problem;

/**
 * What Camel says when it cannot build something, without the wrapping.
 *
 * @param word what to look for in the file, perhaps empty
 * @param message a sentence for the operator
 */
record BuildFailure(String word, String message) {

    private static final Pattern REFERENCE = Pattern.compile("in registry with ref: (\\S+)");
    private static final Pattern THREADS = Pattern.compile("ExecutorServiceRef:? (\\S+) not found");

    static BuildFailure of(Throwable failure) {
        Throwable cause = failure;
        while (true) {
            if (cause instanceof NoSuchBeanException bean && bean.getName() != null) {
                return new BuildFailure(bean.getName(), "there is no bean " + bean.getName());
            }
            if (cause instanceof NoSuchEndpointException endpoint) {
                String component = String.valueOf(endpoint.getUri()).split(":", 2)[0];
                return new BuildFailure(component, "there is no component " + component);
            }
            if (cause instanceof NoSuchLanguageException language) {
                return new BuildFailure(language.getLanguage(), "there is no language " + language.getLanguage());
            }
            if (cause instanceof SimpleIllegalSyntaxException simple) {
                return new BuildFailure(
                        simple.getExpression(), "the simple expression is malformed: " + firstLine(simple));
            }
            if (cause instanceof PropertyBindingException option && option.getPropertyName() != null) {
                return new BuildFailure(
                        option.getPropertyName(), "the option " + option.getPropertyName() + " cannot be set");
            }
            if (cause instanceof NoTypeConversionAvailableException conversion
                    && Class.class.equals(conversion.getToType())) {
                return new BuildFailure(
                        String.valueOf(conversion.getValue()), "there is no class " + conversion.getValue());
            }
            if (cause instanceof ClassNotFoundException type) {
                return new BuildFailure(firstLine(type), "there is no class " + firstLine(type));
            }
            if (cause.getCause() == null || cause.getCause() == cause) {
                return plain(cause);
            }
            cause = cause.getCause();
        }
    }

    private static BuildFailure plain(Throwable cause) {
        Matcher threads = THREADS.matcher(String.valueOf(cause.getMessage()));
        if (threads.find()) {
            return new BuildFailure(
                    threads.group(1),
                    "there are no threads " + threads.group(1) + "; a workflow's threads are named as the workflow");
        }
        Matcher reference = REFERENCE.matcher(String.valueOf(cause.getMessage()));
        return reference.find()
                ? new BuildFailure(reference.group(1), "there is no bean " + reference.group(1))
                : new BuildFailure("", firstLine(cause));
    }

    private static String firstLine(Throwable cause) {
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().lines().findFirst().orElse("").strip();
    }

    /**
     * @param line where the step, or the route, begins
     */
    Problem problem(YamlText text, int line) {
        return Problem.error(text.place(line, word), message);
    }
}
