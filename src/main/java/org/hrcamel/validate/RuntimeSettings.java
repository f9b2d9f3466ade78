package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Settings;

/** The settings of the runtime itself: {@code hrcamel.<name>}. */
public final class RuntimeSettings {

    public static final Parameter<String> LIBRARIES = Parameter.text(
                    "lib-ext", "Folder of jars with the operator's own logics, formats and callbacks.")
            .orElse("lib-ext");

    public static final List<Parameter<?>> ALL =
            Stream.concat(Stream.of(LIBRARIES), StateSettings.ALL.stream()).toList();

    public static final String PREFIX = "hrcamel.";

    /** The full keys. */
    static final List<String> KEYS =
            ALL.stream().map(parameter -> PREFIX + parameter.name()).toList();

    private RuntimeSettings() {}

    /** What is wrong with the values. */
    public static List<Problem> problems(Settings settings) {
        List<Problem> problems = new ArrayList<>();
        Parameters.parse(settings, PREFIX, ALL, problems::add);
        return problems;
    }
}
